namespace PolicyEngine.Requests;

/// <summary>The condition keys that follow from who the caller is.</summary>
/// <remarks>What is not known of the caller leaves a key unknown; a key that such a caller does not have is left out. AWS:
/// <see href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html#principaltable">Request information that you can use for policy variables</see>.</remarks>
internal static class PrincipalKeys
{
    /// <summary>The keys of a caller with their values, those that are unknown included.</summary>
    internal static IEnumerable<(string Key, ContextValue Value)> Of(RequestPrincipal caller)
    {
        if (caller.Account is { } account) yield return ("aws:PrincipalAccount", ContextValue.Of(account));
        if (ArnOf(caller) is { } arn) yield return ("aws:PrincipalArn", arn);
        if (caller.Kind != CallerType.Anonymous) yield return ("aws:PrincipalIsAWSService", ContextValue.Of(caller.Kind == CallerType.Service ? "true" : "false"));
        switch (caller.Kind)
        {
            case CallerType.Anonymous:
                yield return ("aws:PrincipalAccount", ContextValue.Of("anonymous"));
                yield return ("aws:PrincipalType", ContextValue.Of("Anonymous"));
                yield return ("aws:userid", ContextValue.Of("anonymous"));
                break;
            case CallerType.Root:
                yield return ("aws:PrincipalType", ContextValue.Of("Account"));
                yield return ("aws:userid", ContextValue.Of(caller.Account!));
                break;
            case CallerType.User:
                yield return ("aws:PrincipalType", ContextValue.Of("User"));
                yield return ("aws:userid", ContextValue.OrUnknown(caller.UniqueId));
                yield return ("aws:username", ContextValue.OrUnknown(LastName(caller.Arn)));
                break;
            case CallerType.RoleSession:
                yield return ("aws:PrincipalType", ContextValue.Of("AssumedRole"));
                yield return ("aws:userid", ContextValue.OrUnknown(caller is { UniqueId: { } id, Arn: { } session } ? $"{id}:{LastName(session)}" : null));
                break;
            case CallerType.FederatedUser:
                yield return ("aws:PrincipalType", ContextValue.Of("FederatedUser"));
                yield return ("aws:userid", ContextValue.OrUnknown(caller.Arn is { } own ? $"{caller.Account}:{LastName(own)}" : null));
                break;
            case CallerType.Service:
                yield return ("aws:PrincipalServiceName", ContextValue.Of(caller.ServiceNames[0]));
                yield return ("aws:PrincipalServiceNamesList", ContextValue.OfList([.. caller.ServiceNames]));
                break;
            default:
                yield return ("aws:PrincipalType", ContextValue.Unknown);
                yield return ("aws:userid", ContextValue.Unknown);
                yield return ("aws:FederatedProvider", ContextValue.Of(caller.Provider!));
                break;
        }
    }

    /// <summary>The value of <c>aws:PrincipalArn</c>: of a session the ARN of its role, never its own.</summary>
    private static ContextValue? ArnOf(RequestPrincipal caller) => caller.Kind switch
    {
        CallerType.RoleSession => ContextValue.OrUnknown(caller.RoleArn?.Text),
        CallerType.User or CallerType.Root or CallerType.FederatedUser => ContextValue.OrUnknown(caller.Arn?.Text),
        _ => null,
    };

    private static string? LastName(Arn? arn) => arn is null ? null : arn.Resource[(arn.Resource.LastIndexOf('/') + 1)..].ToString();
}
