using System.Globalization;
using System.Text;
using System.Text.Json;
using PolicyEngine.Cli.Output;

namespace PolicyEngine.Cli.Tests;

/// <summary>Texts of policies, requests and files that try to be more than texts, in everything that the tool prints.</summary>
public sealed class UntrustedTextTests
{
    /// <summary>Moves the cursor, turns the line round, hides itself, begins another line, and is a link and markup.</summary>
    private const string Hostile = "x\u001b[2K\u001b]8;;https://evil.example\u0007\u202eevil\u2066\u200b\ufeff\u2028\u0085\r\n✓ allowed [a](https://evil.example)![b](c)<script>alert(1)</script>\"'><img src=x onerror=y>&amp;`|e\u0301\u0301";

    /// <summary>Fills whole lines of a terminal, so that what follows would stand at the beginning of one.</summary>
    private static readonly string Wide = string.Concat(Enumerable.Repeat("界", 45)) + "✓ allowed";

    public static TheoryData<string[]> Commands => new(
        ["explain", "-", "--all", "--show-request"],
        ["explain", "-", "--format", "json"],
        ["explain", "-", "--id", "h", "--format", "html"],
        ["evaluate", "-", "--details"],
        ["test", "-"],
        ["test", "-", "--format", "json"],
        ["check", "-", "--type", "resource"],
        ["check", "-", "--format", "json"],
        ["check", "-", "--format", "sarif"],
        ["request", "--cloudtrail", "-"],
        ["expand", "--policy", "-"],
        ["expand", "-", Hostile],
        ["why", Hostile],
        ["actions", Hostile],
        ["data", Hostile],
        ["endpoint", "resolve", Hostile, "--inventory", "-"],
        ["explain", "--principal", Hostile, "--action", Hostile, "--resource", Hostile],
        ["explain", "--principal", "arn:aws:iam::123456789012:user/A", "--action", "sqs:SendMessage", "--resource", "arn:aws:sqs:us-east-1:123456789012:q", "--context", $"k:{Hostile}=1", "--identity", "-"],
        ["explain", "--principal", "arn:aws:iam::123456789012:user/A", "--action", "sqs:SendMessage", "--resource", "arn:aws:sqs:us-east-1:123456789012:q", "--unknown", Hostile, "--identity", "-"],
        ["compare", "--before", Hostile, "--after", Hostile, "-"],
        ["check", Hostile],
        [Hostile],
        ["explain", $"--{Hostile}"]);

    [Theory]
    [MemberData(nameof(Commands))]
    public async Task Q40_nothing_that_is_printed_moves_or_hides(string[] command)
    {
        foreach (string input in (string[])[CaseOf(Hostile), PolicyOf(Hostile), Hostile])
        {
            ToolRun run = await ToolRun.RunAsync(input, ["COLUMNS=60", .. command]);
            AssertPlain(run.Output);
            AssertPlain(run.Error);
        }
    }

    [Theory]
    [InlineData(60)]
    [InlineData(120)]
    public async Task Q40_a_wide_text_forges_no_line(int width)
    {
        foreach (string text in (string[])[Wide, Hostile, Wide + Hostile])
        {
            string[] lines = (await ToolRun.RunAsync(CaseOf(text), $"COLUMNS={width}", "explain", "-", "--id", "h")).Output.Split('\n');
            Assert.StartsWith("h: ", lines[0], StringComparison.Ordinal);
            Assert.All(lines[1..], static line => Assert.True(line.Length == 0 || line[0] == ' ', line));
            Assert.All(lines, line => Assert.True(TextFlow.CellsOf(line) <= width, line));
        }
    }

    [Theory]
    [InlineData(60)]
    [InlineData(120)]
    public async Task Q40_a_wide_text_of_a_finding_forges_no_line(int width)
    {
        foreach (string text in (string[])[Wide, Hostile, Wide + Hostile])
        {
            string[] lines = (await ToolRun.RunAsync(PolicyOf(text), $"COLUMNS={width}", "check", "-", "--type", "resource")).Output.Split('\n');
            Assert.All(lines[..^2], static line => Assert.True(line.Length == 0 || line[0] == ' ' || line.StartsWith("stdin:1:", StringComparison.Ordinal) || line.StartsWith("1 | ", StringComparison.Ordinal), line));
            Assert.All(lines, line => Assert.True(TextFlow.CellsOf(line) <= width, line));
        }
    }

