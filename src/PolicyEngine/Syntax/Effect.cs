namespace PolicyEngine.Syntax;

/// <summary>What a statement does where it applies.</summary>
/// <remarks>The default value is the safe one. AWS page: <see href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_effect.html">IAM JSON policy elements: Effect</see>.</remarks>
public enum Effect
{
    /// <summary>Forbids, whatever else allows.</summary>
    Deny = 0,

    /// <summary>Allows, unless something denies.</summary>
    Allow = 1,
}
