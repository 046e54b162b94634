namespace PolicyEngine.Catalogue;

/// <summary>Whether an action offers a condition key: whether requests for it can carry the key.</summary>
public enum KeyOffer
{
    /// <summary>The catalogue cannot tell: it lacks the action, or no action of the key's service has the key.</summary>
    Unknown,

    /// <summary>The key is listed for the action, for the action on one of its resource types, or for one of those types.</summary>
    Yes,

    /// <summary>Another action of the service has the key, and this one has not.</summary>
    No,
}
