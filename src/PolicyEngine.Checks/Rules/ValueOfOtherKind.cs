using PolicyEngine.Syntax;

namespace PolicyEngine.Checks.Rules;

/// <summary>Tells of values of another kind than their key has.</summary>
/// <remarks>AWS: <see href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html">AWS global condition context keys</see>.</remarks>
internal static class ValueOfOtherKind
{
    private static readonly DiagnosticDescriptor Other = new(
        "PE6117", "C-76", DiagnosticSeverity.Warning, "Value of another kind",
        "'{0}' is no {1}, so that '{2}' never has it",
        "Write a value of the kind that the key has.");

    internal static CheckRule Rule { get; } = new(Other) { Statement = static (context, statement) => statement.Tests.CheckEach(context, Check) };

    private static void Check(AdviceContext context, ConditionTest test, ConditionValue value)
    {
        string text = value.Text;
        if (!test.IsOfString || text.Length == 0 || ValueText.IsPlaceholder(text)) return;
        if (FindKind(test.Entry.Key, text) is { } kind) context.Find(Other, value.Span, default, text, kind, test.Entry.Key);
    }

    /// <summary>The kind of value that the key has and the text is not; null where it may be.</summary>
    private static string? FindKind(string key, string text)
    {
        if (!key.StartsWith("aws:", StringComparison.OrdinalIgnoreCase)) return null;
        if (key.EndsWith("OrgID", StringComparison.OrdinalIgnoreCase)) return ValueText.IsPlain(text) && !IsOrganization(text) ? "id of an organization" : null;
        if (key.EndsWith("OrgPaths", StringComparison.OrdinalIgnoreCase)) return text[0] is '*' or '?' or '$' || text.StartsWith("o-", StringComparison.Ordinal) ? null : "path of an organization";
        if (IsOn("aws:PrincipalArn") || IsOn("aws:SourceArn") || IsOn("aws:SourceVpcArn")) return ValueText.IsPlain(text) && !text.StartsWith("arn:", StringComparison.Ordinal) ? "ARN" : null;
        return IsOn("aws:userid") && text.StartsWith("arn:", StringComparison.Ordinal) ? "unique id of a caller" : null;

        bool IsOn(string name) => ConditionKey.NameComparer.Equals(key, name);
    }

    /// <summary>True for <c>o-</c> with 10 to 32 letters and digits.</summary>
    private static bool IsOrganization(string text)
    {
        if (!text.StartsWith("o-", StringComparison.Ordinal) || text.Length is < 12 or > 34) return false;
        foreach (char c in text.AsSpan(2))
        {
            if (!char.IsAsciiLetterLower(c) && !char.IsAsciiDigit(c)) return false;
        }

        return true;
    }
}
