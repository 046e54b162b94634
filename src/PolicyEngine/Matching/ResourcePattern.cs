using PolicyEngine.Language;

namespace PolicyEngine.Matching;

/// <summary>A text of a Resource or NotResource element that is matched with the six parts of an ARN.</summary>
/// <remarks>AWS: <see href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html">IAM JSON policy elements: Resource</see>.</remarks>
/// <param name="texts">The parts of the text that may hold variables.</param>
/// <param name="isNegated">True for NotResource.</param>
internal abstract class ResourcePattern(ReadOnlySpan<TextPattern> texts, bool isNegated) : RequestPattern
{
    // AWS: a pattern whose variable has no value names nothing, and what NotResource then excludes is not documented.
    private readonly PatternVariables variables = PatternVariables.Of(texts, isNegated ? MatchResult.Undecided(MatchReason.VariableUnresolved) : null);

    /// <summary>Compiles a text.</summary>
    /// <param name="text">The text of the policy.</param>
    /// <param name="variables">True where the document has policy variables.</param>
    /// <param name="completes">True where missing last parts match anything, as in identity policies.</param>
    /// <param name="allowsShorthand">True where API Gateway's shorthand is allowed.</param>
    /// <param name="isNegated">True for NotResource.</param>
    /// <param name="intern">Gives the one string that is kept of the same characters.</param>
    internal static RequestPattern Compile(string text, bool variables, bool completes, bool allowsShorthand, bool isNegated, Func<string, string> intern)
    {
        if (text.Length > 0 && !text.AsSpan().ContainsAnyExcept('*')) return Fixed.Anything;
        if (allowsShorthand && text.StartsWith(ApiShorthandPattern.Prefix, StringComparison.Ordinal)) return ApiShorthandPattern.Compile(text, variables, isNegated);
        if (text.StartsWith("arn:", StringComparison.Ordinal)) return ArnPattern.Compile(text, variables, completes, isNegated, intern);
        return ForeignText.Is(text) && !isNegated ? Fixed.Nothing : Fixed.Unreadable;
    }

    internal override MatchResult Match(AuthorizationRequest request)
    {
        if (!request.HasResourceParts) return request.MatchedResource == "*" ? MatchResult.No(MatchReason.ResourceLess) : MatchResult.Undecided(MatchReason.RequestResourceMalformed);
        return variables.Match(new ResolvedResource(this, request), request.Context);
    }

    internal sealed override void AddKeys(ICollection<string> keys) => variables.AddKeys(keys);

    /// <summary>Matches with the values of all variables.</summary>
    private protected abstract MatchResult MatchResolved(AuthorizationRequest request, ReadOnlySpan<string?> values);

    /// <summary>The pattern beside a request.</summary>
    private readonly struct ResolvedResource(ResourcePattern pattern, AuthorizationRequest request) : PatternVariables.IResolved
    {
        public MatchResult Match(scoped ReadOnlySpan<string?> values) => pattern.MatchResolved(request, values);
    }

    /// <summary>A text with the same match for every resource: only asterisks, or no ARN.</summary>
    private sealed class Fixed : RequestPattern
    {
        private readonly MatchResult match;

        private Fixed(MatchResult match) => this.match = match;

        internal static Fixed Anything { get; } = new(MatchResult.True);

        /// <summary>A text that is no ARN, which a service may store and which names nothing.</summary>
        internal static Fixed Nothing { get; } = new(MatchResult.No(MatchReason.ResourceDiffers));

        internal static Fixed Unreadable { get; } = new(MatchResult.Undecided(MatchReason.Malformed));

        internal override bool MatchesEverything => match.IsTrue;

        internal override MatchResult Match(AuthorizationRequest request) => match;
    }
}
