using PolicyEngine.Language;
using PolicyEngine.Syntax;

namespace PolicyEngine.Checks.Rules;

/// <summary>Tells of documents without an Allow, where only what some document allows is let through.</summary>
/// <remarks>AWS: <see href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html">Policy evaluation logic</see>.</remarks>
internal static class DeniesAlone
{
    private static readonly DiagnosticDescriptor Alone = new(
        "PE6116", "C-75", DiagnosticSeverity.Warning, "Denies alone",
        "The document has no Allow, so that a policy of type '{0}' lets nothing through, whatever its Denies spare",
        "Allow what is to pass, beside the Denies.");

    internal static CheckRule Rule { get; } = new(Alone) { Document = Check };

    private static void Check(AdviceContext context, PolicyDocument document)
    {
        if (context.Type is not (PolicyType.VpcEndpoint or PolicyType.PermissionsBoundary or PolicyType.Trust)) return;
        if (document.Statements.Any(static statement => statement.Effect == Effect.Allow || DeniesAll(statement))) return;
        context.Find(Alone, TextSpan.FromBounds(document.Span.Start, document.Span.Start + 1), default, PolicyTypeNames.NameOf(context.Type));
    }

    /// <summary>A Deny without Condition of everything to everyone is meant.</summary>
    private static bool DeniesAll(Statement statement) =>
        statement.Condition is not { Clauses.Count: > 0 }
        && statement.Action is { IsNegated: false } action && action.Patterns.Any(static pattern => ActionAdvice.IsAny(pattern.Text) || pattern.Text.Equals("sts:*", StringComparison.OrdinalIgnoreCase))
        && (statement.Resource is null || (!statement.Resource.IsNegated && statement.Resource.Patterns.Any(static pattern => ValueText.IsStars(pattern.Text))))
        && (statement.Principal is null || (!statement.Principal.IsNegated && (statement.Principal.IsEveryone || statement.Principal.Groups.Any(static group => group.Type == PrincipalType.Aws && group.Values.Any(static value => value.Text == "*")))));
}
