using System.Globalization;
using PolicyEngine.Explanation;
using PolicyEngine.Syntax;

namespace PolicyEngine.Cli.Output;

/// <summary>An explanation in a few lines: the decision and the statement behind it, the place in the policy, what policy and request have there, and a row of
/// the layers.</summary>
internal sealed class ExplanationSummary
{
    private const int Margin = 2;
    private const int LeastRoom = 20;

    /// <summary>The cells for a line of a policy where lines have no end: enough to see what is around the carets.</summary>
    private const int MostOfSource = 160;
    private const string PolicyLabel = "policy   ";
    private const string RequestLabel = "request  ";
    private readonly List<ExplanationLine> lines = [];
    private readonly int width;

    private ExplanationSummary(int width) => this.width = width;

    /// <summary>The lines for a decision by all policies.</summary>
    /// <param name="explanation">The explanation.</param>
    /// <param name="width">The cells of a line.</param>
    /// <param name="hints">Says how to tell what is unknown; null where that is not said.</param>
    /// <param name="isCertain">False where it is part of an answer that is not certain, so that AWS's words are not known.</param>
    internal static List<ExplanationLine> Of(AuthorizationExplanation explanation, int width, Func<Dependency, string?>? hints, bool isCertain = true)
    {
        ExplanationSummary summary = new(width);
        DecidingPart? part = DecidingPart.Find(explanation);
        AuthorizationDecision decision = explanation.Decision;
        summary.AddHeadline(decision.Decision, decision.IsCertain, part, explanation.Summary, explanation.Rule);
        summary.AddQuestion(explanation.Request);
        summary.AddDependencies(decision, explanation.Dependencies, hints);
        if (part is not null) summary.AddPart(part);
        summary.AddLayers(explanation);
        if (isCertain && explanation.Message is { } message) summary.Add().Add("AWS says  ", TextRole.Faint).Add(TerminalText.Of(message.ToString()));
        return summary.lines;
    }

    /// <summary>The lines for a decision by one policy.</summary>
    internal static List<ExplanationLine> Of(PolicyExplanation explanation, int width)
    {
        ExplanationSummary summary = new(width);
        DecidingPart? part = DecidingPart.Find(explanation);
        summary.AddHeadline(explanation.Decision, explanation.IsCertain, part, explanation.Decision == Decision.ImplicitDeny ? "no statement applies" : "", rule: null);
        summary.AddQuestion(explanation.Request);
        if (part is not null) summary.AddPart(part);
        return summary.lines;
    }

    /// <summary>The lines for a decision by the policies of one kind.</summary>
    internal static List<ExplanationLine> Of(Running.LayerAnswer answer, int width)
    {
        ExplanationSummary summary = new(width);
        DecidingPart? part = DecidingPart.Find(answer.Decision, answer.Layers);
        summary.AddHeadline(answer.Decision, answer.IsCertain, part, $"the policies of the kind {PolicyTypeNames.NameOf(answer.Layers[0].Kind)} decide alone", rule: null);
        if (part is not null) summary.AddPart(part);
        return summary.lines;
    }

    private ExplanationLine Add(int indent = Margin, bool isVerbatim = false)
    {
        ExplanationLine line = new() { Indent = indent, Hanging = Math.Max(indent, Margin), IsVerbatim = isVerbatim };
        lines.Add(line);
        return line;
    }

    private void AddHeadline(Decision decision, bool isCertain, DecidingPart? part, string reason, string? rule)
    {
        ExplanationLine line = Add(indent: 0);
        if (!isCertain) line.Add($"? not certain: {DecisionWords.Of(decision)}", TextRole.Doubtful);
        else if (decision == Decision.Allowed) line.Add("✓ allowed", TextRole.Good);
        else line.Add("✗ denied", TextRole.Bad);
        if (decision != Decision.ImplicitDeny && part is not null)
        {
            line.Add(" by ");
            AddPlace(line, part);
        }

        bool isSaid = decision == Decision.ExplicitDeny && part is not null;
        if (!isSaid) line.AddReason(": ", TerminalText.Of(reason), rule);
        else if (rule is not null) line.Add(" ").Add($"[{rule}]", rule: rule);
    }

    /// <summary>The file and the line of the part, the statement and the kind of policy.</summary>
    private static void AddPlace(ExplanationLine line, DecidingPart part)
    {
        if (part.Source is { } source)
        {
            string name = source.Name.Length == 0 ? "policy" : TerminalText.Of(source.Name);
            line.AddWhole(string.Create(CultureInfo.InvariantCulture, $"{name}:{source.GetPosition(part.Part.Span.Start).Line}"), TextRole.Strong, source.Name).Add(" ");
        }

        string sid = part.Statement.Sid is { Length: > 0 } own ? $"'{TerminalText.Of(own)}'" : string.Create(CultureInfo.InvariantCulture, $"Statement[{part.Statement.Index}]");
        string level = part.Level.Length == 0 ? "" : $" '{TerminalText.Of(part.Level)}'";
        line.Add($"{sid} ({PolicyTypeNames.NameOf(part.Kind)}{level})");
    }

