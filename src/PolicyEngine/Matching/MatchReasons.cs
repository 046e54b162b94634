using System.Reflection;

namespace PolicyEngine.Matching;

/// <summary>The rule and the words of a reason.</summary>
/// <param name="rule">The id of the rule of the policy language or of authorization, such as <c>L-114</c>.</param>
/// <param name="text">The reason as the end of a sentence.</param>
[AttributeUsage(AttributeTargets.Field)]
internal sealed class ReasonAttribute(string rule, string text) : Attribute
{
    internal string Rule => rule;

    internal string Text => text;
}

/// <summary>Finds the rule and the words of each <see cref="MatchReason"/>. They are written at its members, so that there is one list.</summary>
internal static class MatchReasons
{
    private static readonly ReasonAttribute?[] Rows = [.. Enum.GetNames<MatchReason>().Select(static name => typeof(MatchReason).GetField(name)!.GetCustomAttribute<ReasonAttribute>())];

    /// <summary>The reason as the end of a sentence; empty for <see cref="MatchReason.None"/>.</summary>
    internal static string Describe(MatchReason reason) => Rows[(int)reason]?.Text ?? "";

    /// <summary>The id of the rule behind the reason; null for <see cref="MatchReason.None"/>.</summary>
    internal static string? RuleOf(MatchReason reason) => Rows[(int)reason]?.Rule;
}
