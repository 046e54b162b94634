using PolicyEngine.Diagnostics;
using PolicyEngine.Language;
using PolicyEngine.Syntax;
using PolicyEngine.Syntax.Drafts;

namespace PolicyEngine.Validation;

/// <summary>Checks what a VPC endpoint policy may hold beyond the grammar.</summary>
/// <remarks>AWS: <see href="https://docs.aws.amazon.com/vpc/latest/privatelink/vpc-endpoints-access.html">Control access to VPC endpoints using endpoint policies</see>.</remarks>
internal static class EndpointPolicyCheck
{
    private const int AnchorLength = 6;

    internal static void Check(ParseContext context, in StatementDraft statement, bool variables)
    {
        if (statement.Resource is { } resource)
        {
            PatternListCheck.Check(
                context, resource.Name, resource.Patterns, variables, static (c, pattern, v) => CheckAccount(c, pattern.Span, pattern.Text, v));
        }

        if (statement.Condition is not { } condition) return;
        ConditionWalk.Check(
            context,
            condition,
            variables,
            static (own, clause) => CheckKeys(own, clause),
            static (own, op, entry, value, hasVariables) => CheckValue(own, op, entry, value, hasVariables));
    }

    private static void CheckKeys(ParseContext context, ConditionClause clause)
    {
        if (clause.Operator.Family != OperatorFamily.Numeric) return;
        foreach (ConditionEntry entry in clause.Entries)
        {
            if (!IsIdentifier(entry)) continue;
            context.Path.Push(entry.Key);
            context.ReportTolerated(Descriptors.IdentifierOperator, entry.Span, clause.Operator.ToString(), entry.Key);
            context.Path.Pop();
        }
    }

    private static void CheckValue(ParseContext context, ConditionOperator op, ConditionEntry entry, ConditionValue value, bool variables)
    {
        if (op.Family is not (OperatorFamily.String or OperatorFamily.Arn)) return;
        string shape = op.TakesWildcards ? PatternTokens.ShapeOf(value.Text, variables) : "";
        bool hasWildcard = HasWildcard(shape);
        if (hasWildcard && IsIdentifier(entry)) context.ReportTolerated(Descriptors.IdentifierWildcard, value.Span, value.Text, entry.Key);
        else if (hasWildcard && op.Family == OperatorFamily.String) CheckAnchors(context, value, shape);
        CheckAccount(context, value.Span, value.Text, variables);
    }

    private static bool IsIdentifier(ConditionEntry entry) => ConditionKeys.Find(entry.Key)?.IsIdentifier == true;

    private static void CheckAnchors(ParseContext context, ConditionValue value, ReadOnlySpan<char> text)
    {
        if (!text.ContainsAnyExcept('*', '?')) return;
        int before = 0;
        while (!text.IsEmpty)
        {
            int wildcards = text.IndexOfAnyExcept('*', '?');
            if (wildcards < 0) wildcards = text.Length;
            ReadOnlySpan<char> rest = text[wildcards..];
            int after = rest.IndexOfAny('*', '?');
            if (after < 0) after = rest.Length;
            if (wildcards > 0 && before < AnchorLength && after < AnchorLength)
            {
                context.ReportTolerated(Descriptors.WildcardAnchor, value.Span, value.Text);
                return;
            }

            before = after;
            text = rest[after..];
        }
    }

    private static void CheckAccount(ParseContext context, TextSpan span, string text, bool variables)
    {
        if (ArnParts.SplitPattern(text, variables) is not ["arn", _, _, _, var account, _]) return;
        string shape = PatternTokens.ShapeOf(account, variables);
        if (HasWildcard(shape) && shape.AsSpan().ContainsAnyExcept('*', '?')) context.ReportTolerated(Descriptors.PartialAccountWildcard, span, text);
    }

    private static bool HasWildcard(string shape) => shape.AsSpan().ContainsAny('*', '?');
}
