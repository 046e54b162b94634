using PolicyEngine.Requests;

namespace PolicyEngine.Cli.Cases;

/// <summary>The members of a request, as they are found.</summary>
internal sealed class RequestDraft
{
    internal PrincipalDraft? Principal { get; set; }

    internal string? Action { get; set; }

    internal string? Resource { get; set; }

    internal string? ResourceAccount { get; set; }

    internal bool ResourceAccountIsManagement { get; set; }

    internal ContextDraft Context { get; } = new();

    internal RequestEndpoint? Endpoint { get; set; }
}
