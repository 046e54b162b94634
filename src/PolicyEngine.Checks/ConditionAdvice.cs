using PolicyEngine.Facts;
using PolicyEngine.Language;
using PolicyEngine.Syntax;

namespace PolicyEngine.Checks;

/// <summary>Advises on conditions that are legal and seldom meant.</summary>
/// <remarks>AWS: <see href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-single-vs-multi-valued-context-keys.html">Single-valued vs. multivalued context keys</see>,
/// <see href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html">AWS global condition context keys</see>.</remarks>
internal static class ConditionAdvice
{
    internal static void Check(AdviceContext context, CheckedStatement statement)
    {
        HashSet<string>? demanded = statement.Effect == Effect.Allow ? FindDemandedKeys(statement.Tests) : null;
        foreach (ConditionTest test in statement.Tests)
        {
            context.Enter(test);
            if (test.Operator.Kind != ConditionOperatorKind.Null)
            {
                CheckMissingKey(context, test, statement.Effect, demanded);
                CheckCardinality(context, test);
            }
            else if (test.Operator.Qualifier != SetQualifier.None)
            {
                string constant = test.Operator.Qualifier == SetQualifier.ForAllValues ? "true" : "false";
                context.Report(AdviceDescriptors.NullWithSetOperator, test.Entry.Span, test.Name, constant);
            }

            bool isNeverSent = context.Type == PolicyType.VpcEndpoint && ConditionKeys.IsSourceIp(test.Entry.Key);
            if (isNeverSent) context.Report(AdviceDescriptors.SourceIpAtEndpoint, test.Entry.Span, test.Entry.Key);
            context.Leave();
            test.CheckEach(context, static (own, of, value) => CheckValue(own, of, value));
        }
    }

    /// <summary>The keys that a Null of false demands, which cannot be missing where the condition is true; null for none.</summary>
    private static HashSet<string>? FindDemandedKeys(ConditionTests tests)
    {
        HashSet<string>? keys = null;
        foreach (ConditionTest test in tests)
        {
            if (Demands(test)) (keys ??= new HashSet<string>(ConditionKey.NameComparer)).Add(test.Entry.Key);
        }

        return keys;
    }

    private static bool Demands(ConditionTest test) =>
        test.Operator is { Kind: ConditionOperatorKind.Null, Qualifier: SetQualifier.None }
        && test.Entry.Values is [{ Text: var text }] && text.Equals("false", StringComparison.OrdinalIgnoreCase);

    private static void CheckMissingKey(AdviceContext context, ConditionTest test, Effect? effect, HashSet<string>? demanded)
    {
        (ConditionOperator op, string name, ConditionEntry entry) = (test.Operator, test.Name, test.Entry);
        if (effect == Effect.Allow && demanded?.Contains(entry.Key) != true)
        {
            if (op.Qualifier == SetQualifier.ForAllValues) context.Report(AdviceDescriptors.ForAllValuesInAllow, entry.Span, name, entry.Key);
            else if (op.IsNegated && op.Qualifier == SetQualifier.None) context.Report(AdviceDescriptors.NegatedInAllow, entry.Span, name, entry.Key);
        }

        bool escapes = effect == Effect.Deny && op.IsNegated && op.Qualifier == SetQualifier.ForAnyValue;
        if (escapes) context.Report(AdviceDescriptors.ForAnyNegatedInDeny, entry.Span, name, entry.Key);
    }

    private static void CheckCardinality(AdviceContext context, ConditionTest test)
    {
        if (ConditionKeys.Find(test.Entry.Key) is not { } key) return;
        bool isSet = test.Operator.Qualifier != SetQualifier.None;
        if (isSet && !key.IsMultivalued) context.Report(AdviceDescriptors.SetOperatorOnSingle, test.Entry.Span, test.Name, test.Entry.Key);
        if (!isSet && key.IsMultivalued) context.Report(AdviceDescriptors.MultivaluedWithoutSet, test.Entry.Span, test.Name, test.Entry.Key);
    }

    private static void CheckValue(AdviceContext context, ConditionTest test, ConditionValue value)
    {
        (ConditionOperator op, string key, string text) = (test.Operator, test.Entry.Key, value.Text);
        if (op.Family == OperatorFamily.String && !op.TakesWildcards && PatternTokens.ShapeOf(text, context.HasVariables).AsSpan().ContainsAny('*', '?'))
        {
            context.Report(AdviceDescriptors.WildcardInEquals, value.Span, text, test.Name);
        }

        bool isText = op.Family is OperatorFamily.Arn or OperatorFamily.String;
        bool isSession = isText && key.Equals("aws:PrincipalArn", StringComparison.OrdinalIgnoreCase) && text.Contains(":assumed-role/", StringComparison.Ordinal);
        if (isSession) context.Report(AdviceDescriptors.SessionArnInPrincipalArn, value.Span, text);

        bool isPrivate = op.Family == OperatorFamily.IpAddress && ConditionKeys.IsSourceIp(key)
            && IpNetwork.TryParse(text, out IpNetwork network) && PrivateAddresses.HasRange(network);
        if (isPrivate) context.Report(AdviceDescriptors.PrivateSourceIp, value.Span, text);

        if (isText) ArnAdvice.CheckValue(context, key, value);
    }
}
