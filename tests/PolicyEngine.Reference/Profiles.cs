using System.Text.RegularExpressions;

namespace PolicyEngine.Reference;

/// <summary>Q-10: the table of what AWS does differently by service, read by a reader of its own.</summary>
internal static class Profiles
{
    private static readonly ILookup<(string Prefix, string Column), (string[] Words, Lazy<Regex> Names)> Cells = Read();

    /// <summary>Q-10: whether gateway endpoints carry calls of a service.</summary>
    internal static bool HasGateway(string prefix) => Cells[(prefix, "endpoint")].Any(static cell => cell.Words.Contains("gateway"));

    /// <summary>Q-10, A-57: whether a service refuses an action to callers of other accounts.</summary>
    internal static bool IsOwnAccountOnly(string prefix, string name) =>
        Cells[(prefix, "own-account-only")].Any(cell => cell.Names.Value.IsMatch(name))
        || (Cells[(prefix, "cross-account-only-these")].Any() && !Cells[(prefix, "cross-account-only-these")].Any(cell => cell.Names.Value.IsMatch(name)));

    /// <summary>Q-3: the name of a service in kms:ViaService, of the name in aws:CalledVia.</summary>
    internal static string? ViaService(string service) => !service.EndsWith(".amazonaws.com", StringComparison.Ordinal) ? null
        : Cells.Where(cells => cells.Key.Column == "via-service" && (cells.Key.Prefix == service[..^14] || cells.Any(cell => cell.Words[0] == service[..^14]))).Select(static cells => cells.First().Words[0]).FirstOrDefault();

    /// <summary>Q-10: names with wildcards, of which each cell has many.</summary>
    private static Regex Names(string cell) => Forms.Make(string.Join('|', cell.Split(' ').Select(static word => Regex.Escape(Forms.Ascii(word)).Replace(@"\*", ".*", StringComparison.Ordinal))));

    /// <summary>Q-10: the facts of a service and a column.</summary>
    private static ILookup<(string Prefix, string Column), (string[] Words, Lazy<Regex> Names)> Read()
    {
        using StreamReader reader = new(typeof(Profiles).Assembly.GetManifestResourceStream("service-profiles.tsv")!);
        return reader.ReadToEnd().Split('\n').Where(static line => line.Length > 0 && line[0] != '#').Select(static line => line.Split('\t'))
            .ToLookup(static cell => (cell[0], cell[1]), static cell => (cell[2].Split(' '), new Lazy<Regex>(() => Names(cell[2]))));
    }
}
