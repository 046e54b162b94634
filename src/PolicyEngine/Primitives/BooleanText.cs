namespace PolicyEngine.Primitives;

/// <summary>Reads <c>true</c> and <c>false</c>, ASCII letter case ignored; nothing else is a Boolean.</summary>
internal static class BooleanText
{
    internal static bool TryParse(ReadOnlySpan<char> text, out bool value)
    {
        value = System.Text.Ascii.EqualsIgnoreCase(text, "true");
        return value || System.Text.Ascii.EqualsIgnoreCase(text, "false");
    }
}
