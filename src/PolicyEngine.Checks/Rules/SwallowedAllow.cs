using System.Globalization;

namespace PolicyEngine.Checks.Rules;

/// <summary>Tells of Allows that a Deny takes away whole.</summary>
/// <remarks>AWS: <see href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html">Policy evaluation logic</see>.</remarks>
internal static class SwallowedAllow
{
    internal static readonly DiagnosticDescriptor Swallowed = new(
        "PE6201", "C-80, L-4", DiagnosticSeverity.Warning, "Allow that a Deny swallows",
        "{0} denies without a condition all that the statement allows, so that it allows nothing",
        "Remove the Allow, or narrow the Deny.");

    internal static CheckRule Rule { get; } = new(Swallowed) { Document = Check };

    private static void Check(AdviceContext context, PolicyDocument document)
    {
        CheckedStatements statements = new(document);
        CheckedStatement[] denies = [.. Enumerable.Range(0, statements.Count).Select(i => statements[i]).Where(static each => each.Denies)];
        if (denies.Length == 0) return;
        context.ForEach(statements, (own, allow) =>
        {
            CheckedStatement[] deniers = Array.FindAll(denies, deny => StatementCover.Swallows(deny, allow, own.HasVariables));
            if (deniers.Length == 0) return;
            string path = deniers[0].Index < 0 ? "Statement" : string.Create(CultureInfo.InvariantCulture, $"Statement[{deniers[0].Index}]");
            own.Find(Swallowed, allow.Span, new FindingDetail { Related = [new RelatedPlace(path, deniers[0].Span)] }, path);
        });
    }
}
