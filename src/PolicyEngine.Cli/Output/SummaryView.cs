using PolicyEngine.Explanation;
using Spectre.Console;

namespace PolicyEngine.Cli.Output;

/// <summary>Draws the lines of a summary: words flow within their indent, and what stands under each other stays there.</summary>
internal sealed class SummaryView(IAnsiConsole screen)
{
    private readonly TextFlow flow = new(screen);

    /// <summary>Draws lines.</summary>
    /// <param name="lines">The lines.</param>
    /// <param name="id">The name of the case, which stands before the first line; null where there is none.</param>
    internal void Draw(IEnumerable<ExplanationLine> lines, string? id)
    {
        foreach (ExplanationLine line in lines)
        {
            List<TextFlow.Run> runs = [.. line.Parts.Select(static part => new TextFlow.Run(part.Text, ExplanationView.StyleOf(part.Role), LinkOf(part), part.IsWhole))];
            if (id is not null) runs.Insert(0, new TextFlow.Run($"{TerminalText.Of(id)}: ", Screen.Strong));
            id = null;
            if (line.IsVerbatim) flow.WriteVerbatim(line.Indent, runs);
            else flow.Write(new string(' ', line.Indent), runs, line.Hanging);
        }
    }

    private static Link? LinkOf(ExplanationLine.Part part)
    {
        if (part.Rule is { } rule && RuleLinks.Find(rule) is { } address) return new Link(address.AbsoluteUri);
        return part.File is { } file && File.Exists(file) ? new Link(new Uri(Path.GetFullPath(file)).AbsoluteUri) : null;
    }
}
