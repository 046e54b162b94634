namespace PolicyEngine.Fuzz;

/// <summary>The targets by name.</summary>
internal static class FuzzTargets
{
    internal static IReadOnlyDictionary<string, IFuzzTarget> All { get; } = new Dictionary<string, IFuzzTarget>(StringComparer.Ordinal)
    {
        ["parser"] = new ParserTarget(),
        ["trail"] = new TrailTarget(),
        ["endpoints"] = new EndpointTarget(),
        ["question"] = new QuestionTarget(),
        ["access-points"] = new AccessPointTarget(),
    };
}
