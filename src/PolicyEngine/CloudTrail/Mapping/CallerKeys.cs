namespace PolicyEngine.CloudTrail.Mapping;

/// <summary>The condition keys that follow from who calls.</summary>
/// <remarks>AWS: <see href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html">AWS global condition context keys</see>.</remarks>
internal static class CallerKeys
{
    /// <summary>Keys of role sessions that tell where their credentials are used; no other caller has them.</summary>
    private static readonly string[] SessionBorn =
    [
        "aws:SignInSessionArn", "aws:ChatbotSourceArn", "aws:Ec2InstanceSourceVpc", "aws:Ec2InstanceSourcePrivateIPv4", "ec2:RoleDelivery",
        "ec2:SourceInstanceArn", "glue:RoleAssumedBy", "glue:CredentialIssuingService", "codebuild:BuildArn", "codebuild:ProjectArn",
        "lambda:SourceFunctionArn", "ssm:SourceInstanceArn", "identitystore:UserId",
    ];

    /// <summary>Writes them all: present, absent or unknown.</summary>
    internal static void Write(KeyKnowledge keys, RequestPrincipal caller, RecordedSession facts)
    {
        WriteIdentity(keys, caller, facts);
        WriteOrganization(keys, caller, facts);
        WriteService(keys, caller);
        WriteCredentials(keys, caller, facts);
        WriteFederation(keys, caller, facts);
    }

    private static void WriteIdentity(KeyKnowledge keys, RequestPrincipal caller, RecordedSession facts)
    {
        bool hasArn = caller.Kind is CallerType.User or CallerType.RoleSession or CallerType.FederatedUser or CallerType.Root;
        if (!hasArn) keys.SetAbsent("aws:PrincipalArn", "aws:username");
        switch (caller.Kind)
        {
            case CallerType.Anonymous:
                keys.Set("aws:PrincipalAccount", "anonymous");
                keys.Set("aws:PrincipalType", "Anonymous");
                keys.Set("aws:userid", "anonymous");
                return;
            case CallerType.Service:
                keys.SetAbsent("aws:PrincipalAccount", "aws:PrincipalType", "aws:userid");
                return;
            case CallerType.WebIdentity or CallerType.Saml:
                keys.SetAbsent("aws:PrincipalAccount");
                keys.SetUnknown("aws:PrincipalType", "aws:userid");
                return;
        }

        // AWS: the ARN of a session is that of its role, path included, never that of the session.
        keys.SetOrUnknown("aws:PrincipalArn", (caller.Kind == CallerType.RoleSession ? caller.RoleArn : caller.Arn)?.Text);
        keys.Set("aws:PrincipalAccount", caller.Account!);
        keys.SetOrUnknown("aws:PrincipalType", facts.IsKindGuessed ? null : TypeOf(caller.Kind));
        keys.SetOrUnknown("aws:userid", caller.Kind == CallerType.Root ? caller.Account : facts.UserId);
        if (caller.Kind == CallerType.User) keys.SetOrUnknown("aws:username", NameOf(caller) ?? facts.UserName);
        else if (facts.IsKindGuessed) keys.SetUnknown("aws:username");
        else keys.SetAbsent("aws:username");
    }

    private static void WriteOrganization(KeyKnowledge keys, RequestPrincipal caller, RecordedSession facts)
    {
        if (caller.Account is null || facts.IsOutsideOrganizations)
        {
            keys.SetAbsent("aws:PrincipalOrgID", "aws:PrincipalOrgPaths");
            return;
        }

        keys.SetOrUnknown("aws:PrincipalOrgID", facts.OrganizationId);
        if (facts.OrganizationPath is { } path) keys.SetList("aws:PrincipalOrgPaths", path);
        else keys.SetUnknown("aws:PrincipalOrgPaths");
    }

    private static void WriteService(KeyKnowledge keys, RequestPrincipal caller)
    {
        if (caller.Kind == CallerType.Service)
        {
            keys.Set("aws:PrincipalIsAWSService", value: true);
            keys.Set("aws:PrincipalServiceName", caller.ServiceNames[0]);
            keys.SetUnknown("aws:PrincipalServiceNamesList");
            return;
        }

        if (caller.Kind == CallerType.Anonymous) keys.SetAbsent("aws:PrincipalIsAWSService");
        else keys.Set("aws:PrincipalIsAWSService", value: false);
        keys.SetAbsent("aws:PrincipalServiceName", "aws:PrincipalServiceNamesList");
    }

    private static void WriteCredentials(KeyKnowledge keys, RequestPrincipal caller, RecordedSession facts)
    {
        bool? isTemporary = caller.Kind switch
        {
            CallerType.RoleSession or CallerType.FederatedUser => true,
            CallerType.User or CallerType.Root => facts.IsTemporary,
            _ => false,
        };
        bool hasMfaKeys = caller.Kind != CallerType.FederatedUser;
        if (isTemporary == false) keys.SetAbsent("aws:TokenIssueTime");
        else keys.SetOrUnknown("aws:TokenIssueTime", facts.IssuedAt);
        if (isTemporary == false || !hasMfaKeys) keys.SetAbsent("aws:MultiFactorAuthPresent", "aws:MultiFactorAuthAge");
        else WriteMfa(keys, facts.HasMfa);
        if (caller.Kind == CallerType.RoleSession) keys.SetUnknown(SessionBorn);
        else keys.SetAbsent(SessionBorn);
        if (caller.Kind is (CallerType.User or CallerType.Root) && isTemporary != false) keys.SetUnknown("aws:SignInSessionArn");
        if (caller.Kind != CallerType.Root || isTemporary == false) keys.SetAbsent("aws:AssumedRoot");
        else keys.SetOrUnknown("aws:AssumedRoot", facts.IsAssumedRoot == true ? "true" : null);
        if (caller.Kind is CallerType.User or CallerType.RoleSession or CallerType.FederatedUser) keys.SetUnknown("aws:PrincipalTag/");
        else keys.SetAbsent("aws:PrincipalTag/");
    }

    private static void WriteMfa(KeyKnowledge keys, bool? hasMfa)
    {
        keys.SetOrUnknown("aws:MultiFactorAuthPresent", hasMfa is { } known ? known ? "true" : "false" : null);
        if (hasMfa == false) keys.SetAbsent("aws:MultiFactorAuthAge");
        else keys.SetUnknown("aws:MultiFactorAuthAge");
    }

    private static void WriteFederation(KeyKnowledge keys, RequestPrincipal caller, RecordedSession facts)
    {
        switch (caller.Kind)
        {
            case CallerType.RoleSession:
                keys.SetOrUnknown("aws:SourceIdentity", facts.SourceIdentity);
                keys.SetOrUnknown("aws:FederatedProvider", facts.FederatedProvider);
                break;
            case CallerType.WebIdentity or CallerType.Saml:
                keys.SetOrUnknown("aws:SourceIdentity", facts.SourceIdentity);
                keys.SetOrUnknown("aws:FederatedProvider", caller.Provider);
                break;
            default:
                keys.SetAbsent("aws:SourceIdentity", "aws:FederatedProvider");
                break;
        }
    }

    private static string TypeOf(CallerType kind) => kind switch
    {
        CallerType.User => "User",
        CallerType.RoleSession => "AssumedRole",
        CallerType.FederatedUser => "FederatedUser",
        _ => "Account",
    };

    /// <summary>The name of a user without its path; null when its ARN is not known.</summary>
    private static string? NameOf(RequestPrincipal caller) => caller.Arn is { } arn ? arn.Resource[(arn.Resource.LastIndexOf('/') + 1)..].ToString() : null;
}
