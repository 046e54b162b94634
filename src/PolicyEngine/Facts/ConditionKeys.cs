namespace PolicyEngine;

/// <summary>The condition keys that AWS defines for all services, ready to be set and found without a look-up.</summary>
/// <remarks>AWS page: <see href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html">AWS global condition context keys</see>.</remarks>
public static class ConditionKeys
{
    /// <summary><c>aws:PrincipalArn</c>.</summary>
    public static ConditionKey PrincipalArn { get; } = ConditionKey.Of("aws:PrincipalArn");

    /// <summary><c>aws:PrincipalAccount</c>.</summary>
    public static ConditionKey PrincipalAccount { get; } = ConditionKey.Of("aws:PrincipalAccount");

    /// <summary><c>aws:PrincipalOrgID</c>.</summary>
    public static ConditionKey PrincipalOrgID { get; } = ConditionKey.Of("aws:PrincipalOrgID");

    /// <summary><c>aws:PrincipalOrgPaths</c>.</summary>
    public static ConditionKey PrincipalOrgPaths { get; } = ConditionKey.Of("aws:PrincipalOrgPaths");

    /// <summary><c>aws:PrincipalIsAWSService</c>.</summary>
    public static ConditionKey PrincipalIsAWSService { get; } = ConditionKey.Of("aws:PrincipalIsAWSService");

    /// <summary><c>aws:PrincipalServiceName</c>.</summary>
    public static ConditionKey PrincipalServiceName { get; } = ConditionKey.Of("aws:PrincipalServiceName");

    /// <summary><c>aws:PrincipalServiceNamesList</c>.</summary>
    public static ConditionKey PrincipalServiceNamesList { get; } = ConditionKey.Of("aws:PrincipalServiceNamesList");

    /// <summary><c>aws:PrincipalType</c>.</summary>
    public static ConditionKey PrincipalType { get; } = ConditionKey.Of("aws:PrincipalType");

    /// <summary><c>aws:userid</c>.</summary>
    public static ConditionKey UserId { get; } = ConditionKey.Of("aws:userid");

    /// <summary><c>aws:username</c>.</summary>
    public static ConditionKey UserName { get; } = ConditionKey.Of("aws:username");

    /// <summary><c>aws:AssumedRoot</c>.</summary>
    public static ConditionKey AssumedRoot { get; } = ConditionKey.Of("aws:AssumedRoot");

    /// <summary><c>aws:FederatedProvider</c>.</summary>
    public static ConditionKey FederatedProvider { get; } = ConditionKey.Of("aws:FederatedProvider");

    /// <summary><c>aws:TokenIssueTime</c>.</summary>
    public static ConditionKey TokenIssueTime { get; } = ConditionKey.Of("aws:TokenIssueTime");

    /// <summary><c>aws:MultiFactorAuthPresent</c>.</summary>
    public static ConditionKey MultiFactorAuthPresent { get; } = ConditionKey.Of("aws:MultiFactorAuthPresent");

    /// <summary><c>aws:MultiFactorAuthAge</c>.</summary>
    public static ConditionKey MultiFactorAuthAge { get; } = ConditionKey.Of("aws:MultiFactorAuthAge");

    /// <summary><c>aws:SignInSessionArn</c>.</summary>
    public static ConditionKey SignInSessionArn { get; } = ConditionKey.Of("aws:SignInSessionArn");

    /// <summary><c>aws:ChatbotSourceArn</c>.</summary>
    public static ConditionKey ChatbotSourceArn { get; } = ConditionKey.Of("aws:ChatbotSourceArn");

    /// <summary><c>aws:Ec2InstanceSourceVpc</c>.</summary>
    public static ConditionKey Ec2InstanceSourceVpc { get; } = ConditionKey.Of("aws:Ec2InstanceSourceVpc");

    /// <summary><c>aws:Ec2InstanceSourcePrivateIPv4</c>.</summary>
    public static ConditionKey Ec2InstanceSourcePrivateIPv4 { get; } = ConditionKey.Of("aws:Ec2InstanceSourcePrivateIPv4");

    /// <summary><c>aws:SourceIdentity</c>.</summary>
    public static ConditionKey SourceIdentity { get; } = ConditionKey.Of("aws:SourceIdentity");

    /// <summary><c>ec2:RoleDelivery</c>.</summary>
    public static ConditionKey Ec2RoleDelivery { get; } = ConditionKey.Of("ec2:RoleDelivery");

    /// <summary><c>ec2:SourceInstanceArn</c>.</summary>
    public static ConditionKey Ec2SourceInstanceArn { get; } = ConditionKey.Of("ec2:SourceInstanceArn");

    /// <summary><c>glue:RoleAssumedBy</c>.</summary>
    public static ConditionKey GlueRoleAssumedBy { get; } = ConditionKey.Of("glue:RoleAssumedBy");

    /// <summary><c>glue:CredentialIssuingService</c>.</summary>
    public static ConditionKey GlueCredentialIssuingService { get; } = ConditionKey.Of("glue:CredentialIssuingService");

    /// <summary><c>codebuild:BuildArn</c>.</summary>
    public static ConditionKey CodebuildBuildArn { get; } = ConditionKey.Of("codebuild:BuildArn");

    /// <summary><c>codebuild:ProjectArn</c>.</summary>
    public static ConditionKey CodebuildProjectArn { get; } = ConditionKey.Of("codebuild:ProjectArn");

    /// <summary><c>lambda:SourceFunctionArn</c>.</summary>
    public static ConditionKey LambdaSourceFunctionArn { get; } = ConditionKey.Of("lambda:SourceFunctionArn");

