using PolicyEngine.Facts;
using PolicyEngine.Language;

namespace PolicyEngine.CloudTrail.Mapping;

/// <summary>The table of where the parameters of calls name resources.</summary>
/// <remarks>AWS: <see href="https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html">Actions, resources, and condition keys for AWS services</see>.</remarks>
internal static class ResourceTemplates
{
    private static readonly Lazy<ILookup<string, Row>> Rows = new(ReadRows);
    private static readonly Lazy<Dictionary<string, string>> Ec2Types = new(ReadTypes);

    /// <summary>The ARNs of an action by the first row that holds; none where no row does.</summary>
    /// <param name="action">The action, such as <c>iam:GetRole</c>.</param>
    /// <param name="find">Gives the values of a parameter: none where it is missing.</param>
    internal static IReadOnlyList<string> Find(string action, Func<string, IReadOnlyList<string>> find)
    {
        int colon = action.IndexOf(':', StringComparison.Ordinal);
        foreach (Row row in Rows.Value[action[..colon]].Concat(Rows.Value["*"]))
        {
            if (!row.Actions.Any(name => NameWildcard.IsMatch(name, action.AsSpan(colon + 1)))) continue;
            List<string> found = [];
            bool isWhole = row.Templates.All(template => TryFill(template, action, find, found));
            if (isWhole) return found;
        }

        return [];
    }

    /// <summary>The type and id of a resource of EC2, such as <c>instance/i-…</c>; null for an id of no known form, and for images and snapshots, whose ARNs have no account.</summary>
    internal static string? Ec2Resource(string id) =>
        id.LastIndexOf('-') is > 0 and var hyphen && Ec2Types.Value.TryGetValue(id[..hyphen], out string? type) ? $"{type}/{id}" : null;

    /// <summary>Fills one template with each value of its list, or once.</summary>
    private static bool TryFill(string template, string action, Func<string, IReadOnlyList<string>> find, List<string> found)
    {
        List<string> texts = [""];
        int at = 0;
        while (at < template.Length)
        {
            int open = template.IndexOf('{', at);
            if (open < 0) open = template.Length;
            string literal = template[at..open];
            for (int i = 0; i < texts.Count; i++) texts[i] += literal;
            if (open == template.Length) break;
            int close = template.IndexOf('}', open);
            string name = template[(open + 1)..close];
            at = close + 1;
            bool mustBeArn = name.EndsWith(":arn", StringComparison.Ordinal);
            IReadOnlyList<string> values = find(mustBeArn ? name[..^":arn".Length] : name);
            if (values.Count == 0 || values.Any(static value => value.AsSpan().ContainsAny('*', '?'))) return false;
            bool isLast = at == template.Length;
            List<string> next = [];
            foreach (string value in values)
            {
                bool isArn = value.StartsWith("arn:", StringComparison.Ordinal);
                if (mustBeArn && !(isArn && ResourceTypeCheck.IsOfTypeOf(action, value))) return false;

                // An ARN in the middle, such as that of a cluster, gives the name; at the end it is the resource.
                if (isArn && isLast) next.Add(value);
                else foreach (string text in texts) next.Add(text + (isArn ? value[(value.LastIndexOf('/') + 1)..] : value));
            }

            texts = next;
        }

        found.AddRange(texts);
        return true;
    }

    private static ILookup<string, Row> ReadRows() => FactTable.ReadRows("ParameterResources")
        .ToLookup(static row => row[0], static row => new Row(row[1].Split(' '), row[2].Split(' ')), StringComparer.Ordinal);

    private static Dictionary<string, string> ReadTypes() => FactTable.ReadRows("Ec2Ids", ' ').ToDictionary(static row => row[0], static row => row[1], StringComparer.Ordinal);

    /// <summary>One row of the table.</summary>
    private sealed record Row(string[] Actions, string[] Templates);
}
