using PolicyEngine.Cli.Running;
using Spectre.Console;

namespace PolicyEngine.Cli.Output;

/// <summary>Draws why all policies in play decide a request as they do: the decision, then each layer with its policies.</summary>
internal sealed class AuthorizationTree(CompiledPolicySet policies, AuthorizationRequest request)
{
    private readonly AuthorizationExplanation explanation = CaseRunner.Explain(policies, request);

    /// <summary>Draws the answer to a case that one check decides.</summary>
    internal void Draw(IAnsiConsole screen, CaseAnswer answer)
    {
        Draw(screen, answer.Reading.Id);
        ExplanationTree.DrawNotes(screen, answer);
    }

    /// <summary>Draws one check, and nothing of what was found in the policies.</summary>
    internal void Draw(IAnsiConsole screen, string? id)
    {
        string word = DecisionWords.Of(explanation.Decision.Decision);
        ExplanationTree.DrawHeadline(screen, id, word, TerminalText.Of(explanation.Summary), explanation.Decision.IsCertain, request);
        if (explanation.Message is { } message) AnswerView.WriteLine(screen, new Paragraph($"  {TerminalText.Of(message.ToString())}", Screen.Faint));
        if (!explanation.Dependencies.IsEmpty) DrawDependencies(screen);
        Tree tree = new("policies in play");
        foreach (LayerTrace layer in explanation.Layers) AddLayer(tree, layer);
        screen.Write(tree);
    }

    private void DrawDependencies(IAnsiConsole screen)
    {
        string names = string.Join(", ", explanation.Dependencies.Select(TerminalText.Of));
        AnswerView.WriteLine(screen, new Paragraph($"  it would be {DecisionWords.Of(explanation.Decision.BestCase)} if these turned out well: {names}", Screen.Doubtful));
    }

    private static void AddLayer(Tree tree, LayerTrace layer)
    {
        (string mark, Style style) = layer switch
        {
            { IsDenier: true } => ("✗ ", Screen.Bad),
            { Outcome: LayerOutcome.Unknown } => ("? ", Screen.Doubtful),
            { Outcome: LayerOutcome.Allows } => ("✓ ", Screen.Good),
            _ => ("· ", Screen.Faint),
        };
        Paragraph line = new Paragraph().Append(mark, style).Append(PolicyTypeNames.NameOf(layer.Kind), Screen.Strong);
        if (layer.Level.Length > 0) line.Append($" '{TerminalText.Of(layer.Level)}'");
        TreeNode node = tree.AddNode(line.AppendRules($" {NameOf(layer.Outcome)}: {layer.Reason}"));
        foreach (PolicyTrace policy in layer.Policies)
        {
            StatementTree statements = new(policy.Document.Source ?? PolicyText.FromString(""));
            statements.AddTo(layer.Policies.Length == 1 ? node : node.AddNode(statements.Line("policy", new TextSpan(0, 0))), policy.Statements);
        }
    }

    private static string NameOf(LayerOutcome part) => part switch
    {
        LayerOutcome.NotAttached => "not attached",
        LayerOutcome.NotApplicable => "does not count",
        LayerOutcome.Unknown => "not known",
        LayerOutcome.Allows => "allows",
        LayerOutcome.Denies => "denies",
        _ => "does not allow",
    };
}
