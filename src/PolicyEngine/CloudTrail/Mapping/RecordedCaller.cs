using PolicyEngine.Requests.Derivation;

namespace PolicyEngine.CloudTrail.Mapping;

/// <summary>The caller of a record.</summary>
internal sealed record RecordedCaller
{
    /// <summary>The caller; null when policies cannot be evaluated for it.</summary>
    internal RequestPrincipal? Principal { get; init; }

    /// <summary>Why it cannot; null otherwise.</summary>
    internal string? Fault { get; init; }

    /// <summary>What is known about its credentials.</summary>
    internal SessionFacts Session { get; init; } = SessionFacts.None;

    /// <summary>The subject of a token or assertion.</summary>
    internal string? Subject { get; init; }

    internal static RecordedCaller Unsupported(string fault) => new() { Fault = fault };
}
