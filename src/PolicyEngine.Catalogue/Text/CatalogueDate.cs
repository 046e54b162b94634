using System.Globalization;

namespace PolicyEngine.Catalogue.Text;

/// <summary>Dates of catalogues.</summary>
internal static class CatalogueDate
{
    private const string Form = "yyyy-MM-dd";

    /// <summary>True for a date such as 2026-09-26.</summary>
    internal static bool IsDate(string text) => DateOnly.TryParseExact(text, Form, CultureInfo.InvariantCulture, DateTimeStyles.None, out _);

    internal static string Write(DateOnly date) => date.ToString(Form, CultureInfo.InvariantCulture);
}
