using System.Collections.Immutable;
using System.Globalization;
using PolicyEngine.Diagnostics;
using PolicyEngine.Evaluation;
using PolicyEngine.Matching;
using PolicyEngine.Syntax;

namespace PolicyEngine.Explanation;

/// <summary>Explains how each statement of one policy matches a request.</summary>
internal sealed class PolicyExplainer(CompiledPolicy policy, AuthorizationRequest request, BoundaryAttachment boundary)
{
    /// <summary>The path of a statement in its document.</summary>
    internal static string PathOf(CompiledPolicy policy, int index) =>
        policy.Document.Statements.IsSingle ? "Statement" : string.Create(CultureInfo.InvariantCulture, $"Statement[{index}]");

    internal ImmutableArray<StatementTrace> Explain() =>
        [.. policy.Statements.Select(statement => new StatementExplainer(statement, request, boundary, PathOf(policy, statement.Index)).Explain())];

    /// <summary>A warning for each undecided statement of a policy that decides alone: an Allow matters where no Deny applies.</summary>
    internal ImmutableArray<Diagnostic> Warn(ImmutableArray<StatementTrace> statements) =>
        Warn(statements, allowsMatter: !statements.Any(static statement => statement is { Effect: Effect.Deny, Applies: true }));

    /// <summary>A warning for each undecided statement that matters: every Deny, and every Allow if allows matter.</summary>
    internal ImmutableArray<Diagnostic> Warn(ImmutableArray<StatementTrace> statements, bool allowsMatter)
    {
        PolicyText source = policy.Document.Source ?? PolicyText.FromString("");
        DiagnosticBag bag = new(source, policy.Statements.Length + 1);
        foreach (StatementTrace trace in statements)
        {
            bool matters = trace.Outcome == MatchOutcome.Indeterminate && (trace.Effect == Effect.Deny || allowsMatter);
            if (!matters) continue;
            bool isDefect = StatementMatcher.Match(policy.Statements[trace.Index], request, boundary, out _).HasDefect;
            string reason = new Reasoning(trace.Reason, trace.Rule).ToString();
            TextSpan span = source.Length >= trace.Span.End ? trace.Span : default;
            bag.Report(isDefect ? Descriptors.Indeterminate : Descriptors.UnknownKey, PathOf(policy, trace.Index), span, trace.Effect.ToString(), reason);
        }

        return bag.ToImmutable();
    }
}
