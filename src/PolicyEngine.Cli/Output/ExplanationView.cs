using PolicyEngine.Cli.Running;
using PolicyEngine.Explanation;
using Spectre.Console;

namespace PolicyEngine.Cli.Output;

/// <summary>Draws explanations in colour. What they show, and in which words, is said by the library.</summary>
internal static class ExplanationView
{
    /// <summary>Draws the lines of an explanation, the last of them as a tree.</summary>
    internal static void Draw(IAnsiConsole screen, string? id, List<ExplanationLine> lines)
    {
        foreach ((int number, ExplanationLine line) in lines.Index())
        {
            Paragraph text = new();
            if (number == 0 && id is not null) text.Append($"{TerminalText.Of(id)}: ", Screen.Strong);
            Append(text, line);
            if (number < lines.Count - 1)
            {
                AnswerView.WriteLine(screen, text);
                continue;
            }

            Tree tree = new(text);
            AddChildren(tree, line);
            screen.Write(tree);
        }
    }

    /// <summary>Draws what was found in the policies, and what is uncertain.</summary>
    internal static void DrawNotes(IAnsiConsole screen, CaseAnswer answer)
    {
        foreach (Diagnostic diagnostic in answer.Diagnostics)
        {
            Paragraph text = new();
            Append(text, ExplanationLines.Of(diagnostic));
            AnswerView.WriteLine(screen, text);
        }
    }

    private static void AddChildren(IHasTreeNodes parent, ExplanationLine line)
    {
        foreach (ExplanationLine child in line.Children)
        {
            Paragraph text = new();
            Append(text, child);
            AddChildren(parent.AddNode(text), child);
        }
    }

    private static void Append(Paragraph text, ExplanationLine line)
    {
        foreach (LinePart part in line.Parts)
        {
            if (part.Rule is null) text.Append(part.Text, StyleOf(part.Role));
            else text.AppendRules(part.Text, StyleOf(part.Role));
        }
    }

    private static Style StyleOf(TextRole role) => role switch
    {
        TextRole.Strong => Screen.Strong,
        TextRole.Good => Screen.Good,
        TextRole.Bad => Screen.Bad,
        TextRole.Doubtful => Screen.Doubtful,
        TextRole.Faint => Screen.Faint,
        _ => Style.Plain,
    };
}
