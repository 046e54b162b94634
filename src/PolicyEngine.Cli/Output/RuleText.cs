using Spectre.Console;

namespace PolicyEngine.Cli.Output;

/// <summary>Puts text into a line so that the rules which it names in brackets, such as <c>[L-114]</c>, are links in a terminal that has them.</summary>
internal static class RuleText
{
    /// <summary>Appends a text; the brackets of rules are looked for in all of it.</summary>
    internal static Paragraph AppendRules(this Paragraph line, string text, Style? style = null)
    {
        foreach (TextFlow.Run run in RunsOf(text, style ?? Style.Plain)) line.Append(run.Text, run.Style, run.Link);
        return line;
    }

    /// <summary>A text in pieces, of which those that name a rule are links.</summary>
    internal static IEnumerable<TextFlow.Run> RunsOf(string text, Style style)
    {
        int done = 0;
        for (int open = text.IndexOf('[', StringComparison.Ordinal); open >= 0; open = text.IndexOf('[', open + 1))
        {
            int close = text.IndexOf(']', open);
            if (close < 0) break;
            string[] rules = text[(open + 1)..close].Split(", ");
            if (!Array.TrueForAll(rules, static rule => RuleLinks.Find(rule) is not null)) continue;
            yield return new TextFlow.Run(text[done..(open + 1)], style);
            foreach ((int place, string rule) in rules.Index())
            {
                if (place > 0) yield return new TextFlow.Run(", ", style);
                yield return new TextFlow.Run(rule, style, new Link(RuleLinks.Find(rule)!.AbsoluteUri));
            }

            done = close;
        }

        yield return new TextFlow.Run(text[done..], style);
    }
}
