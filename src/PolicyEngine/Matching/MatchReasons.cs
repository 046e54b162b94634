using System.Reflection;

namespace PolicyEngine.Matching;

/// <summary>Finds the rule and the words of each <see cref="MatchReason"/>. They are written at its members, so that there is one list.</summary>
internal static class MatchReasons
{
    private static readonly ReasonAttribute?[] Rows = [.. Enum.GetNames<MatchReason>().Select(static name => typeof(MatchReason).GetField(name)!.GetCustomAttribute<ReasonAttribute>())];

    /// <summary>The reason as the end of a sentence; empty for <see cref="MatchReason.None"/>.</summary>
    internal static string Describe(MatchReason reason) => Rows[(int)reason]?.Text ?? "";

    /// <summary>The id of the rule behind the reason; null for <see cref="MatchReason.None"/>.</summary>
    internal static string? RuleOf(MatchReason reason) => Rows[(int)reason]?.Rule;
}
