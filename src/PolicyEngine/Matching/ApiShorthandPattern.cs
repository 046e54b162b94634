namespace PolicyEngine.Matching;

/// <summary>API Gateway's shorthand: <c>execute-api:/STAGE/METHOD/PATH</c> in the policy of an API, for whatever API the policy is attached to.</summary>
/// <remarks>AWS: <see href="https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-resource-policies-examples.html">API Gateway resource policy examples</see>.</remarks>
internal sealed class ApiShorthandPattern : ResourcePattern
{
    internal const string Prefix = "execute-api:/";
    private const int Tail = 5;
    private readonly TextPattern path;

    private ApiShorthandPattern(TextPattern path, bool isNegated)
        : base([path], isNegated) => this.path = path;

    internal static ApiShorthandPattern Compile(string text, bool variables, bool isNegated) =>
        new(TextPattern.Compile(text[Prefix.Length..], wildcards: true, variables), isNegated);

    private protected override MatchResult MatchResolved(AuthorizationRequest request, ReadOnlySpan<string?> values)
    {
        ReadOnlySpan<char> resource = request.ResourceParts.Of(request.MatchedResource, Tail);
        int slash = resource.IndexOf('/');
        if (slash < 0) return MatchResult.No(MatchReason.ResourceDiffers);
        ReadOnlySpan<char> first = request.ResourceParts.Of(request.MatchedResource, 0);
        ReadOnlySpan<char> service = request.ResourceParts.Of(request.MatchedResource, 2);
        bool isApi = first.Equals("arn", StringComparison.OrdinalIgnoreCase) && service.Equals("execute-api", StringComparison.OrdinalIgnoreCase);
        if (!isApi) return MatchResult.No(MatchReason.ResourceDiffers);
        MatchResult match = path.MatchResolved(resource[(slash + 1)..], values);
        if (match.IsFalse) return match.Because(MatchReason.ResourceDiffers);
        return first is "arn" && service is "execute-api" ? match : MatchResult.Undecided(MatchReason.ArnCaseDiffers);
    }
}
