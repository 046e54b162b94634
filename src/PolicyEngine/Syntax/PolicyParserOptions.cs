using PolicyEngine.Syntax;

namespace PolicyEngine;

/// <summary>What the parser accepts.</summary>
/// <remarks>Immutable; the default is a strict reading of an identity policy.</remarks>
public sealed record PolicyParserOptions
{
    /// <summary>The options with all their defaults.</summary>
    public static PolicyParserOptions Default { get; } = new();

    /// <summary>What the document is attached to; default <see cref="PolicyType.Identity"/>.</summary>
    public PolicyType Type { get; init; } = PolicyType.Identity;

    /// <summary>How strictly the document is read; default <see cref="ParseMode.Strict"/>.</summary>
    public ParseMode Mode { get; init; }

    /// <summary>True if comments and trailing commas are accepted with a warning each; default no.</summary>
    public bool TolerantText { get; init; }

    /// <summary>The prefix of the service whose resource has a policy of type <see cref="PolicyType.Resource"/>, such as <c>ecr</c>; letter case is ignored.
    /// Default null: the service that every statement names in all its actions, if there is one.</summary>
    /// <remarks>What services demand differs: ECR refuses Resource, EFS reads documents without it, KMS keeps statements with the same Sid.</remarks>
    public string? Service { get; init; }

    /// <summary>True if a resource policy may leave Resource out, as for services that imply it; default no.</summary>
    public bool ResourceOptional { get; init; }

    /// <summary>True if a resource control policy may be RCPFullAWSAccess, which AWS manages and which alone allows; default no.</summary>
    public bool AllowsManagedRcp { get; init; }

    /// <summary>True if the raw text is limited to U+0020…U+00FF, tab and line ends; default: as the policy type is.</summary>
    public bool? LimitsCharacters { get; init; }

    /// <summary>The quota beyond which a warning is given; default: that of the policy type.</summary>
    public PolicyQuota? Quota { get; init; }

    /// <summary>The most bytes that are read at all; default 1 MiB.</summary>
    public int MaxBytes { get; init; } = 1024 * 1024;

    /// <summary>The most objects and arrays within each other; default 16.</summary>
    public int MaxDepth { get; init; } = 16;

    /// <summary>The most diagnostics, not counting the one that says that there were more; default 100.</summary>
    public int MaxDiagnostics { get; init; } = 100;
}
