using PolicyEngine.Syntax;

namespace PolicyEngine.Checks.Rules;

/// <summary>Tells of values of one key of which some are JSON strings and some are not.</summary>
/// <remarks>AWS: <see href="https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html">Access Analyzer policy check reference</see>.</remarks>
internal static class MixedValues
{
    private static readonly DiagnosticDescriptor Mixed = new(
        "PE6007", "C-20, L-33", DiagnosticSeverity.Warning, "Values of several JSON types",
        "The value {0} of '{1}' is not in quotes, and others beside it are",
        "Write all values in quotes.");

    internal static CheckRule Rule { get; } = new(Mixed) { Statement = Check };

    private static void Check(AdviceContext context, CheckedStatement statement)
    {
        foreach (ConditionTest test in statement.Tests)
        {
            ConditionValue? bare = test.Entry.Values.FirstOrDefault(static value => value.Form != ConditionValueForm.Text);
            if (bare is null || test.Entry.Values.All(static value => value.Form != ConditionValueForm.Text)) continue;
            TextEdit[] edits = [.. test.Entry.Values.Where(static value => value.Form != ConditionValueForm.Text).Select(static value => new TextEdit(value.Span, $"\"{value.Text}\""))];
            context.Enter(test);
            context.Find(Mixed, bare.Span, new FindingDetail { Code = "INVALID_CONDITION_DATA_TYPE", Fix = new FindingFix(keepsMeaning: true, [.. edits]) }, bare.Text, test.Entry.Key);
            context.Leave();
        }
    }
}
