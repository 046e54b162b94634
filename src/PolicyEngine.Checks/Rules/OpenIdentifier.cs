using System.Buffers;
using PolicyEngine.Language;
using PolicyEngine.Syntax;

namespace PolicyEngine.Checks.Rules;

/// <summary>Tells of wildcards and variables in identifiers that AWS makes, which let in more than one.</summary>
/// <remarks>AWS: <see href="https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html">Access Analyzer policy check reference</see>.</remarks>
internal static class OpenIdentifier
{
    private const int LeastBeginning = 6;
    private static readonly SearchValues<char> Wildcards = SearchValues.Create("*?");

    private static readonly string[] Identifiers =
    [
        "aws:PrincipalAccount", "aws:PrincipalOrgID", "aws:ResourceAccount", "aws:ResourceOrgID", "aws:SourceAccount", "aws:SourceOrgID", "aws:SourceVpc", "aws:SourceVpce",
        "aws:VpceAccount", "aws:VpceOrgID",
    ];

    private static readonly string[] Paths = ["aws:PrincipalOrgPaths", "aws:ResourceOrgPaths", "aws:SourceOrgPaths", "aws:VpceOrgPaths"];

    private static readonly DiagnosticDescriptor Wildcard = new(
        "PE6039", "C-57", DiagnosticSeverity.Warning, "Wildcard in an identifier",
        "The wildcard in '{0}' lets in identifiers of others, for those of '{1}' are made by AWS and tell nothing by their beginning",
        "List the identifiers in full.");

    private static readonly DiagnosticDescriptor Variable = new(
        "PE6040", "C-57", DiagnosticSeverity.Warning, "Variable in an identifier",
        "A variable leaves to the caller what '{0}' is compared with",
        "List the identifiers in full, or compare with a variable of such an identifier, as ${aws:PrincipalAccount} is one.");

    internal static CheckRule Rule { get; } = new(Wildcard, Variable) { Statement = static (context, statement) => statement.Tests.CheckEach(context, Check) };

    private static void Check(AdviceContext context, ConditionTest test, ConditionValue value)
    {
        if (!test.IsOfString || context.Type == PolicyType.VpcEndpoint || ValueText.IsPlaceholder(value.Text)) return;
        bool isLike = test.Operator.Kind is ConditionOperatorKind.StringLike or ConditionOperatorKind.StringNotLike;
        string text = value.Text;
        (bool isOpen, bool isByVariable) = test.Entry.Key switch
        {
            _ when test.IsOn("aws:userid") => ReadUserId(context, text, isLike),
            _ when test.IsOnAny(Paths) => (isLike && IsShort(text), false),
            _ when test.IsOnAny(Identifiers) => (isLike && Bare(text).AsSpan().ContainsAny(Wildcards), context.HasVariables && VariablesOf(text).Any(IsOther)),
            _ => (false, false),
        };
        if (isOpen) context.Find(Wildcard, value.Span, "WILDCARD_USAGE_TOO_PERMISSIVE", text, test.Entry.Key);
        if (isByVariable) context.Find(Variable, value.Span, "VARIABLE_USAGE_TOO_PERMISSIVE", test.Entry.Key);
    }

    /// <summary>The unique id, a colon, and the name of the session, which the caller chooses: <c>ID:*</c> and <c>*:name</c> are of use.</summary>
    private static (bool Wildcard, bool Variable) ReadUserId(AdviceContext context, string text, bool isLike)
    {
        string bare = Bare(text);
        int colon = bare.IndexOf(':', StringComparison.Ordinal);
        string left = colon < 0 ? bare : bare[..colon];
        string right = colon < 0 ? "" : bare[(colon + 1)..];
        bool hasWildcard = bare.AsSpan().ContainsAny(Wildcards);
        bool isOfUse = colon >= 0 && ((right == "*" && !left.AsSpan().ContainsAny(Wildcards)) || (left == "*" && !right.AsSpan().ContainsAny(Wildcards)));
        int first = text.IndexOf("${", StringComparison.Ordinal);
        bool hasVariable = context.HasVariables && VariablesOf(text).Any();
        int colonOfText = FindColon(text);
        bool isWholeLeft = first == 0 && colonOfText > 0 && text.IndexOf('}', StringComparison.Ordinal) == colonOfText - 1;
        bool isPlaced = isWholeLeft || (colonOfText >= 0 && first > colonOfText);
        return (isLike && hasWildcard && !isOfUse, hasVariable && !isPlaced);
    }

    /// <summary>The first colon outside variables.</summary>
    private static int FindColon(string text)
    {
        bool isInside = false;
        for (int i = 0; i < text.Length; i++)
        {
            if (text[i] == '$' && i + 1 < text.Length && text[i + 1] == '{') isInside = true;
            else if (text[i] == '}') isInside = false;
            else if (text[i] == ':' && !isInside) return i;
        }

        return -1;
    }

    /// <summary>True where fewer than six ordinary characters stand before the first wildcard.</summary>
    private static bool IsShort(string text)
    {
        int first = Bare(text).AsSpan().IndexOfAny(Wildcards);
        return first is >= 0 and < LeastBeginning;
    }

    /// <summary>The text without its variables.</summary>
    private static string Bare(string text)
    {
        for (int start = text.IndexOf("${", StringComparison.Ordinal); start >= 0; start = text.IndexOf("${", StringComparison.Ordinal))
        {
            int end = text.IndexOf('}', start);
            if (end < 0) break;
            text = text.Remove(start, end - start + 1);
        }

        return text;
    }

    /// <summary>The keys of the variables; escapes and names without a colon, which are of somebody's template, are none.</summary>
    private static IEnumerable<string> VariablesOf(string text)
    {
        for (int start = text.IndexOf("${", StringComparison.Ordinal); start >= 0; start = text.IndexOf("${", start + 1, StringComparison.Ordinal))
        {
            int end = text.IndexOf('}', start);
            if (end < 0) yield break;
            string key = text[(start + 2)..end].Split(',')[0].Trim();
            if (key.Contains(':', StringComparison.Ordinal)) yield return key;
        }
    }

    private static bool IsOther(string key) => !Identifiers.Contains(key, StringComparer.OrdinalIgnoreCase);
}
