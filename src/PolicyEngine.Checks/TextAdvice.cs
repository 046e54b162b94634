using System.Buffers;
using PolicyEngine.Language;
using PolicyEngine.Syntax;
using PolicyEngine.Syntax.Drafts;

namespace PolicyEngine.Checks;

/// <summary>Advises on how texts are written: what is compared as it is written, what never matches, and what AWS does not document.</summary>
/// <remarks>AWS: <see href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html">IAM policy elements: Variables and tags</see>,
/// <see href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html">Amazon Resource Names (ARNs)</see>.</remarks>
internal static class TextAdvice
{
    private static readonly SearchValues<char> NotInPlainActions = SearchValues.Create(" \t\r\n$");

    internal static void Check(AdviceContext context, CheckedStatement statement)
    {
        context.Round = AdviceRound.Form;
        if (statement.Condition is { } condition) CheckOperators(context, condition);
        context.Round = AdviceRound.Text;
        if (statement.Action is { } action) context.CheckEach(action.Name, action.Patterns, static (own, pattern) => CheckAction(own, pattern));
        if (statement.Resource is { } resource) context.CheckEach(resource.Name, resource.Patterns, static (own, pattern) => CheckResource(own, pattern));
        statement.Tests.CheckEach(context, static (own, test, value) => CheckValue(own, test, value));
        if (context.Type == PolicyType.VpcEndpoint) statement.Tests.CheckEach(context, static (own, test, value) => CheckEndpointValue(own, test, value));
    }

    /// <summary>Operators without keys.</summary>
    private static void CheckOperators(AdviceContext context, ConditionBlock condition)
    {
        foreach (ConditionClause clause in condition.Clauses)
        {
            if (clause.Entries.Count > 0) continue;
            string name = clause.Operator.ToString();
            context.Path.Push("Condition");
            context.Path.Push(name);
            context.Find(AdviceDescriptors.EmptyOperator, clause.Span, new FindingDetail { Fix = TextEdits.Remove(context.Source, clause.Span) }, name);
            context.Path.Pop();
            context.Path.Pop();
        }
    }

    private static void CheckAction(AdviceContext context, TextValue pattern)
    {
        string text = pattern.Text;
        if (context.Type != PolicyType.Trust && !text.AsSpan().ContainsAny(NotInPlainActions)) return;
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
        if (text.StartsWith("arn:", StringComparison.Ordinal) && (hasVariable || !IsPlainArn(text))) CheckArn(context, pattern, hasVariable && context.HasVariables);
    }

    /// <summary>True for an ARN as most are: of the first partition and one service, with something behind the last colon.</summary>
    private static bool IsPlainArn(string text)
    {
        const string head = "arn:aws:";
        if (!text.StartsWith(head, StringComparison.Ordinal) || text[^1] == ':') return false;
        int end = text.AsSpan(head.Length).IndexOfAny(':', '*', '?');
        return end >= 0 && text[head.Length + end] == ':';
    }

    private static void CheckArn(AdviceContext context, TextValue pattern, bool hasVariable)
    {
        string text = pattern.Text;
        Span<int> colons = stackalloc int[5];
        colons = colons[..ArnParts.FindColons(text, hasVariable, colons)];
        if (colons.Length > 1 && HasWildcard(PartBehind(text, colons, 1))) context.Report(AdviceDescriptors.ArnWildcardNotDocumented, pattern.Span, text);
        int head = colons.Length == 5 ? colons[4] : text.Length;
        if (hasVariable && PatternTokens.HasVariable(text.AsSpan(0, head))) context.Report(AdviceDescriptors.VariableBeforeResource, pattern.Span, text);

        // Elsewhere the parser refuses it, or tells of it in a stored document.
        bool isEmpty = head == text.Length - 1;
        if (isEmpty && PolicyTypeRules.For(context.Type).CompletesArns) context.Report(AdviceDescriptors.EmptyArnResource, pattern.Span, text);
    }

    private static ReadOnlySpan<char> PartBehind(string text, ReadOnlySpan<int> colons, int colon)
    {
        int start = colons[colon] + 1;
        return text.AsSpan(start, (colon + 1 < colons.Length ? colons[colon + 1] : text.Length) - start);
    }

    private static void CheckValue(AdviceContext context, ConditionTest test, ConditionValue value)
    {
        if (value.Form == ConditionValueForm.Number) ReportUnquoted(context, value);
        if (PatternTokens.HasVariable(value.Text))
        {
            if (!context.HasVariables) context.Report(AdviceDescriptors.VariableTextIgnored, value.Span, value.Text);
            else if (test.Operator.Kind == ConditionOperatorKind.Bool && PatternTokens.FindFault(value.Text) is null) context.Report(AdviceDescriptors.VariableInBool, value.Span, value.Text);
        }
        else if (test.Operator.Family == OperatorFamily.IpAddress && IpNetwork.TryParse(value.Text, out IpNetwork network) && network.HasHostBits)
        {
            string first = NetworkText.Of(network);
            context.Find(AdviceDescriptors.HostBits, value.Span, new FindingDetail { Fix = TextEdits.Replace(context.Source, value.Span, first, keepsMeaning: true) }, value.Text);
        }
    }

    private static void ReportUnquoted(AdviceContext context, ConditionValue value)
    {
        context.Round = AdviceRound.Form;
        FindingFix quoted = new(keepsMeaning: true, new TextEdit(value.Span, $"\"{value.Text}\""));
        context.Find(AdviceDescriptors.UnquotedValue, value.Span, new FindingDetail { Fix = quoted }, value.Text);
        context.Round = AdviceRound.Text;
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

    private static bool HasWildcard(ReadOnlySpan<char> part) => part.ContainsAny('*', '?');
}
