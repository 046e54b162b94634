namespace PolicyEngine.Checks;

/// <summary>Another place of the text that a finding is about, such as the entry that covers a redundant one.</summary>
/// <param name="Path">The element, such as <c>Statement[2].Action[0]</c>.</param>
/// <param name="Span">The bytes meant.</param>
public readonly record struct RelatedPlace(string Path, TextSpan Span);
