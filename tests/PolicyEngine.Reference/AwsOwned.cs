using System.Text.RegularExpressions;

namespace PolicyEngine.Reference;

/// <summary>Q-6: resources of AWS, by a reader of its own of the table of their names.</summary>
internal static class AwsOwned
{
    /// <summary>Q-6: an account of AWS, and an organization of AWS or none, as values of keys; no request holds such texts.</summary>
    internal const string Account = "\u0001account";
    internal const string Organization = "\u0001organization";

    private static readonly ILookup<string, (string Piece, Regex Name, string[] Actions, Regex Objects)> Rows = Read();

    /// <summary>Q-6: whether AWS owns the resource of a request, and lets every account do the action.</summary>
    internal static (bool IsOwned, bool IsOpen) Of(AuthorizationRequest r)
    {
        string[] parts = r.Resource.Split(':', 6);
        if (r.ResourceAccount is not null || parts.Length < 6 || Forms.IsAccount(parts[4])) return (false, false);
        if (Rows[parts[2]].FirstOrDefault(row => r.Resource.Contains(row.Piece, StringComparison.Ordinal) && row.Name.IsMatch(r.Resource)) is not { Name: not null } row) return (parts[4] == "aws", false);
        bool isOpen = row.Objects.IsMatch(r.Resource) && row.Actions.Contains(Forms.Ascii(r.Action), StringComparer.Ordinal);
        return (true, isOpen && r.Principal.Account is not null);
    }

    /// <summary>Q-6: the match of one value of a policy with a value of AWS: what names an account that a request tells, or an organization, does not match.</summary>
    internal static Answer Match(string marker, string own, bool hasWildcards, Func<string, Answer> match, IEnumerable<string> accounts)
    {
        string literal = own.Replace("${*}", "", StringComparison.Ordinal).Replace("${?}", "", StringComparison.Ordinal).Replace("${$}", "", StringComparison.Ordinal);
        bool isWild = hasWildcards && literal.AsSpan().ContainsAny('*', '?');
        if (isWild && own.All(static c => c == '*')) return true;
        if (marker == Organization) return isWild && !Regex.IsMatch(own, "^o-[^*?$]*/", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(10)) ? Answer.UnknownKey : false;
        return !isWild && accounts.Any(account => match(account).Value == true) ? false : Answer.UnknownKey;
    }

    /// <summary>Q-6: the rows by service.</summary>
    private static ILookup<string, (string Piece, Regex Name, string[] Actions, Regex Objects)> Read()
    {
        using StreamReader reader = new(typeof(AwsOwned).Assembly.GetManifestResourceStream("aws-owned-names.tsv")!);
        return reader.ReadToEnd().Split('\n').Where(static line => line.Length > 0 && line[0] != '#').Select(static line => line.Split('\t')).Select(static row =>
        {
            string service = row[0].Split(':')[2];
            string form = string.Join(':', row[0].Split(':', 6).Select(static (part, i) => Regex.Escape(part).Replace("\\{partition}", "aws(-[a-z]+)*", StringComparison.Ordinal)
                .Replace("\\{region}", "[a-z]{2,4}(-[a-z]+)+-[0-9]+", StringComparison.Ordinal).Replace("\\*", i == 5 ? ".*" : "[^:]*", StringComparison.Ordinal)));
            string bucket = service == "s3" && form.EndsWith("/.*", StringComparison.Ordinal) ? $"{form[..^3]}(/.*)?" : form;
            return (Service: service, Row: (row[0].Split('{', '}', '*').Skip(2).MaxBy(static piece => piece.Length)!.TrimEnd('/'), Forms.Make(bucket), row[1].Split(' ').Select(name => Forms.Ascii($"{service}:{name}")).ToArray(), Forms.Make(form)));
        }).ToLookup(static row => row.Service, static row => row.Row, StringComparer.Ordinal);
    }
}
