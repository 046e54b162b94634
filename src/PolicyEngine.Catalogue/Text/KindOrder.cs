namespace PolicyEngine.Catalogue.Text;

/// <summary>The order of the lines of a service, by the letter that they begin with.</summary>
internal static class KindOrder
{
    private const string Letters = "krasox";

    /// <summary>The place of a kind; negative for a letter that begins no line.</summary>
    internal static int Of(char kind) => Letters.IndexOf(kind, StringComparison.Ordinal);
}
