using PolicyEngine.Language;

namespace PolicyEngine.Matching;

/// <summary>An action pattern: the service prefix as a whole, and the name with wildcards, ASCII letter case ignored.</summary>
/// <remarks>AWS: <see href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_action.html">IAM JSON policy elements: Action</see>.</remarks>
internal sealed class ActionPattern : RequestPattern
{
    private readonly ActionFormKind form;
    private readonly string service = "";
    private readonly TextPattern? serviceWildcard;
    private readonly TextPattern? name;

    internal ActionPattern(string text, bool variables)
    {
        bool isVariable = variables && PatternTokens.HasVariable(text);
        form = isVariable ? ActionFormKind.Malformed : ActionForm.Classify(text, out _);
        if (form is ActionFormKind.Malformed or ActionFormKind.Any) return;
        int colon = text.IndexOf(':', StringComparison.Ordinal);
        service = text[..colon];
        if (form == ActionFormKind.PrefixWildcard) serviceWildcard = TextPattern.Compile(service, wildcards: true, variables: false);
        name = TextPattern.Compile(text[(colon + 1)..], wildcards: true, variables: false);
    }

    internal override bool MatchesEverything => form == ActionFormKind.Any;

    internal override string? LiteralPrefix => form == ActionFormKind.Named ? $"{service}:{name!.LiteralPrefix}" : null;

    internal override MatchResult Match(AuthorizationRequest request)
    {
        if (form == ActionFormKind.Any) return MatchResult.True;
        if (form == ActionFormKind.Malformed) return MatchResult.Undecided(MatchReason.Malformed);
        if (request.ActionColon < 0) return MatchResult.Undecided(MatchReason.RequestActionMalformed);
        ReadOnlySpan<char> action = request.Action;
        ReadOnlySpan<char> prefix = action[..request.ActionColon];
        MatchResult match = serviceWildcard?.Match(prefix, request.Context, TextComparison.IgnoreAsciiCase)
            ?? MatchResult.When(TextComparer.Equal(prefix, service, TextComparison.IgnoreAsciiCase), MatchReason.ActionDiffers);
        if (!match.IsFalse) match = match.And(name!.Match(action[(request.ActionColon + 1)..], request.Context, TextComparison.IgnoreAsciiCase));
        if (match.IsFalse) return match.Because(MatchReason.ActionDiffers);
        return form == ActionFormKind.PrefixWildcard ? MatchResult.Undecided(MatchReason.ActionPrefixWildcard) : match;
    }
}
