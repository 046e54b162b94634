namespace PolicyEngine.Syntax.Drafts;

/// <summary>What one policy type requires and forbids: a row of the table of elements by policy type.</summary>
/// <remarks>AWS: <see href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html">Grammar of the IAM JSON policy language</see>.</remarks>
internal sealed record PolicyTypeRules
{
    internal bool RequiresVersion2012 { get; private init; }

    internal bool HasId { get; private init; }

    internal PrincipalRule Principal { get; private init; }

    internal bool HasResource { get; private init; } = true;

    internal bool DenyOnly { get; private init; }

    /// <summary>True if an ARN may leave out its last parts, which then match anything.</summary>
    internal bool CompletesArns { get; private init; }

    /// <summary>True if IAM stores the document, and limits its characters and Sids.</summary>
    internal bool IsIamText { get; private init; }

    private static readonly PolicyTypeRules[] All = [.. Enum.GetValues<PolicyType>().Select(Create)];

    internal static PolicyTypeRules For(PolicyType type) =>
        (uint)type < (uint)All.Length ? All[(int)type] : throw new ArgumentOutOfRangeException(nameof(type));

    private static PolicyTypeRules Create(PolicyType type) => type switch
    {
        PolicyType.Identity => new() { CompletesArns = true, IsIamText = true },
        PolicyType.Managed or PolicyType.PermissionsBoundary => new() { RequiresVersion2012 = true, CompletesArns = true, IsIamText = true },
        PolicyType.Session or PolicyType.ScopeDown => new() { IsIamText = true },
        PolicyType.Resource or PolicyType.AccessPoint => new() { HasId = true, Principal = PrincipalRule.Required },
        PolicyType.Trust => new() { HasId = true, Principal = PrincipalRule.PrincipalOnly, HasResource = false, IsIamText = true },
        PolicyType.ServiceControl => new() { RequiresVersion2012 = true },
        PolicyType.ResourceControl => new() { RequiresVersion2012 = true, Principal = PrincipalRule.Everyone, DenyOnly = true },
        PolicyType.VpcEndpoint => new() { HasId = true, Principal = PrincipalRule.Required },
        _ => throw new ArgumentOutOfRangeException(nameof(type)),
    };

    /// <summary>What a policy type demands of Principal.</summary>
    internal enum PrincipalRule
    {
        /// <summary>The holder is the principal: none may be named.</summary>
        Forbidden,

        /// <summary>Principal or NotPrincipal.</summary>
        Required,

        /// <summary>Principal only.</summary>
        PrincipalOnly,

        /// <summary>Principal, and exactly <c>*</c>.</summary>
        Everyone,
    }
}