    private void AddQuestion(AuthorizationRequest request) =>
        Add().Add($"{TerminalText.Of(request.Principal.ToString())} asks for {TerminalText.Of(request.Action)} on {TerminalText.Of(request.Resource)}");

    private void AddDependencies(AuthorizationDecision decision, IEnumerable<Dependency> dependencies, Func<Dependency, string?>? hints)
    {
        Dependency[] all = [.. dependencies];
        if (all.Length == 0) return;
        Add().Add($"it would be {DecisionWords.Of(decision.BestCase)} if these turned out well: {string.Join(", ", all.Select(static own => TerminalText.Of(own.Name)))}", TextRole.Doubtful);
        foreach (string hint in all.Select(own => hints?.Invoke(own)).OfType<string>()) Add(Margin + 2).Add(TerminalText.Of(hint));
    }

    /// <summary>The line of the policy with carets under the part, why, and both texts under each other.</summary>
    private void AddPart(DecidingPart part)
    {
        lines.Add(new ExplanationLine());
        TraceNode node = part.Part;
        string number = part.Source is null ? "" : part.Source.GetPosition(node.Span.Start).Line.ToString(CultureInfo.InvariantCulture);
        string blank = new(' ', number.Length);
        if (part.Statement.Effect == Effect.Allow && !part.Statement.Applies)
        {
            ExplanationLine nearest = Add().Add("nearest  ", TextRole.Faint);
            AddPlace(nearest, part);
        }

        if (part.Source is { } source)
        {
            int room = (width == CliConsole.Unlimited ? MostOfSource : width) - number.Length - Margin - 5;
            (string text, string carets) = DiagnosticFormatter.FormatSource(source, node.Span, Math.Max(LeastRoom, room));
            Add(isVerbatim: true).Add($"{number} | ", TextRole.Faint).Add(text);
            Add(isVerbatim: true).Add($"{blank} | ", TextRole.Faint).Add(carets, RoleOf(part));
        }

        string verdict = (part.Statement.Effect, part.Statement.Outcome) switch
        {
            (Effect.Deny, MatchOutcome.True) => "the Deny applies",
            (_, MatchOutcome.True) => "the Allow applies",
            (Effect.Deny, MatchOutcome.Indeterminate) => "the Deny applies, as it cannot be decided",
            (_, MatchOutcome.Indeterminate) => "the Allow cannot be decided",
            (_, _) => "the Allow does not apply",
        };
        Add(Margin + number.Length + 1).Add("= ", TextRole.Faint).Add($"{verdict}: {TerminalText.Of(node.Label)}").AddReason(", ", node.Reason, node.Rule);
        if (node.PolicyText.Length > 0) AddComparison(node);
        lines.Add(new ExplanationLine());
    }

    private void AddComparison(TraceNode node)
    {
        int room = Math.Max(LeastRoom, width - Margin - PolicyLabel.Length);
        (string policy, string request, int start, int length) = TextComparison.Cut(TerminalText.Of(node.PolicyText), TerminalText.Of(node.RequestText), room);
        Add(isVerbatim: true).Add(PolicyLabel, TextRole.Faint).Add(policy);
        ExplanationLine line = Add(isVerbatim: true).Add(RequestLabel, TextRole.Faint);
        bool isMarked = length > 0 && start >= 0 && start < request.Length;
        if (!isMarked)
        {
            line.Add(request);
            return;
        }

        int end = Math.Min(request.Length, start + length);
        line.Add(request[..start]).Add(request[start..end], TextRole.Doubtful).Add(request[end..]);
        Add(isVerbatim: true).Add(new string(' ', PolicyLabel.Length + CellsOf(request[..start]))).Add(new string('^', Math.Max(1, CellsOf(request[start..end]))), TextRole.Doubtful);
    }

    private void AddLayers(AuthorizationExplanation explanation)
    {
        ExplanationLine line = Add().Add("layers   ", TextRole.Faint);
        bool isFirst = true;
        foreach (LayerTrace layer in explanation.Layers)
        {
            (string mark, TextRole role) = layer switch
            {
                { IsCertain: false } => ("?", TextRole.Doubtful),
                { IsDenier: true } => ("✗", TextRole.Bad),
                { Outcome: LayerOutcome.Allows } => ("✓", TextRole.Good),
                _ => ("·", TextRole.Faint),
            };
            string level = layer.Level.Length == 0 ? "" : $" '{TerminalText.Of(layer.Level)}'";
            if (!isFirst) line.Add("  ");
            line.AddWhole($"{mark} {PolicyTypeNames.NameOf(layer.Kind)}{level}", role);
            isFirst = false;
        }

        if (!explanation.NotAttached.IsEmpty) Add().Add($"taken as not attached: {string.Join(", ", explanation.NotAttached.Select(PolicyTypeNames.NameOf))}", TextRole.Faint);
    }

    private static TextRole RoleOf(DecidingPart part) => (part.Statement.Effect, part.Statement.Outcome) switch
    {
        (_, MatchOutcome.Indeterminate) => TextRole.Doubtful,
        (Effect.Allow, MatchOutcome.True) => TextRole.Good,
        _ => TextRole.Bad,
    };

    private static int CellsOf(string text) => TextFlow.CellsOf(text);
}
