using PolicyEngine.Requests;

namespace PolicyEngine.Cli.Cases;

/// <summary>The request of a case, with the facts that only the combination of several policies asks for.</summary>
/// <param name="Authorization">The request as one policy sees it.</param>
internal sealed record CaseRequest(AuthorizationRequest Authorization)
{
    /// <summary>The account that owns the resource; null when the case does not say.</summary>
    internal string? ResourceAccount { get; init; }

    /// <summary>Whether that account is the management account of its organization.</summary>
    internal bool ResourceAccountIsManagement { get; init; }

    /// <summary>Whether the caller's account is the management account of its organization.</summary>
    internal bool AccountIsManagement { get; init; }

    /// <summary>Whether the caller is a session of a service-linked role.</summary>
    internal bool IsServiceLinkedRole { get; init; }

    /// <summary>The VPC endpoint that the request comes through; null when it comes through none.</summary>
    internal CaseEndpoint? Endpoint { get; init; }
}
