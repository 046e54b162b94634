namespace PolicyEngine.Cli.Specification;

/// <summary>A page of the specification: Markdown in which each rule is a heading with an anchor, a text and fields.</summary>
internal sealed class SpecificationPage
{
    private const string RuleHeading = "### ";
    private const string AnchorStart = "<a id=\"";
    private const string AnchorEnd = "\"></a>";
    private static readonly string[] FieldNames = ["Example", "Source", "Confidence"];
    private readonly List<SpecificationRule> rules = [];
    private readonly Dictionary<string, SpecificationRule.SourcePage> definitions = new(StringComparer.Ordinal);

    private SpecificationPage(string name, string markdown)
    {
        Name = name;
        Markdown = markdown;
    }

    /// <summary>The file name, such as <c>principals.md</c>.</summary>
    internal string Name { get; }

    /// <summary>The whole text.</summary>
    internal string Markdown { get; }

    /// <summary>The rules, in the order of the page.</summary>
    internal IReadOnlyList<SpecificationRule> Rules => rules;

    /// <summary>What names in brackets lead to: pages of AWS, and other rules, which have no title.</summary>
    internal IReadOnlyDictionary<string, SpecificationRule.SourcePage> Definitions => definitions;

    /// <summary>Reads a page.</summary>
    internal static SpecificationPage Parse(string name, string markdown)
    {
        SpecificationPage page = new(name, markdown.ReplaceLineEndings("\n"));
        page.Read();
        return page;
    }

    private void Read()
    {
        List<string> body = [];
        foreach (string line in Markdown.Split('\n'))
        {
            if (ReadDefinition(line) is { } definition) definitions[definition.Name] = definition;
            else body.Add(line);
        }

        List<string> anchors = [];
        for (int at = 0; at < body.Count; at++)
        {
            if (AnchorIn(body[at]) is { } anchor) anchors.Add(anchor);
            if (!body[at].StartsWith('#')) continue;
            if (body[at].StartsWith(RuleHeading, StringComparison.Ordinal)) rules.Add(ReadRule(body[at][RuleHeading.Length..], [.. anchors], LinesOf(body, at + 1)));
            anchors.Clear();
        }
    }

    /// <summary>A line such as <c>[KEYS]: https://… "the title"</c>, the title optional.</summary>
    private static SpecificationRule.SourcePage? ReadDefinition(string line)
    {
        int close = line.IndexOf("]: ", StringComparison.Ordinal);
        if (close < 0 || line[0] != '[') return null;
        string target = line[(close + 3)..];
        int blank = target.IndexOf(' ', StringComparison.Ordinal);
        return new SpecificationRule.SourcePage(line[1..close], blank < 0 ? "" : target[(blank + 1)..].Trim('"'), blank < 0 ? target : target[..blank]);
    }

    private static string? AnchorIn(string line) =>
        line.StartsWith(AnchorStart, StringComparison.Ordinal) && line.EndsWith(AnchorEnd, StringComparison.Ordinal) ? line[AnchorStart.Length..^AnchorEnd.Length] : null;

    /// <summary>The lines up to the next heading or anchor; what is in a block of code is neither.</summary>
    private static List<string> LinesOf(List<string> body, int start)
    {
        bool isCode = false;
        int end = start;
        for (; end < body.Count; end++)
        {
            if (body[end].StartsWith("```", StringComparison.Ordinal)) isCode = !isCode;
            if (!isCode && (body[end].StartsWith('#') || AnchorIn(body[end]) is not null)) break;
        }

        return body[start..end];
    }

    private SpecificationRule ReadRule(string heading, string[] anchors, List<string> lines)
    {
        Dictionary<string, string> fields = FieldNames.ToDictionary(static name => name, static _ => "", StringComparer.Ordinal);
        List<string> text = [];
        string? open = null;
        foreach (string line in lines)
        {
            string? begun = Array.Find(FieldNames, name => line.StartsWith(StartOf(name), StringComparison.Ordinal));
            bool isContinued = begun is null && open is not null && line.StartsWith("  ", StringComparison.Ordinal);
            if (!isContinued) open = begun;
            if (open is null) text.Add(line);
            else fields[open] += isContinued ? $" {line.Trim()}" : line[StartOf(open).Length..];
        }

        int blank = heading.IndexOf(' ', StringComparison.Ordinal);
        return new SpecificationRule
        {
            Id = blank < 0 ? heading : heading[..blank],
            Title = blank < 0 ? "" : heading[(blank + 1)..],
            Page = Name,
            Anchors = anchors,
            Text = Unlink(string.Join('\n', text).Trim('\n')),
            Example = fields["Example"].Length > 0 ? Unlink(fields["Example"]) : null,
            SourceParts = [.. MarkdownRun.Read(fields["Source"]).Select(run => PageOf(run) is { } page ? (page.Name, page) : (Unlink(run.Raw), null))],
            Confidence = Unlink(fields["Confidence"]),
        };
    }

    private static string StartOf(string field) => $"- **{field}**: ";

    private SpecificationRule.SourcePage? PageOf(MarkdownRun run) =>
        run.Kind == MarkdownRunKind.Reference && definitions.TryGetValue(run.Text, out SpecificationRule.SourcePage? own) && own.Title.Length > 0 ? own : null;

    /// <summary>Names in brackets become bare names, and links their texts; blocks of code stay.</summary>
    private string Unlink(string markdown)
    {
        string[] parts = markdown.Split("```");
        for (int i = 0; i < parts.Length; i += 2)
        {
            parts[i] = string.Concat(MarkdownRun.Read(parts[i]).Select(run => run.Kind == MarkdownRunKind.Link || (run.Kind == MarkdownRunKind.Reference && definitions.ContainsKey(run.Text)) ? run.Text : run.Raw));
        }

        return string.Join("```", parts);
    }
}
