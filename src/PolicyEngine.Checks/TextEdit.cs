namespace PolicyEngine.Checks;

/// <summary>One replacement in the text of a policy.</summary>
/// <param name="Span">The bytes that go; of no length where something is only put in.</param>
/// <param name="NewText">What comes in their place; empty where something only goes.</param>
public readonly record struct TextEdit(TextSpan Span, string NewText);
