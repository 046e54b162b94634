using PolicyEngine.Language;
using PolicyEngine.Syntax;

namespace PolicyEngine.Checks.Rules;

/// <summary>Tells of Boolean conditions with several values, of which a key with one value always has one.</summary>
/// <remarks>AWS: <see href="https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html">Access Analyzer policy check reference</see>.</remarks>
internal static class SeveralBooleans
{
    private static readonly DiagnosticDescriptor Several = new(
        "PE6008", "C-20, L-150", DiagnosticSeverity.Warning, "Several values of a Boolean",
        "'{0}' on '{1}' has several values, so that it holds for every request that has the key",
        "Name the one value that is meant.");

    internal static CheckRule Rule { get; } = new(Several) { Statement = Check };

    private static void Check(AdviceContext context, CheckedStatement statement)
    {
        foreach (ConditionTest test in statement.Tests)
        {
            if (test.Operator is not { Kind: ConditionOperatorKind.Bool, Qualifier: SetQualifier.None } || test.Entry.Values.Count < 2) continue;
            if ((ConditionKeys.Find(test.Entry.Key)?.IsMultivalued ?? context.Catalogue.FindKey(test.Entry.Key)?.IsArray) == true) continue;
            context.FindAt(test, Several, "INVALID_CONDITION_MULTIPLE_BOOLEAN", test.Name, test.Entry.Key);
        }
    }
}
