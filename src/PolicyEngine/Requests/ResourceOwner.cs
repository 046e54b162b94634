using PolicyEngine.Facts;
using PolicyEngine.Language;

namespace PolicyEngine.Requests;

/// <summary>Finds the resources that AWS owns.</summary>
internal static class ResourceOwner
{
    private const string AwsAccount = "aws";

    /// <summary>The ownership of a resource whose owner is not told.</summary>
    /// <param name="action">The action.</param>
    /// <param name="resource">The resource.</param>
    internal static AwsOwnership OfAws(string action, string resource) => ArnParts.TrySplit(resource, out ArnParts parts) ? OfAws(action, resource, parts) : AwsOwnership.None;

    /// <summary>The same for a resource whose parts are known.</summary>
    internal static AwsOwnership OfAws(string action, string resource, ArnParts parts)
    {
        if (AccountId.IsValid(parts.Of(resource, 4))) return AwsOwnership.None;
        if (AwsOwnedNames.Find(resource, parts) is { } name) return name.IsOpen(action, resource) ? AwsOwnership.Open : AwsOwnership.Owned;
        return parts.Of(resource, 4) is AwsAccount ? AwsOwnership.Owned : AwsOwnership.None;
    }
}