    /// <summary><c>ssm:SourceInstanceArn</c>.</summary>
    public static ConditionKey SsmSourceInstanceArn { get; } = ConditionKey.Of("ssm:SourceInstanceArn");

    /// <summary><c>identitystore:UserId</c>.</summary>
    public static ConditionKey IdentitystoreUserId { get; } = ConditionKey.Of("identitystore:UserId");

    /// <summary><c>aws:SourceIp</c>.</summary>
    public static ConditionKey SourceIp { get; } = ConditionKey.Of("aws:SourceIp");

    /// <summary><c>aws:SourceVpc</c>.</summary>
    public static ConditionKey SourceVpc { get; } = ConditionKey.Of("aws:SourceVpc");

    /// <summary><c>aws:SourceVpce</c>.</summary>
    public static ConditionKey SourceVpce { get; } = ConditionKey.Of("aws:SourceVpce");

    /// <summary><c>aws:SourceVpcArn</c>.</summary>
    public static ConditionKey SourceVpcArn { get; } = ConditionKey.Of("aws:SourceVpcArn");

    /// <summary><c>aws:VpcSourceIp</c>.</summary>
    public static ConditionKey VpcSourceIp { get; } = ConditionKey.Of("aws:VpcSourceIp");

    /// <summary><c>aws:VpceAccount</c>.</summary>
    public static ConditionKey VpceAccount { get; } = ConditionKey.Of("aws:VpceAccount");

    /// <summary><c>aws:VpceOrgID</c>.</summary>
    public static ConditionKey VpceOrgID { get; } = ConditionKey.Of("aws:VpceOrgID");

    /// <summary><c>aws:VpceOrgPaths</c>.</summary>
    public static ConditionKey VpceOrgPaths { get; } = ConditionKey.Of("aws:VpceOrgPaths");

    /// <summary><c>aws:ResourceAccount</c>.</summary>
    public static ConditionKey ResourceAccount { get; } = ConditionKey.Of("aws:ResourceAccount");

    /// <summary><c>aws:ResourceOrgID</c>.</summary>
    public static ConditionKey ResourceOrgID { get; } = ConditionKey.Of("aws:ResourceOrgID");

    /// <summary><c>aws:ResourceOrgPaths</c>.</summary>
    public static ConditionKey ResourceOrgPaths { get; } = ConditionKey.Of("aws:ResourceOrgPaths");

    /// <summary><c>aws:CalledVia</c>.</summary>
    public static ConditionKey CalledVia { get; } = ConditionKey.Of("aws:CalledVia");

    /// <summary><c>aws:CalledViaFirst</c>.</summary>
    public static ConditionKey CalledViaFirst { get; } = ConditionKey.Of("aws:CalledViaFirst");

    /// <summary><c>aws:CalledViaLast</c>.</summary>
    public static ConditionKey CalledViaLast { get; } = ConditionKey.Of("aws:CalledViaLast");

    /// <summary><c>aws:ViaAWSService</c>.</summary>
    public static ConditionKey ViaAWSService { get; } = ConditionKey.Of("aws:ViaAWSService");

    /// <summary><c>aws:ViaAWSMCPService</c>.</summary>
    public static ConditionKey ViaAWSMCPService { get; } = ConditionKey.Of("aws:ViaAWSMCPService");

    /// <summary><c>aws:CalledViaAWSMCP</c>.</summary>
    public static ConditionKey CalledViaAWSMCP { get; } = ConditionKey.Of("aws:CalledViaAWSMCP");

    /// <summary><c>aws:IsMcpServiceAction</c>.</summary>
    public static ConditionKey IsMcpServiceAction { get; } = ConditionKey.Of("aws:IsMcpServiceAction");

    /// <summary><c>aws:CurrentTime</c>.</summary>
    public static ConditionKey CurrentTime { get; } = ConditionKey.Of("aws:CurrentTime");

    /// <summary><c>aws:EpochTime</c>.</summary>
    public static ConditionKey EpochTime { get; } = ConditionKey.Of("aws:EpochTime");

    /// <summary><c>aws:referer</c>.</summary>
    public static ConditionKey Referer { get; } = ConditionKey.Of("aws:referer");

    /// <summary><c>aws:RequestedRegion</c>.</summary>
    public static ConditionKey RequestedRegion { get; } = ConditionKey.Of("aws:RequestedRegion");

    /// <summary><c>aws:TagKeys</c>.</summary>
    public static ConditionKey TagKeys { get; } = ConditionKey.Of("aws:TagKeys");

    /// <summary><c>aws:SecureTransport</c>.</summary>
    public static ConditionKey SecureTransport { get; } = ConditionKey.Of("aws:SecureTransport");

    /// <summary><c>aws:SourceAccount</c>.</summary>
    public static ConditionKey SourceAccount { get; } = ConditionKey.Of("aws:SourceAccount");

    /// <summary><c>aws:SourceArn</c>.</summary>
    public static ConditionKey SourceArn { get; } = ConditionKey.Of("aws:SourceArn");

    /// <summary><c>aws:SourceOrgID</c>.</summary>
    public static ConditionKey SourceOrgID { get; } = ConditionKey.Of("aws:SourceOrgID");

    /// <summary><c>aws:SourceOrgPaths</c>.</summary>
    public static ConditionKey SourceOrgPaths { get; } = ConditionKey.Of("aws:SourceOrgPaths");

    /// <summary><c>aws:UserAgent</c>.</summary>
    public static ConditionKey UserAgent { get; } = ConditionKey.Of("aws:UserAgent");
}
