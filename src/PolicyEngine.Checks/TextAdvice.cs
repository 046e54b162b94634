using PolicyEngine.Language;
using PolicyEngine.Syntax;
using PolicyEngine.Syntax.Drafts;

namespace PolicyEngine.Checks;

/// <summary>Advises on how texts are written: what is compared as it is written, what never matches, and what AWS does not document.</summary>
/// <remarks>AWS: <see href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html">IAM policy elements: Variables and tags</see>,
/// <see href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html">Amazon Resource Names (ARNs)</see>.</remarks>
internal static class TextAdvice
{
    internal static void Check(AdviceContext context, CheckedStatement statement)
    {
        if (statement.Action is { } action) context.CheckEach(action.Name, action.Patterns, CheckAction);
        if (statement.Resource is { } resource) context.CheckEach(resource.Name, resource.Patterns, CheckResource);
        foreach (ConditionTest test in statement.Tests) test.CheckEach(context, CheckValue);
        if (context.Type != PolicyType.VpcEndpoint) return;
        foreach (ConditionTest test in statement.Tests) test.CheckEach(context, CheckEndpointValue);
    }

    private static void CheckAction(AdviceContext context, TextValue pattern)
    {
        string text = pattern.Text;
        if (PatternTokens.HasVariable(text))
        {
            if (context.HasVariables) return;
            context.Report(AdviceDescriptors.VariableTextIgnored, pattern.Span, text);
        }

        ActionFormKind kind = ActionForm.Classify(text, out _);
        bool isBlank = kind is ActionFormKind.Any or ActionFormKind.Named && text.AsSpan().ContainsAny(" \t\r\n");
        if (isBlank) context.Report(AdviceDescriptors.BlankInAction, pattern.Span, text);
        bool isOpen = kind == ActionFormKind.Any || text.Equals("sts:*", StringComparison.OrdinalIgnoreCase);
        if (isOpen && context.Type == PolicyType.Trust) context.Report(AdviceDescriptors.TrustTooOpen, pattern.Span, text);
    }

    private static void CheckResource(AdviceContext context, TextValue pattern)
    {
        string text = pattern.Text;
        bool hasVariable = PatternTokens.HasVariable(text);
        if (hasVariable && !context.HasVariables) context.Report(AdviceDescriptors.VariableTextIgnored, pattern.Span, text);
        if (text.StartsWith("arn:", StringComparison.Ordinal)) CheckArn(context, pattern, hasVariable && context.HasVariables);
    }

    private static void CheckArn(AdviceContext context, TextValue pattern, bool hasVariable)
    {
        List<string> parts = ArnParts.SplitPattern(pattern.Text, hasVariable);
        if (HasWildcard(parts[1])) context.Report(AdviceDescriptors.ArnWildcardNotDocumented, pattern.Span, pattern.Text, "partition");
        if (parts.Count > 2 && HasWildcard(parts[2])) context.Report(AdviceDescriptors.ArnWildcardNotDocumented, pattern.Span, pattern.Text, "service");
        if (hasVariable && parts.Take(5).Any(static part => PatternTokens.HasVariable(part))) context.Report(AdviceDescriptors.VariableBeforeResource, pattern.Span, pattern.Text);

        // Elsewhere the parser refuses it, or tells of it in a stored document.
        bool isEmpty = parts is [_, _, _, _, _, ""];
        if (isEmpty && PolicyTypeRules.For(context.Type).CompletesArns) context.Report(AdviceDescriptors.EmptyArnResource, pattern.Span, pattern.Text);
    }

    private static void CheckValue(AdviceContext context, ConditionTest test, ConditionValue value)
    {
        if (PatternTokens.HasVariable(value.Text))
        {
            if (!context.HasVariables) context.Report(AdviceDescriptors.VariableTextIgnored, value.Span, value.Text);
            else if (test.Operator.Kind == ConditionOperatorKind.Bool && PatternTokens.FindFault(value.Text) is null) context.Report(AdviceDescriptors.VariableInBool, value.Span, value.Text);
        }
        else if (test.Operator.Family == OperatorFamily.IpAddress && IpNetwork.TryParse(value.Text, out IpNetwork network) && network.HasHostBits)
        {
            context.Report(AdviceDescriptors.HostBits, value.Span, value.Text);
        }
    }

    private static void CheckEndpointValue(AdviceContext context, ConditionTest test, ConditionValue value)
    {
        bool isOfWildcards = value.Text.Length > 0 && !value.Text.AsSpan().ContainsAnyExcept('*', '?');
        bool isLike = test.Operator.Family == OperatorFamily.String && test.Operator.TakesWildcards;
        if (isOfWildcards && isLike && ConditionKeys.Find(test.Entry.Key)?.IsIdentifier != true)
        {
            context.Report(AdviceDescriptors.BareWildcardAtEndpoint, value.Span, value.Text);
        }
    }

    private static bool HasWildcard(string part) => part.AsSpan().ContainsAny('*', '?');
}
