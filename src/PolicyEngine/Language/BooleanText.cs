namespace PolicyEngine.Language;

/// <summary>Reads <c>true</c> and <c>false</c>, ASCII letter case ignored; nothing else is a Boolean.</summary>
internal static class BooleanText
{
    internal static bool TryParse(ReadOnlySpan<char> text, out bool value)
    {
        value = text is "true" || System.Text.Ascii.EqualsIgnoreCase(text, "true");
        return value || text is "false" || System.Text.Ascii.EqualsIgnoreCase(text, "false");
    }
}
