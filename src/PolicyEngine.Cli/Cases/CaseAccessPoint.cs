namespace PolicyEngine.Cli.Cases;

/// <summary>What a case tells of an S3 access point.</summary>
internal sealed record CaseAccessPoint
{
    /// <summary>Its policy; null where it has none, or where it is not told.</summary>
    internal PolicyText? Policy { get; init; }

    /// <summary>True where it has no policy.</summary>
    internal bool HasNone { get; init; }

    /// <summary>What else is told: the policy stands in <see cref="Policy"/>, and what supports it in <see cref="Supporting"/>.</summary>
    internal AccessPoint Facts { get; init; } = new();

    /// <summary>The access point behind an Object Lambda access point; null where it is not told.</summary>
    internal CaseAccessPoint? Supporting { get; init; }
}
