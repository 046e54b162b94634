using System.Collections.Immutable;
using System.Globalization;
using PolicyEngine.Syntax;
using PolicyEngine.Text;

namespace PolicyEngine.Explanation;

/// <summary>An explanation as lines: what was decided and why, then a tree. The one place that says what an explanation shows, and in which words.</summary>
internal static class ExplanationLines
{
    private static readonly TextSpan Beginning = new(0, 0);

    /// <summary>The lines of a decision by all policies; the last of them is the tree.</summary>
    internal static List<ExplanationLine> Of(AuthorizationExplanation explanation)
    {
        AuthorizationDecision decision = explanation.Decision;
        List<ExplanationLine> lines = Head(decision.Decision, new Reasoning(ShownText.Cut(explanation.Summary), explanation.Rule), decision.IsCertain, explanation.Request);
        if (explanation.Message is { } message) lines.Add(new ExplanationLine().Add($"  {ShownText.Cut(message.ToString())}", TextRole.Faint));
        if (!explanation.Dependencies.IsEmpty)
        {
            string names = string.Join(", ", explanation.Dependencies.Select(static dependency => ShownText.Cut(dependency.Name)));
            lines.Add(new ExplanationLine().Add($"  it would be {DecisionWords.Of(decision.BestCase)} if these turned out well: {names}", TextRole.Doubtful));
        }

        if (!explanation.NotAttached.IsEmpty) lines.Add(new ExplanationLine().Add($"  taken as not attached: {string.Join(", ", explanation.NotAttached.Select(PolicyTypeNames.NameOf))}", TextRole.Faint));
        lines.Add(TreeOf(explanation));
        return lines;
    }

    private static ExplanationLine TreeOf(AuthorizationExplanation explanation)
    {
        if (explanation.Checks.IsEmpty)
        {
            ExplanationLine tree = new ExplanationLine().Add("policies that apply");
            foreach (LayerTrace layer in explanation.Layers) AddLayer(tree, layer);
            return tree;
        }

        ExplanationLine all = new ExplanationLine().Add(string.Create(CultureInfo.InvariantCulture, $"{explanation.Checks.Length} checks, each of which must allow")).AddReason(", as the resource is ", "an access point", "Q-7");
        foreach (AuthorizationExplanation check in explanation.Checks)
        {
            Decision decision = check.Decision.Decision;
            ExplanationLine line = all.AddChild(new ExplanationLine().Add($"{DecisionWords.Of(decision)}", decision == Decision.Allowed ? TextRole.Good : TextRole.Bad)
                .Add($" {ShownText.Cut(check.Request.Action)} on {ShownText.Cut(check.Request.Resource)}").AddReason(", because ", ShownText.Cut(check.Summary), check.Rule));
            foreach (LayerTrace layer in check.Layers) AddLayer(line, layer);
        }

        return all;
    }

    /// <summary>The lines of a decision by one policy; the last of them is the tree.</summary>
    internal static List<ExplanationLine> Of(PolicyExplanation explanation)
    {
        List<ExplanationLine> lines = Head(explanation.Decision, new Reasoning(explanation.Summary), explanation.IsCertain, explanation.Request);
        ExplanationLine tree = At(new ExplanationLine().Add($"{PolicyTypeNames.NameOf(explanation.Document.Type)} policy"), explanation.Document.Source, Beginning);
        AddStatements(tree, explanation.Document.Source, explanation.Statements);
        lines.Add(tree);
        return lines;
    }

    /// <summary>The lines of a decision by the policies of one kind; the last of them is the tree.</summary>
    internal static List<ExplanationLine> Of(Decision decision, bool isCertain, ImmutableArray<LayerTrace> layers)
    {
        string kind = PolicyTypeNames.NameOf(layers[0].Kind);
        ExplanationLine first = new ExplanationLine().Add(DecisionWords.Of(decision), decision == Decision.Allowed ? TextRole.Good : TextRole.Bad).Add($", by policies of the kind {kind} alone");
        if (!isCertain) first.Add("; this is uncertain, for an undecided match could change it", TextRole.Doubtful);
        ExplanationLine tree = new ExplanationLine().Add("policies asked");
        foreach (LayerTrace layer in layers) AddLayer(tree, layer);
        return [first, tree];
    }

    /// <summary>A warning on one line.</summary>
    internal static ExplanationLine Of(Diagnostic diagnostic) => new ExplanationLine().Add(
        ShownText.Cut(DiagnosticFormatter.FormatLine(diagnostic)), diagnostic.Severity == DiagnosticSeverity.Information ? TextRole.Faint : TextRole.Doubtful);

    internal static string Describe(LayerTrace layer) => Named(new ExplanationLine(), layer).ToString();

    internal static string Describe(TraceNode node) => Compared(new ExplanationLine(), node).ToString();

    internal static string Describe(StatementTrace statement) => $"{NameOf(statement)} {statement.Effect} {(statement.Applies ? "applies" : "does not apply")}";

    internal static string NameOf(StatementTrace statement)
    {
        string sid = statement.Sid is { Length: > 0 } name ? $" '{ShownText.Cut(name)}'" : "";
        return string.Create(CultureInfo.InvariantCulture, $"Statement[{statement.Index}]{sid}");
    }

