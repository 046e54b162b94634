using System.Collections.Immutable;
using System.Text;
using PolicyEngine.Primitives;
using PolicyEngine.Requests;

namespace PolicyEngine.Evaluation;

/// <summary>Which actions credentials of a kind cannot call, whatever policies say; asked only where the kind is said.</summary>
/// <remarks>AWS: <see href="https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_sts-comparison.html">Compare AWS STS credentials</see>.</remarks>
internal static class CredentialLimits
{
    /// <summary>Whether the credentials can call the action, <paramref name="unknownMfa"/> where it is unknown whether they came with MFA.</summary>
    internal static bool CanCall(AuthorizationRequest request, bool unknownMfa) => request.Principal.Credentials switch
    {
        CredentialKind.FederationToken => !IsOf(request, "iam") && (!IsOf(request, "sts") || Is(request, "sts:GetCallerIdentity")),
        CredentialKind.SessionToken => (!IsOf(request, "iam") || HasMfa(request, unknownMfa))
            && (!IsOf(request, "sts") || Is(request, "sts:AssumeRole") || Is(request, "sts:GetCallerIdentity")),
        CredentialKind.Role => !Is(request, "sts:GetFederationToken") && !Is(request, "sts:GetSessionToken"),
        _ => true,
    };

    private static bool HasMfa(AuthorizationRequest request, bool unknownMfa)
    {
        ImmutableArray<ContextValue> values = request.Context.FindAll(ContextKeys.MultiFactorAuthPresent);
        foreach (ContextValue value in values)
        {
            bool isTrue = value.IsUnknown ? unknownMfa : value is { IsList: false } && value.Values is [var text] && Ascii.EqualsIgnoreCase(text, "true");
            if (!isTrue) return false;
        }

        return !values.IsEmpty;
    }

    private static bool IsOf(AuthorizationRequest request, string service) =>
        request.ActionColon == service.Length && Ascii.EqualsIgnoreCase(request.Action.AsSpan(0, service.Length), service);

    private static bool Is(AuthorizationRequest request, string action) => Ascii.EqualsIgnoreCase(request.Action, action);
}
