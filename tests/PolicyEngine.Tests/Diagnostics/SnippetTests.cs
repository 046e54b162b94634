namespace PolicyEngine.Tests.Diagnostics;

/// <summary>Positions as people count them, and carets under the fault.</summary>
public class SnippetTests
{
    [Theory]
    [InlineData("a\nb\r\nc\rd", 0, 1, 1)]
    [InlineData("a\nb\r\nc\rd", 2, 2, 1)]
    [InlineData("a\nb\r\nc\rd", 5, 3, 1)]
    [InlineData("a\nb\r\nc\rd", 7, 4, 1)]
    [InlineData("\té😀x", 7, 1, 4)]
    public void Lines_and_columns_are_1_based_and_columns_count_code_points(string text, int offset, int line, int column) =>
        Assert.Equal(new LinePosition(line, column), PolicyText.FromString(text).GetPosition(offset));

    [Fact]
    public void A_text_inside_a_file_counts_from_where_it_begins()
    {
        PolicyText text = PolicyText.FromUtf8("{\n{"u8, "cases.jsonl", new LinePosition(7, 40));
        Assert.Equal(new LinePosition(7, 41), text.GetPosition(1));
        Assert.Equal(new LinePosition(8, 1), PolicyText.FromImmutable([.. "{\n{"u8], "cases.jsonl", new LinePosition(7, 40)).GetPosition(2));
        Assert.Equal(new LinePosition(8, 1), text.GetPosition(2));
    }

    [Fact]
    public void Bytes_that_could_change_are_copied()
    {
        byte[] bytes = [.. "{}"u8];
        PolicyText text = PolicyText.FromUtf8(bytes);
        bytes[0] = (byte)'[';
        Assert.Equal("{}", text.ToString());
        Assert.Throws<ArgumentException>(static () => PolicyText.FromImmutable(default));
    }

    [Fact]
    public void The_caret_survives_tabs_and_wide_characters()
    {
        const string text = "{\n\t\"日本\": 1,\t\"Stätement\":[]}";
        Diagnostic[] unknown = [.. PolicyParser.Parse(PolicyText.FromString(text, "p.json"), new PolicyParserOptions { Type = PolicyType.Resource }).Diagnostics.Where(static d => d.Id == "PE2001")];
        Assert.Equal("p.json:2:2: error PE2001: '日本' is not an element of a policy document", DiagnosticFormatter.FormatLine(unknown[0]));
        Assert.Equal("2 | \t\"日本\": 1,\t\"Stätement\":[]}", DiagnosticFormatter.FormatSnippet(unknown[1]).Split('\n')[1]);
        Assert.Equal("  | \t          \t^^^^^^^^^^^", DiagnosticFormatter.FormatSnippet(unknown[1]).Split('\n')[2]);
    }

    [Fact]
    public void Control_characters_of_a_policy_never_reach_the_screen()
    {
        const string text = """{"\u001b[31m\u202e\n":1}""";
        foreach (Diagnostic diagnostic in PolicyParser.Parse(PolicyText.FromString(text)).Diagnostics)
        {
            string shown = DiagnosticFormatter.FormatSnippet(diagnostic).Replace("\n", "", StringComparison.Ordinal);
            Assert.DoesNotContain(shown, static c => char.IsControl(c) || c == '\u202e');
        }
    }

    [Fact]
    public void Long_lines_are_cut_round_the_fault()
    {
        string text = "{" + new string(' ', 5_000) + "\"X\":1" + new string(' ', 5_000) + "}";
        string[] lines = DiagnosticFormatter.FormatSnippet(PolicyParser.Parse(PolicyText.FromString(text)).Diagnostics.First(static d => d.Id == "PE2001")).Split('\n');
        Assert.All(lines[1..3], static line => Assert.InRange(line.Length, 0, 180));
        Assert.Equal("\"X\"", lines[1].Substring(lines[2].IndexOf('^', StringComparison.Ordinal), 3));
    }
}
