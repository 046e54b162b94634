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
