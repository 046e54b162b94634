namespace PolicyEngine.Catalogue.Text;

/// <summary>The letters that stand for levels and types in the text form.</summary>
internal static class Letters
{
    private const string Levels = "?LRWTP";
    private const string Singles = "?sabndiy";
    private const string Arrays = "?SABNDIY";

    internal static char Of(AccessLevel level) => Levels[(int)level];

    internal static char Of(CatalogueKey key) => (key.IsArray ? Arrays : Singles)[(int)key.Type];

    internal static AccessLevel? LevelOf(ReadOnlySpan<char> text)
    {
        int place = text.Length == 1 ? Levels.IndexOf(text[0], StringComparison.Ordinal) : -1;
        return place < 0 ? null : (AccessLevel)place;
    }

    /// <summary>The type that a letter stands for; capital letters stand for several values.</summary>
    internal static (CatalogueKeyType Type, bool IsArray)? TypeOf(ReadOnlySpan<char> text)
    {
        if (text.Length != 1) return null;
        int single = Singles.IndexOf(text[0], StringComparison.Ordinal);
        if (single >= 0) return ((CatalogueKeyType)single, false);
        int array = Arrays.IndexOf(text[0], StringComparison.Ordinal);
        return array < 0 ? null : ((CatalogueKeyType)array, true);
    }
}
