using Spectre.Console;

namespace PolicyEngine.Cli.Output;

/// <summary>Draws what the statements of one policy and their elements made of a request.</summary>
internal sealed class StatementTree(PolicyText source)
{
    /// <summary>Draws the statements below a node.</summary>
    internal void AddTo(IHasTreeNodes parent, IEnumerable<StatementTrace> statements)
    {
        foreach (StatementTrace statement in statements) AddStatement(parent, statement);
    }

    /// <summary>One line with its place in the policy.</summary>
    internal Paragraph Line(string text, TextSpan span, MatchOutcome? outcome = null)
    {
        Paragraph line = new();
        if (outcome is { } known)
        {
            (string mark, Style style) = known switch
            {
                MatchOutcome.True => ("✓ ", Screen.Good),
                MatchOutcome.False => ("✗ ", Screen.Bad),
                _ => ("? ", Screen.Doubtful),
            };
            line.Append(mark, style);
        }

        string name = TerminalText.Of(source.Name);
        return line.AppendRules(text).Append($"  {name}:{source.GetPosition(span.Start)}", Screen.Faint);
    }

    private void AddStatement(IHasTreeNodes parent, StatementTrace statement)
    {
        string sid = statement.Sid is { Length: > 0 } name ? $" '{TerminalText.Of(name)}'" : "";
        string effect = statement.Applies ? "applies" : "does not apply";
        Paragraph line = Line($"Statement[{statement.Index}]{sid} {statement.Effect} {effect}", statement.Span, statement.Outcome);
        TreeNode node = parent.AddNode(line);
        foreach (TraceNode element in statement.Elements) AddElement(node, element);
    }

    private void AddElement(TreeNode parent, TraceNode element)
    {
        bool isShort = element.Children is [{ } only] && only.Outcome == element.Outcome && only.Label == element.Label;
        TraceNode shown = isShort ? element.Children[0] : element;
        TreeNode node = parent.AddNode(Line(Describe(shown), shown.Span, shown.Outcome));
        if (isShort) return;
        foreach (TraceNode child in element.Children) node.AddNode(Line(Describe(child), child.Span, child.Outcome));
    }

    private static string Describe(TraceNode node)
    {
        string rule = MatchReasons.RuleOf(node.Reason);
        string reason = rule.Length == 0 ? "" : $": {MatchReasons.Describe(node.Reason)} [{rule}]";
        if (node.PolicyText.Length == 0 && node.Children.Length > 0) return $"{TerminalText.Of(node.Label)}{reason}";
        return $"{TerminalText.Of(node.Label)} policy '{TerminalText.Of(node.PolicyText)}', request {Quote(node.RequestText)}{reason}";
    }

    private static string Quote(string text) => text is "(missing)" or "(unknown)" ? text : $"'{TerminalText.Of(text)}'";
}
