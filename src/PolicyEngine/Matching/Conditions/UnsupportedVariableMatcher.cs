namespace PolicyEngine.Matching.Conditions;

/// <summary>Values of which some hold policy variables under an operator that has none: those are undecided, the others compared.</summary>
internal sealed class UnsupportedVariableMatcher(ValueMatcher others) : ValueMatcher
{
    internal override MatchResult MatchAny(string value, RequestContext context) =>
        others.MatchAny(value, context).Or(MatchResult.Undecided(MatchReason.VariableNotSupported));
}
