using PolicyEngine.Cli.Running;
using PolicyEngine.Diagnostics;
using PolicyEngine.Evaluation;
using PolicyEngine.Matching;
using PolicyEngine.Requests;
using PolicyEngine.Syntax;
using PolicyEngine.Text;
using Spectre.Console;

namespace PolicyEngine.Cli.Output;

/// <summary>Draws why a request is decided as it is: the decision, then the policy, its statements and their elements.</summary>
internal sealed class ExplanationTree(DecisionAnswer answer)
{
    private readonly PolicyText source = answer.Question.Policy;
    private readonly PolicyExplanation explanation = CaseRunner.Explain(answer);

    /// <summary>Draws the tree.</summary>
    internal void Draw(IAnsiConsole screen)
    {
        screen.Write(Headline());
        screen.WriteLine();
        AuthorizationRequest request = answer.Question.Request.Authorization;
        screen.Write(new Paragraph($"  {TerminalText.Of(request.Principal.ToString())} asks for {TerminalText.Of(request.Action)} on {TerminalText.Of(request.Resource)}"));
        screen.WriteLine();
        Tree tree = new(Line($"{PolicyTypeNames.NameOf(answer.Question.PolicyType)} policy", new TextSpan(0, 0)));
        foreach (StatementTrace statement in explanation.Statements) AddStatement(tree, statement);
        screen.Write(tree);
        foreach (Diagnostic diagnostic in answer.Diagnostics)
        {
            screen.Write(new Paragraph(TerminalText.Of(DiagnosticFormatter.FormatLine(diagnostic)), diagnostic.Severity == DiagnosticSeverity.Information ? Screen.Faint : Screen.Doubtful));
            screen.WriteLine();
        }
    }

    private Paragraph Headline()
    {
        Paragraph line = new();
        if (answer.Reading.Id is { } id) line.Append($"{TerminalText.Of(id)}: ", Screen.Strong);
        line.Append(answer.Word, answer.Word == "allowed" ? Screen.Good : Screen.Bad);
        string reason = explanation.Decision switch
        {
            Decision.ExplicitDeny => "a Deny statement applies",
            Decision.Allowed => "an Allow statement applies and no Deny statement does",
            _ => "no statement applies",
        };
        line.Append($", because {reason}");
        if (!explanation.IsCertain) line.Append("; this is uncertain, for an undecided match could change it", Screen.Doubtful);
        return line;
    }

    private void AddStatement(Tree tree, StatementTrace statement)
    {
        string sid = statement.Sid is { Length: > 0 } name ? $" '{TerminalText.Of(name)}'" : "";
        string effect = statement.Applies ? "applies" : "does not apply";
        Paragraph line = Line($"Statement[{statement.Index}]{sid} {statement.Effect} {effect}", statement.Span, statement.Outcome);
        TreeNode node = tree.AddNode(line);
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

    private Paragraph Line(string text, TextSpan span, MatchOutcome? outcome = null)
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
        return line.Append(text).Append($"  {name}:{source.GetPosition(span.Start)}", Screen.Faint);
    }
}
