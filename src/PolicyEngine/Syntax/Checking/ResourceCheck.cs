using PolicyEngine.Diagnostics;
using PolicyEngine.Primitives;
using PolicyEngine.Syntax.Parsing;

namespace PolicyEngine.Syntax.Checking;

/// <summary>Checks the texts of Resource and NotResource.</summary>
internal static class ResourceCheck
{
    internal static void Check(ParseContext context, ResourceElement element, bool variables) =>
        PatternListCheck.Check(context, element.Name, element.Patterns, variables, CheckPattern);

    private static void CheckPattern(ParseContext context, TextValue pattern, bool variables)
    {
        string text = pattern.Text;
        if (text.Length > 0 && !text.AsSpan().ContainsAnyExcept('*')) return;
        VariableCheck.Check(context, pattern.Span, text, variables);
        if (text.StartsWith("execute-api:/", StringComparison.Ordinal))
        {
            if (context.Type != PolicyType.Resource) Report("the API Gateway shorthand stands in resource policies only");
        }
        else if (text.Length == 0) Report("it is empty");
        else if (!text.StartsWith("arn:", StringComparison.Ordinal)) Report("it does not begin with 'arn:'");
        else CheckArn(context, pattern, ArnParts.SplitPattern(text, variables), variables);

        void Report(string fault) => context.Report(Descriptors.ResourceForm, pattern.Span, text, fault);
    }

    private static void CheckArn(ParseContext context, TextValue pattern, List<string> parts, bool variables)
    {
        string text = pattern.Text;
        if (parts.Count < 6)
        {
            if (parts.Count < 3 || parts.Contains("")) context.Report(Descriptors.ResourceForm, pattern.Span, text, "it has fewer than six parts, and an empty one");
            else if (!context.Rules.CompletesArns) context.ReportTolerated(Descriptors.IncompleteArn, pattern.Span, text);
        }
        else if (parts[2].Length == 0)
        {
            context.Report(Descriptors.ResourceForm, pattern.Span, text, "it names no service");
        }

        CheckHead(context, pattern, parts, variables);
        ArnAdvice.Check(context, pattern.Span, text);
        if (parts.Count == 6 && parts[5].Length == 0)
        {
            if (context.Rules.CompletesArns) context.Report(Descriptors.EmptyArnResource, pattern.Span, text);
            else context.ReportTolerated(Descriptors.EmptyResourcePart, pattern.Span, text);
        }
    }

    private static void CheckHead(ParseContext context, TextValue pattern, List<string> parts, bool variables)
    {
        string partition = parts.Count > 1 ? parts[1] : "";
        bool isVariable = variables && PatternTokens.HasVariable(partition);
        if (HasWildcard(partition)) context.Report(Descriptors.ArnWildcardNotDocumented, pattern.Span, pattern.Text, "partition");
        else if (!isVariable && !Partition.IsValid(partition)) context.Report(Descriptors.UnknownPartition, pattern.Span, partition, pattern.Text);

        if (parts.Count > 2 && HasWildcard(parts[2])) context.Report(Descriptors.ArnWildcardNotDocumented, pattern.Span, pattern.Text, "service");
        if (variables && parts.Take(5).Any(PatternTokens.HasVariable)) context.Report(Descriptors.VariableBeforeResource, pattern.Span, pattern.Text);
    }

    private static bool HasWildcard(string part) => part.AsSpan().ContainsAny('*', '?');
}
