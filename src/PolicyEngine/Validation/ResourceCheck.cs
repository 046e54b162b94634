using PolicyEngine.Diagnostics;
using PolicyEngine.Facts;
using PolicyEngine.Language;
using PolicyEngine.Syntax;
using PolicyEngine.Syntax.Drafts;

namespace PolicyEngine.Validation;

/// <summary>Checks the texts of Resource and NotResource.</summary>
internal static class ResourceCheck
{
    private const string NoArn = "it does not begin with 'arn:'";

    internal static void Check(ParseContext context, ResourceElement element, bool variables) =>
        PatternListCheck.Check(context, element.Name, element.Patterns, variables, CheckPattern);

    private static void CheckPattern(ParseContext context, TextValue pattern, bool variables)
    {
        string text = pattern.Text;
        bool hasVariable = variables && PatternTokens.HasVariable(text);
        if (hasVariable) VariableCheck.Check(context, pattern.Span, text);
        if (text.StartsWith("arn:", StringComparison.Ordinal)) CheckArn(context, pattern, hasVariable);
        else CheckOther(context, pattern);
    }

    private static void CheckOther(ParseContext context, TextValue pattern)
    {
        string text = pattern.Text;
        if (text.StartsWith("execute-api:/", StringComparison.Ordinal))
        {
            if (context.Type != PolicyType.Resource) Report("the API Gateway shorthand stands in resource policies only");
        }
        else if (text.Length == 0) Report("it is empty");
        else if (ForeignText.Is(text) || IsOpenPattern(text)) context.ReportTolerated(Descriptors.ResourceForm, pattern.Span, text, NoArn);
        else if (text.AsSpan().ContainsAnyExcept('*')) Report(NoArn);

        void Report(string fault) => context.Report(Descriptors.ResourceForm, pattern.Span, text, fault);
    }

    /// <summary>A pattern such as <c>*/rates</c>, which some services store; what it names is undecided.</summary>
    private static bool IsOpenPattern(string text) => text.AsSpan().ContainsAnyExcept('*') && text[0] is '*' or '?';

    private static void CheckArn(ParseContext context, TextValue pattern, bool variables)
    {
        string text = pattern.Text;
        Span<int> colons = stackalloc int[5];
        colons = colons[..ArnParts.FindColons(text, variables, colons)];
        if (colons.Length < 5)
        {
            if (colons.Length < 2 || HasEmptyPart(text, colons)) context.Report(Descriptors.ResourceForm, pattern.Span, text, "it has fewer than six parts, and an empty one");
            else if (!context.Rules.CompletesArns) context.ReportTolerated(Descriptors.IncompleteArn, pattern.Span, text);
        }
        else if (colons[2] == colons[1] + 1)
        {
            context.Report(Descriptors.ResourceForm, pattern.Span, text, "it names no service");
        }

        CheckPartition(context, pattern, colons, variables);
        bool endsEmpty = colons.Length == 5 && colons[4] + 1 == text.Length;
        if (endsEmpty && !context.Rules.CompletesArns) context.ReportTolerated(Descriptors.EmptyResourcePart, pattern.Span, text);
    }

    private static void CheckPartition(ParseContext context, TextValue pattern, ReadOnlySpan<int> colons, bool variables)
    {
        string text = pattern.Text;
        ReadOnlySpan<char> partition = PartBehind(text, colons, 0);
        bool isKnown = PartitionName.IsValid(partition) || partition.ContainsAny('*', '?') || (variables && PatternTokens.HasVariable(partition));
        if (!isKnown) context.Report(Descriptors.UnknownPartition, pattern.Span, partition.ToString(), text);
    }

    private static bool HasEmptyPart(string text, ReadOnlySpan<int> colons)
    {
        for (int i = 0; i < colons.Length; i++)
        {
            if (PartBehind(text, colons, i).IsEmpty) return true;
        }

        return false;
    }

    private static ReadOnlySpan<char> PartBehind(string text, ReadOnlySpan<int> colons, int colon)
    {
        int start = colons[colon] + 1;
        return text.AsSpan(start, (colon + 1 < colons.Length ? colons[colon + 1] : text.Length) - start);
    }
}
