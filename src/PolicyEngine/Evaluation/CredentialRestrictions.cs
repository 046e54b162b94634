using System.Text;
using PolicyEngine.Matching;
using PolicyEngine.Requests;

namespace PolicyEngine.Evaluation;

/// <summary>The actions that credentials of a kind cannot call, whatever policies allow; none where the kind is unknown.</summary>
/// <remarks>AWS: <see href="https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_sts-comparison.html">Compare AWS STS credentials</see>.</remarks>
internal static class CredentialRestrictions
{
    internal static MatchResult CanCall(AuthorizationRequest request)
    {
        if (request.IsOf("sts") && Is(request, "sts:GetScopedCredentials")) return CanScopeDown(request.Principal);
        return request.Principal.Credentials switch
        {
            CredentialKind.FederationToken => When(!CallsIam(request) && (!request.IsOf("sts") || Is(request, "sts:GetCallerIdentity"))),
            CredentialKind.SessionToken => CallsIam(request)
                ? BooleanKey.Read(request, ConditionKeys.MultiFactorAuthPresent)
                : When(!request.IsOf("sts") || Is(request, "sts:AssumeRole") || Is(request, "sts:GetCallerIdentity")),
            CredentialKind.Role => When(!Is(request, "sts:GetFederationToken") && !Is(request, "sts:GetSessionToken")),
            _ => MatchResult.True,
        };
    }

    // AWS: temporary credentials alone are scoped down, those of GetSessionToken too, and never those of the root user. Of those of GetFederationToken one page says
    // that a federated session can, and another that they call nothing else of STS; nor does a page tell of temporary credentials of the root user.
    // https://docs.aws.amazon.com/STS/latest/APIReference/API_GetScopedCredentials.html
    private static MatchResult CanScopeDown(RequestPrincipal caller) => caller.Credentials switch
    {
        CredentialKind.LongTerm => When(condition: false),
        CredentialKind.FederationToken => MatchResult.Undecided(MatchReason.None),
        CredentialKind.Unknown => When(caller.Kind != CallerType.Root),
        _ when caller.Kind == CallerType.Root => MatchResult.Undecided(MatchReason.None),
        _ => MatchResult.True,
    };

    // AWS: passing a role is no call of IAM; the service that is called checks it.
    private static bool CallsIam(AuthorizationRequest request) => request.IsOf("iam") && (request.Traits & RequestTraits.PassesRole) == RequestTraits.None;

    private static bool Is(AuthorizationRequest request, string action) => Ascii.EqualsIgnoreCase(request.Action, action);

    private static MatchResult When(bool condition) => condition ? MatchResult.True : MatchResult.No(MatchReason.None);
}