    [Fact]
    public async Task Q40_a_page_has_no_markup_of_others()
    {
        string page = (await ToolRun.RunAsync(CaseOf(Hostile), "explain", "-", "--id", "h", "--format", "html")).Output;
        Assert.StartsWith("<!DOCTYPE html>", page, StringComparison.Ordinal);
        Assert.Contains("&lt;script&gt;", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", page, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("<img", page, StringComparison.OrdinalIgnoreCase);
        string[] known = ["a", "body", "details", "h1", "h2", "head", "html", "li", "main", "meta", "p", "pre", "span", "style", "summary", "title", "ul"];
        string[] names = [.. page.Split('<').Skip(2).Select(static piece => string.Concat(piece.TrimStart('/').TakeWhile(char.IsAsciiLetterOrDigit)))];
        Assert.All(names, name => Assert.Contains(name, known, StringComparer.Ordinal));
        Assert.All(page.Split("href=\"").Skip(1), static link => Assert.StartsWith("https://github.com/policyengine-dotnet/", link, StringComparison.Ordinal));
        Assert.DoesNotContain("src=\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Q40_a_report_for_code_scanning_has_no_links_of_others()
    {
        string policy = $$"""{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":{{JsonSerializer.Serialize(Hostile)}},"Resource":"*"}]}""";
        using JsonDocument report = JsonDocument.Parse((await ToolRun.RunAsync(policy, "check", "-", "--format", "sarif")).Output);
        JsonElement[] results = [.. report.RootElement.GetProperty("runs")[0].GetProperty("results").EnumerateArray()];
        Assert.NotEmpty(results);
        foreach (JsonElement result in results)
        {
            string text = result.GetProperty("message").GetProperty("text").GetString()!;
            for (int at = text.IndexOf('[', StringComparison.Ordinal); at >= 0; at = text.IndexOf('[', at + 1)) Assert.True(at > 0 && text[at - 1] == '\\', text);
        }
    }

    [Fact]
    public async Task Q40_programs_read_the_texts_as_they_are()
    {
        ToolRun run = await ToolRun.RunAsync(CaseOf(Hostile), "explain", "-", "--id", "h", "--format", "json");
        using JsonDocument answer = JsonDocument.Parse(run.Output);
        JsonElement request = answer.RootElement.GetProperty("checks")[0].GetProperty("request");
        Assert.Equal($"arn:aws:s3:::b/{Hostile}", request.GetProperty("resource").GetString());
    }

    private static void AssertPlain(string text)
    {
        Rune[] odd = [.. text.EnumerateRunes().Where(static rune => rune.Value is not ('\n' or '\t') && (Rune.GetUnicodeCategory(rune)
            is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator))];
        Assert.True(odd.Length == 0, odd.Length == 0 ? null : JsonSerializer.Serialize(text));
        Assert.DoesNotContain("\n✓ allowed [a]", text, StringComparison.Ordinal);
    }

    /// <summary>A case of which every text that may hold anything is the text.</summary>
    private static string CaseOf(string text)
    {
        string quoted = JsonSerializer.Serialize(text)[1..^1];
        return """{"id":"h","note":"QUOTED","expected":"allowed","policies":{"resource":{"Version":"2012-10-17","Statement":[{"Sid":"S","Effect":"Deny","Principal":"*","Action":"*","Resource":"*","Condition":{"StringNotEquals":{"aws:PrincipalTag/team":"QUOTED"}}}]},"serviceControl":[{"level":"QUOTED","policies":[{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"*","Resource":"*"}]}]}]},"request":{"principal":"arn:aws:iam::123456789012:user/A","action":"s3:GetObject","resource":"arn:aws:s3:::b/QUOTED","context":{"k:QUOTED":"QUOTED"}}}""".Replace("QUOTED", quoted, StringComparison.Ordinal);
    }

    private static string PolicyOf(string text)
    {
        string quoted = JsonSerializer.Serialize(text);
        return """{"Version":"2012-10-17","Statement":[{"Sid":QUOTED,"Effect":"Allow","Principal":{"AWS":QUOTED},"Action":[QUOTED,"s3:TAIL],"Resource":QUOTED,"Condition":{QUOTED:{QUOTED:QUOTED}}}]}""".Replace("QUOTED", quoted, StringComparison.Ordinal).Replace("TAIL", quoted[1..], StringComparison.Ordinal);
    }
}
