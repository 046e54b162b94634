namespace PolicyEngine.CloudTrail.Mapping;

/// <summary>Tells from an error code how a call ended.</summary>
/// <remarks>AWS: <see href="https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-event-reference-record-contents.html">CloudTrail record contents</see>.</remarks>
internal static class ErrorCodes
{
    private const string ClientPrefix = "Client.";

    private static readonly string[] Denials =
    [
        "UnauthorizedOperation", "VpceAccessDenied", "NotAuthorized", "NotAuthorizedException", "AuthorizationError", "AuthorizationErrorException",
        "UnauthorizedAccess",
    ];

    private static readonly string[] Authentication =
    [
        "AuthFailure", "InvalidClientTokenId", "SignatureDoesNotMatch", "ExpiredToken", "ExpiredTokenException", "UnrecognizedClientException",
    ];

    internal static AccessOutcome Of(string? errorCode)
    {
        if (errorCode is null) return AccessOutcome.Allowed;
        string code = errorCode.StartsWith(ClientPrefix, StringComparison.OrdinalIgnoreCase) ? errorCode[ClientPrefix.Length..] : errorCode;

        // AWS: a dry run ends with this error where the call would have succeeded.
        if (code.Equals("DryRunOperation", StringComparison.OrdinalIgnoreCase)) return AccessOutcome.Allowed;
        bool isDenied = code.StartsWith("AccessDenied", StringComparison.OrdinalIgnoreCase) || Denials.Contains(code, StringComparer.OrdinalIgnoreCase);
        if (isDenied) return AccessOutcome.Denied;
        return Authentication.Contains(code, StringComparer.OrdinalIgnoreCase) ? AccessOutcome.NotAuthenticated : AccessOutcome.NotADenial;
    }
}
