using PolicyEngine.Cli.Running;
using PolicyEngine.Explanation;
using Spectre.Console;

namespace PolicyEngine.Cli.Output;

/// <summary>Draws explanations in colour. What they show, and in which words, is said by the library.</summary>
internal static class ExplanationView
{
    private const int NoteIndent = 2;

    /// <summary>Draws the tree of an explanation.</summary>
    internal static void DrawTree(IAnsiConsole screen, ExplanationLine root)
    {
        Paragraph text = new();
        Append(text, root);
        Tree tree = new(text);
        AddChildren(tree, root);
        screen.Write(tree);
    }

    /// <summary>Draws what was found in the policies, and what is uncertain.</summary>
    internal static void DrawNotes(IAnsiConsole screen, CaseAnswer answer)
    {
        TextFlow flow = new(screen);
        foreach (Diagnostic diagnostic in answer.Diagnostics)
        {
            ExplanationLine line = ExplanationLines.Of(diagnostic);
            flow.Write("", line.Parts.SelectMany(static part => RuleText.RunsOf(part.Text, StyleOf(part.Role))), NoteIndent);
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
        foreach (ExplanationLine.Part part in line.Parts)
        {
            if (part.Rule is null) text.Append(part.Text, StyleOf(part.Role));
            else text.AppendRules(part.Text, StyleOf(part.Role));
        }
    }

    /// <summary>The look of a part.</summary>
    internal static Style StyleOf(TextRole role) => role switch
    {
        TextRole.Strong => Screen.Strong,
        TextRole.Good => Screen.Good,
        TextRole.Bad => Screen.Bad,
        TextRole.Doubtful => Screen.Doubtful,
        TextRole.Faint => Screen.Faint,
        _ => Style.Plain,
    };
}
