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
        DemandedKeys demanded = new(statement);
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
            CheckPrivate(context, test);
            test.CheckEach(context, static (own, of, value) => CheckValue(own, of, value));
        }
    }

    private static void CheckMissingKey(AdviceContext context, ConditionTest test, Effect? effect, in DemandedKeys demanded)
    {
        (ConditionOperator op, string name, ConditionEntry entry) = (test.Operator, test.Name, test.Entry);
        if (effect == Effect.Allow && !demanded.Contains(test))
        {
            // AWS: a request without tags carries nothing that aws:TagKeys could restrict.
            bool isGrant = op.Qualifier == SetQualifier.ForAllValues && !entry.Key.Equals("aws:TagKeys", StringComparison.OrdinalIgnoreCase);
            if (isGrant) context.Report(AdviceDescriptors.ForAllValuesInAllow, entry.Span, name, entry.Key);
            else if (op.IsNegated && op.Qualifier == SetQualifier.None && !IsHarmless(context, entry)) context.Report(AdviceDescriptors.NegatedInAllow, entry.Span, name, entry.Key);
        }

        bool escapes = effect == Effect.Deny && op.IsNegated && op.Qualifier == SetQualifier.ForAnyValue;
        if (escapes) context.Report(AdviceDescriptors.ForAnyNegatedInDeny, entry.Span, name, entry.Key);
    }

    /// <summary>A key that every request has which the policy sees, or values that only keep a variable from being empty.</summary>
    private static bool IsHarmless(AdviceContext context, ConditionEntry entry) =>
        PresentKeys.IsAlwaysThere(context.Type, entry.Key) || (entry.Values.Count > 0 && entry.Values.All(static value => value.Text.Length == 0));

    /// <summary>How many values a key has: of keys of services, AWS's own lists are less sure.</summary>
    private static void CheckCardinality(AdviceContext context, ConditionTest test)
    {
        ConditionKey? global = ConditionKeys.Find(test.Entry.Key);
        bool? isMultivalued = global?.IsMultivalued ?? context.Catalogue.FindKey(test.Entry.Key)?.IsArray;
        if (isMultivalued is null) return;
        SetQualifier qualifier = test.Operator.Qualifier;
        bool isIdle = isMultivalued == false && (qualifier == SetQualifier.ForAllValues || (qualifier == SetQualifier.ForAnyValue && global is not null));
        if (isIdle)
        {
            bool isHole = qualifier == SetQualifier.ForAllValues && global is not null;
            string plain = test.Name[(test.Name.IndexOf(':', StringComparison.Ordinal) + 1)..];
            FindingDetail detail = new() { Fix = TextEdits.RenameOperator(context.Source, test, plain) };
            context.Find(AdviceDescriptors.SetOperatorOnSingle, isHole ? DiagnosticSeverity.Warning : DiagnosticSeverity.Information, test.Entry.Span, detail, test.Name, test.Entry.Key);
        }

        bool lacksSet = isMultivalued == true && qualifier == SetQualifier.None;
        if (lacksSet) context.Report(AdviceDescriptors.MultivaluedWithoutSet, global is null ? DiagnosticSeverity.Information : DiagnosticSeverity.Warning, test.Entry.Span, test.Name, test.Entry.Key);
    }

    private static void CheckValue(AdviceContext context, ConditionTest test, ConditionValue value)
    {
        (ConditionOperator op, string key, string text) = (test.Operator, test.Entry.Key, value.Text);
        if (op.Family == OperatorFamily.String && !op.TakesWildcards && PatternTokens.ShapeOf(text, context.HasVariables).AsSpan().ContainsAny('*', '?'))
        {
            string name = test.Name.Replace("Equals", "Like", StringComparison.Ordinal);
            FindingFix? fix = test.Operator.Kind is ConditionOperatorKind.StringEquals or ConditionOperatorKind.StringNotEquals ? TextEdits.RenameOperator(context.Source, test, name) : null;
            context.Find(AdviceDescriptors.WildcardInEquals, value.Span, new FindingDetail { Fix = fix }, text, test.Name);
        }

        bool isText = op.Family is OperatorFamily.Arn or OperatorFamily.String;
        bool isSession = isText && key.Equals("aws:PrincipalArn", StringComparison.OrdinalIgnoreCase) && text.Contains(":assumed-role/", StringComparison.Ordinal);
        if (isSession) context.Report(AdviceDescriptors.SessionArnInPrincipalArn, value.Span, text);

        if (isText) ArnAdvice.CheckValue(context, key, value);
    }

    /// <summary>Private ranges under aws:SourceIp: one finding where all are, and one for each where some are not.</summary>
    private static void CheckPrivate(AdviceContext context, ConditionTest test)
    {
        if (test.Operator.Family != OperatorFamily.IpAddress || !ConditionKeys.IsSourceIp(test.Entry.Key)) return;
        SyntaxList<ConditionValue> values = test.Entry.Values;
        bool isSubset = !values.All(static value => IsPrivate(value));
        string code = (test.Operator.IsNegated ? "PRIVATE_NOT_IP_ADDRESS" : "PRIVATE_IP_ADDRESS") + (isSubset ? "_SUBSET" : "");
        context.Enter(test);
        for (int i = 0; i < values.Count; i++)
        {
            if (!IsPrivate(values[i])) continue;
            if (isSubset) context.EnterItem(values, i);
            context.Find(AdviceDescriptors.PrivateSourceIp, isSubset ? values[i].Span : TextSpan.FromBounds(values[0].Span.Start, values[^1].Span.End), code, values[i].Text);
            if (!isSubset) break;
        }

        context.Leave();
    }

    private static bool IsPrivate(ConditionValue value) => IpNetwork.TryParse(value.Text, out IpNetwork network) && PrivateAddresses.HasRange(network);
}
