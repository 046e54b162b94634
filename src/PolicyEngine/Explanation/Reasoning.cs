namespace PolicyEngine.Explanation;

/// <summary>A reason with the rule behind it.</summary>
/// <param name="Text">The reason as the end of a sentence, without a final stop.</param>
/// <param name="Rule">The id of the rule, such as <c>A-30</c>; null where there is none.</param>
internal readonly record struct Reasoning(string Text, string? Rule = null)
{
    /// <summary>The reason, and the rule in brackets.</summary>
    public override string ToString() => Rule is null ? Text : $"{Text} [{Rule}]";
}
