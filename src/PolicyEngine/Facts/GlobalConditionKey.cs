namespace PolicyEngine;

/// <summary>What is known about one global condition key.</summary>
/// <remarks>Immutable. AWS page:
/// <see href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html">AWS global condition context keys</see>.</remarks>
/// <param name="Name">The name in AWS's spelling; a name that ends with <c>/</c> stands for one key per tag.</param>
/// <param name="Type">The type of its values.</param>
/// <param name="IsMultivalued">Whether a request can hold several values.</param>
public sealed record GlobalConditionKey(string Name, ConditionKeyType Type, bool IsMultivalued)
{
    private const string Page = "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html";

    /// <summary>Whether the name is followed by a tag key, as in <c>aws:PrincipalTag/department</c>.</summary>
    public bool IsTagKey => Name.EndsWith('/');

    /// <summary>Whether values are identifiers made by AWS, which are compared exactly.</summary>
    public bool IsIdentifier => Name is
        "aws:PrincipalAccount" or "aws:PrincipalOrgID" or "aws:ResourceAccount" or "aws:ResourceOrgID" or "aws:SourceAccount" or
        "aws:SourceOrgID" or "aws:SourceVpc" or "aws:SourceVpce" or "aws:VpceAccount" or "aws:VpceOrgID";

    /// <summary>AWS's page about the key.</summary>
    public Uri Documentation => Name.StartsWith("aws:", StringComparison.Ordinal)
        ? new Uri($"{Page}#condition-keys-{Name["aws:".Length..].TrimEnd('/').ToLowerInvariant()}")
        : new Uri(Page);
}
