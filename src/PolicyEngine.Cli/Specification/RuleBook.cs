using System.Globalization;
using System.Reflection;

namespace PolicyEngine.Cli.Specification;

/// <summary>All pages of the specification, which the tool carries with it.</summary>
internal static class RuleBook
{
    private const string Prefix = "specification/";
    private static readonly Lazy<Dictionary<string, SpecificationRule>> ById =
        new(static () => Pages.SelectMany(static page => page.Rules).ToDictionary(static rule => rule.Id, StringComparer.OrdinalIgnoreCase));

    /// <summary>The pages, by name.</summary>
    internal static IReadOnlyList<SpecificationPage> Pages => field ??= [.. ReadPages()];

    /// <summary>All rules.</summary>
    internal static IReadOnlyCollection<SpecificationRule> Rules => ById.Value.Values;

    /// <summary>Finds a rule by its number, letter case ignored; null where there is none.</summary>
    internal static SpecificationRule? Find(string id) => ById.Value.GetValueOrDefault(id);

    /// <summary>The rule with the letter of a text whose number is nearest to that in the text; null where the text has no such letter or no number.</summary>
    internal static SpecificationRule? FindNearest(string text)
    {
        char letter = text.Length > 0 ? char.ToUpperInvariant(text[0]) : ' ';
        string digits = string.Concat(text.Where(char.IsAsciiDigit));
        if (!int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out int number)) return null;
        return Rules.Where(rule => rule.Id[0] == letter).MinBy(rule => Math.Abs((long)NumberOf(rule) - number));
    }

    private static int NumberOf(SpecificationRule rule) => int.Parse(rule.Id.AsSpan(2), NumberStyles.None, CultureInfo.InvariantCulture);

    private static IEnumerable<SpecificationPage> ReadPages()
    {
        Assembly assembly = typeof(RuleBook).Assembly;
        foreach (string name in assembly.GetManifestResourceNames().Where(static name => name.StartsWith(Prefix, StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            using StreamReader reader = new(assembly.GetManifestResourceStream(name)!);
            yield return SpecificationPage.Parse(name[Prefix.Length..], reader.ReadToEnd());
        }
    }
}
