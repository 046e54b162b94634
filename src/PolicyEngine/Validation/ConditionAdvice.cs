using PolicyEngine.Diagnostics;
using PolicyEngine.Facts;
using PolicyEngine.Language;
using PolicyEngine.Syntax;
using PolicyEngine.Syntax.Drafts;

namespace PolicyEngine.Validation;

/// <summary>Advises on conditions that are legal and seldom meant.</summary>
internal static class ConditionAdvice
{
    internal static void Check(ParseContext context, ConditionBlock condition, Effect? effect, bool variables)
    {
        HashSet<string>? demanded = FindDemandedKeys(condition);
        context.Path.Push("Condition");
        foreach (ConditionClause clause in condition.Clauses)
        {
            string op = clause.Operator.ToString();
            context.Path.Push(op);
            foreach (ConditionEntry entry in clause.Entries)
            {
                context.Path.Push(entry.Key);
                if (clause.Operator.Kind != ConditionOperatorKind.Null)
                {
                    CheckMissingKey(context, clause.Operator, op, entry, effect, demanded);
                    CheckCardinality(context, clause.Operator, op, entry);
                }
                else if (clause.Operator.Qualifier != SetQualifier.None)
                {
                    string constant = clause.Operator.Qualifier == SetQualifier.ForAllValues ? "true" : "false";
                    context.Report(Descriptors.NullWithSetOperator, entry.Span, op, constant);
                }

                CheckKey(context, entry);
                for (int i = 0; i < entry.Values.Count; i++)
                {
                    context.PushItem(entry.Values, i);
                    CheckValue(context, clause.Operator, op, entry, entry.Values[i], variables);
                    context.PopItem(entry.Values);
                }

                context.Path.Pop();
            }

            context.Path.Pop();
        }

        context.Path.Pop();
    }

    /// <summary>The keys that a <c>Null: false</c> demands, so that their absence cannot make the condition true.</summary>
    private static HashSet<string>? FindDemandedKeys(ConditionBlock condition)
    {
        HashSet<string>? keys = null;
        foreach (ConditionClause clause in condition.Clauses)
        {
            if (clause.Operator is not { Kind: ConditionOperatorKind.Null, Qualifier: SetQualifier.None }) continue;
            foreach (ConditionEntry entry in clause.Entries)
            {
                if (entry.Values is not [{ Text: var text }] || !text.Equals("false", StringComparison.OrdinalIgnoreCase)) continue;
                keys ??= new HashSet<string>(ConditionKeyName.Comparer);
                keys.Add(entry.Key);
            }
        }

        return keys;
    }

    private static void CheckMissingKey(
        ParseContext context, ConditionOperator op, string name, ConditionEntry entry, Effect? effect, HashSet<string>? demanded)
    {
        if (effect == Effect.Allow && demanded?.Contains(entry.Key) != true)
        {
            if (op.Qualifier == SetQualifier.ForAllValues) context.Report(Descriptors.ForAllValuesInAllow, entry.Span, name, entry.Key);
            else if (op.IsNegated && op.Qualifier == SetQualifier.None) context.Report(Descriptors.NegatedInAllow, entry.Span, name, entry.Key);
        }

        if (effect == Effect.Deny && op.IsNegated && op.Qualifier == SetQualifier.ForAnyValue)
        {
            context.Report(Descriptors.ForAnyNegatedInDeny, entry.Span, name, entry.Key);
        }
    }

    private static void CheckCardinality(ParseContext context, ConditionOperator op, string name, ConditionEntry entry)
    {
        if (ConditionKeys.Find(entry.Key) is not { } key) return;
        bool isSet = op.Qualifier != SetQualifier.None;
        if (isSet && !key.IsMultivalued) context.Report(Descriptors.SetOperatorOnSingle, entry.Span, name, entry.Key);
        if (!isSet && key.IsMultivalued) context.Report(Descriptors.MultivaluedWithoutSet, entry.Span, name, entry.Key);
    }

    private static void CheckKey(ParseContext context, ConditionEntry entry)
    {
        if (context.Type == PolicyType.VpcEndpoint && entry.Key.Equals("aws:SourceIp", StringComparison.OrdinalIgnoreCase))
        {
            context.Report(Descriptors.SourceIpAtEndpoint, entry.Span, entry.Key);
        }
    }

    private static void CheckValue(
        ParseContext context, ConditionOperator op, string name, ConditionEntry entry, ConditionValue value, bool variables)
    {
        if (op.Family == OperatorFamily.String && !op.TakesWildcards && PatternTokens.ShapeOf(value.Text, variables).AsSpan().ContainsAny('*', '?'))
        {
            context.Report(Descriptors.WildcardInEquals, value.Span, value.Text, name);
        }

        if (op.Family is OperatorFamily.Arn or OperatorFamily.String && entry.Key.Equals("aws:PrincipalArn", StringComparison.OrdinalIgnoreCase)
            && value.Text.Contains(":assumed-role/", StringComparison.Ordinal))
        {
            context.Report(Descriptors.SessionArnInPrincipalArn, value.Span, value.Text);
        }

        if (op.Family == OperatorFamily.IpAddress && entry.Key.Equals("aws:SourceIp", StringComparison.OrdinalIgnoreCase)
            && IpNetwork.TryParse(value.Text, out IpNetwork network) && PrivateAddresses.HasRange(network))
        {
            context.Report(Descriptors.PrivateSourceIp, value.Span, value.Text);
        }

        if (op.Family is OperatorFamily.Arn or OperatorFamily.String) ArnAdvice.CheckValue(context, entry.Key, value);
    }
}
