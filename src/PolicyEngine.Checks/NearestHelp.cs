using System.Collections.Immutable;

namespace PolicyEngine.Checks;

/// <summary>Help that names what is spelt most like a name that does not exist.</summary>
internal static class NearestHelp
{
    private const int Shown = 3;

    /// <summary>The help; null where nothing is near, so that the help of the kind of finding stands.</summary>
    internal static string? Of(ImmutableArray<string> nearest) => nearest.Length switch
    {
        0 => null,
        1 => $"Perhaps '{nearest[0]}' is meant.",
        _ => $"Perhaps one of these is meant: {string.Join(", ", nearest.Take(Shown).Select(static name => $"'{name}'"))}{(nearest.Length > Shown ? " and others" : "")}.",
    };
}