    private static List<ExplanationLine> Head(Decision decision, Reasoning reason, bool isCertain, AuthorizationRequest request)
    {
        ExplanationLine first = new ExplanationLine().Add(DecisionWords.Of(decision), decision == Decision.Allowed ? TextRole.Good : TextRole.Bad)
            .AddReason(", because ", reason.Text, reason.Rule);
        if (!isCertain) first.Add("; this is uncertain, for an undecided match could change it", TextRole.Doubtful);
        string question = $"  {ShownText.Cut(request.Principal.ToString())} asks for {ShownText.Cut(request.Action)} on {ShownText.Cut(request.Resource)}";
        return [first, new ExplanationLine().Add(question)];
    }

    private static void AddLayer(ExplanationLine tree, LayerTrace layer)
    {
        (string mark, TextRole role) = layer switch
        {
            { IsCertain: false } => ("? ", TextRole.Doubtful),
            { IsDenier: true } => ("✗ ", TextRole.Bad),
            { Outcome: LayerOutcome.Allows } => ("✓ ", TextRole.Good),
            _ => ("· ", TextRole.Faint),
        };
        ExplanationLine line = tree.AddChild(Named(new ExplanationLine().Add(mark, role), layer));
        foreach (PolicyTrace policy in layer.Policies)
        {
            PolicyText? source = policy.Document.Source;
            AddStatements(layer.Policies.Length == 1 ? line : line.AddChild(At(new ExplanationLine().Add("policy"), source, Beginning)), source, policy.Statements);
        }
    }

    private static ExplanationLine Named(ExplanationLine line, LayerTrace layer)
    {
        line.Add(PolicyTypeNames.NameOf(layer.Kind), TextRole.Strong);
        if (layer.Level.Length > 0) line.Add($" '{ShownText.Cut(layer.Level)}'");
        string outcome = layer.Outcome switch
        {
            LayerOutcome.NotAttached => "not attached",
            LayerOutcome.NotApplicable => "does not count",
            LayerOutcome.Unknown => "not known",
            LayerOutcome.Allows => "allows",
            LayerOutcome.Denies => "denies",
            _ => "does not allow",
        };
        return line.AddReason($" {outcome}: ", layer.Reason, layer.Rule);
    }

    private static void AddStatements(ExplanationLine parent, PolicyText? source, IEnumerable<StatementTrace> statements)
    {
        foreach (StatementTrace statement in statements)
        {
            ExplanationLine line = parent.AddChild(At(Marked(statement).Add(Describe(statement)), source, statement.Span));
            foreach (TraceNode element in statement.Elements) AddElement(line, source, element, statement.Effect);
        }
    }

    /// <summary>Adds an element and its texts. An element of one text that says the same is that text.</summary>
    private static void AddElement(ExplanationLine parent, PolicyText? source, TraceNode element, Effect effect)
    {
        bool isShort = element.Children is [{ } only] && only.Outcome == element.Outcome && only.Label == element.Label;
        TraceNode shown = isShort ? element.Children[0] : element;
        ExplanationLine line = parent.AddChild(At(Compared(Marked(shown.Outcome, effect), shown), source, shown.Span));
        if (isShort) return;
        foreach (TraceNode child in element.Children) line.AddChild(At(Compared(Marked(child.Outcome, effect), child), source, child.Span));
    }

    private static ExplanationLine Compared(ExplanationLine line, TraceNode node)
    {
        line.Add(ShownText.Cut(node.Label));
        bool isElement = node.PolicyText.Length == 0 && node.Children.Length > 0;
        if (!isElement) line.Add($" policy '{ShownText.Cut(node.PolicyText)}', request {Quote(node.RequestText)}");
        return line.AddReason(": ", node.Reason, node.Rule);
    }

    /// <summary>A Deny that applies never looks like success, nor one that does not like a failure.</summary>
    private static ExplanationLine Marked(StatementTrace statement) => (statement.Effect, statement.Outcome) switch
    {
        (_, MatchOutcome.Indeterminate) => new ExplanationLine().Add("? ", TextRole.Doubtful),
        (Effect.Deny, MatchOutcome.True) => new ExplanationLine().Add("✗ ", TextRole.Bad),
        (Effect.Deny, _) => new ExplanationLine().Add("· ", TextRole.Faint),
        (_, MatchOutcome.True) => new ExplanationLine().Add("✓ ", TextRole.Good),
        _ => new ExplanationLine().Add("✗ ", TextRole.Bad),
    };

    /// <summary>What matches of a Deny, or does not, has no colour of its own.</summary>
    private static ExplanationLine Marked(MatchOutcome outcome, Effect effect) => outcome switch
    {
        MatchOutcome.True => new ExplanationLine().Add("✓ ", effect == Effect.Deny ? TextRole.Plain : TextRole.Good),
        MatchOutcome.False => new ExplanationLine().Add("✗ ", effect == Effect.Deny ? TextRole.Plain : TextRole.Bad),
        _ => new ExplanationLine().Add("? ", TextRole.Doubtful),
    };

    /// <summary>Adds the place in the policy; nothing where the policy has no text, or not that place in it.</summary>
    private static ExplanationLine At(ExplanationLine line, PolicyText? source, TextSpan span)
    {
        if (source is null || span.Start > source.Length) return line;
        LinePosition position = source.GetPosition(span.Start);
        return line.Add(string.Create(CultureInfo.InvariantCulture, $"  {ShownText.Cut(source.Name)}:{position}"), TextRole.Faint);
    }

    private static string Quote(string text) => text is "(missing)" or "(unknown)" ? text : $"'{ShownText.Cut(text)}'";
}
