namespace PolicyEngine;

/// <summary>The condition keys that AWS defines for all services, ready to be set and found without a look-up.</summary>
/// <remarks>AWS page: <see href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html">AWS global condition context keys</see>.</remarks>
public static class ContextKeys
{
    /// <summary><c>aws:PrincipalArn</c>.</summary>
    public static ContextKey PrincipalArn { get; } = ContextKey.Of("aws:PrincipalArn");

    /// <summary><c>aws:PrincipalAccount</c>.</summary>
    public static ContextKey PrincipalAccount { get; } = ContextKey.Of("aws:PrincipalAccount");

    /// <summary><c>aws:PrincipalOrgID</c>.</summary>
    public static ContextKey PrincipalOrgID { get; } = ContextKey.Of("aws:PrincipalOrgID");

    /// <summary><c>aws:PrincipalOrgPaths</c>.</summary>
    public static ContextKey PrincipalOrgPaths { get; } = ContextKey.Of("aws:PrincipalOrgPaths");

    /// <summary><c>aws:PrincipalIsAWSService</c>.</summary>
    public static ContextKey PrincipalIsAWSService { get; } = ContextKey.Of("aws:PrincipalIsAWSService");

    /// <summary><c>aws:PrincipalServiceName</c>.</summary>
    public static ContextKey PrincipalServiceName { get; } = ContextKey.Of("aws:PrincipalServiceName");

    /// <summary><c>aws:PrincipalServiceNamesList</c>.</summary>
    public static ContextKey PrincipalServiceNamesList { get; } = ContextKey.Of("aws:PrincipalServiceNamesList");

    /// <summary><c>aws:PrincipalType</c>.</summary>
    public static ContextKey PrincipalType { get; } = ContextKey.Of("aws:PrincipalType");

    /// <summary><c>aws:userid</c>.</summary>
    public static ContextKey UserId { get; } = ContextKey.Of("aws:userid");

    /// <summary><c>aws:username</c>.</summary>
    public static ContextKey UserName { get; } = ContextKey.Of("aws:username");

    /// <summary><c>aws:AssumedRoot</c>.</summary>
    public static ContextKey AssumedRoot { get; } = ContextKey.Of("aws:AssumedRoot");

    /// <summary><c>aws:FederatedProvider</c>.</summary>
    public static ContextKey FederatedProvider { get; } = ContextKey.Of("aws:FederatedProvider");

    /// <summary><c>aws:TokenIssueTime</c>.</summary>
    public static ContextKey TokenIssueTime { get; } = ContextKey.Of("aws:TokenIssueTime");

    /// <summary><c>aws:MultiFactorAuthPresent</c>.</summary>
    public static ContextKey MultiFactorAuthPresent { get; } = ContextKey.Of("aws:MultiFactorAuthPresent");

    /// <summary><c>aws:MultiFactorAuthAge</c>.</summary>
    public static ContextKey MultiFactorAuthAge { get; } = ContextKey.Of("aws:MultiFactorAuthAge");

    /// <summary><c>aws:SignInSessionArn</c>.</summary>
    public static ContextKey SignInSessionArn { get; } = ContextKey.Of("aws:SignInSessionArn");

    /// <summary><c>aws:ChatbotSourceArn</c>.</summary>
    public static ContextKey ChatbotSourceArn { get; } = ContextKey.Of("aws:ChatbotSourceArn");

    /// <summary><c>aws:Ec2InstanceSourceVpc</c>.</summary>
    public static ContextKey Ec2InstanceSourceVpc { get; } = ContextKey.Of("aws:Ec2InstanceSourceVpc");

    /// <summary><c>aws:Ec2InstanceSourcePrivateIPv4</c>.</summary>
    public static ContextKey Ec2InstanceSourcePrivateIPv4 { get; } = ContextKey.Of("aws:Ec2InstanceSourcePrivateIPv4");

    /// <summary><c>aws:SourceIdentity</c>.</summary>
    public static ContextKey SourceIdentity { get; } = ContextKey.Of("aws:SourceIdentity");

    /// <summary><c>ec2:RoleDelivery</c>.</summary>
    public static ContextKey Ec2RoleDelivery { get; } = ContextKey.Of("ec2:RoleDelivery");

    /// <summary><c>ec2:SourceInstanceArn</c>.</summary>
    public static ContextKey Ec2SourceInstanceArn { get; } = ContextKey.Of("ec2:SourceInstanceArn");

    /// <summary><c>glue:RoleAssumedBy</c>.</summary>
    public static ContextKey GlueRoleAssumedBy { get; } = ContextKey.Of("glue:RoleAssumedBy");

    /// <summary><c>glue:CredentialIssuingService</c>.</summary>
    public static ContextKey GlueCredentialIssuingService { get; } = ContextKey.Of("glue:CredentialIssuingService");

    /// <summary><c>codebuild:BuildArn</c>.</summary>
    public static ContextKey CodebuildBuildArn { get; } = ContextKey.Of("codebuild:BuildArn");

    /// <summary><c>codebuild:ProjectArn</c>.</summary>
    public static ContextKey CodebuildProjectArn { get; } = ContextKey.Of("codebuild:ProjectArn");

    /// <summary><c>lambda:SourceFunctionArn</c>.</summary>
    public static ContextKey LambdaSourceFunctionArn { get; } = ContextKey.Of("lambda:SourceFunctionArn");

    /// <summary><c>ssm:SourceInstanceArn</c>.</summary>
    public static ContextKey SsmSourceInstanceArn { get; } = ContextKey.Of("ssm:SourceInstanceArn");

    /// <summary><c>identitystore:UserId</c>.</summary>
    public static ContextKey IdentitystoreUserId { get; } = ContextKey.Of("identitystore:UserId");

    /// <summary><c>aws:SourceIp</c>.</summary>
    public static ContextKey SourceIp { get; } = ContextKey.Of("aws:SourceIp");

    /// <summary><c>aws:SourceVpc</c>.</summary>
    public static ContextKey SourceVpc { get; } = ContextKey.Of("aws:SourceVpc");

    /// <summary><c>aws:SourceVpce</c>.</summary>
    public static ContextKey SourceVpce { get; } = ContextKey.Of("aws:SourceVpce");

    /// <summary><c>aws:SourceVpcArn</c>.</summary>
    public static ContextKey SourceVpcArn { get; } = ContextKey.Of("aws:SourceVpcArn");

    /// <summary><c>aws:VpcSourceIp</c>.</summary>
    public static ContextKey VpcSourceIp { get; } = ContextKey.Of("aws:VpcSourceIp");

    /// <summary><c>aws:VpceAccount</c>.</summary>
    public static ContextKey VpceAccount { get; } = ContextKey.Of("aws:VpceAccount");

    /// <summary><c>aws:VpceOrgID</c>.</summary>
    public static ContextKey VpceOrgID { get; } = ContextKey.Of("aws:VpceOrgID");

    /// <summary><c>aws:VpceOrgPaths</c>.</summary>
    public static ContextKey VpceOrgPaths { get; } = ContextKey.Of("aws:VpceOrgPaths");

    /// <summary><c>aws:ResourceAccount</c>.</summary>
    public static ContextKey ResourceAccount { get; } = ContextKey.Of("aws:ResourceAccount");

    /// <summary><c>aws:ResourceOrgID</c>.</summary>
    public static ContextKey ResourceOrgID { get; } = ContextKey.Of("aws:ResourceOrgID");

    /// <summary><c>aws:ResourceOrgPaths</c>.</summary>
    public static ContextKey ResourceOrgPaths { get; } = ContextKey.Of("aws:ResourceOrgPaths");

    /// <summary><c>aws:CalledVia</c>.</summary>
    public static ContextKey CalledVia { get; } = ContextKey.Of("aws:CalledVia");

    /// <summary><c>aws:CalledViaFirst</c>.</summary>
    public static ContextKey CalledViaFirst { get; } = ContextKey.Of("aws:CalledViaFirst");

    /// <summary><c>aws:CalledViaLast</c>.</summary>
    public static ContextKey CalledViaLast { get; } = ContextKey.Of("aws:CalledViaLast");

    /// <summary><c>aws:ViaAWSService</c>.</summary>
    public static ContextKey ViaAWSService { get; } = ContextKey.Of("aws:ViaAWSService");

    /// <summary><c>aws:ViaAWSMCPService</c>.</summary>
    public static ContextKey ViaAWSMCPService { get; } = ContextKey.Of("aws:ViaAWSMCPService");

    /// <summary><c>aws:CalledViaAWSMCP</c>.</summary>
    public static ContextKey CalledViaAWSMCP { get; } = ContextKey.Of("aws:CalledViaAWSMCP");

    /// <summary><c>aws:IsMcpServiceAction</c>.</summary>
    public static ContextKey IsMcpServiceAction { get; } = ContextKey.Of("aws:IsMcpServiceAction");

    /// <summary><c>aws:CurrentTime</c>.</summary>
    public static ContextKey CurrentTime { get; } = ContextKey.Of("aws:CurrentTime");

    /// <summary><c>aws:EpochTime</c>.</summary>
    public static ContextKey EpochTime { get; } = ContextKey.Of("aws:EpochTime");

    /// <summary><c>aws:referer</c>.</summary>
    public static ContextKey Referer { get; } = ContextKey.Of("aws:referer");

    /// <summary><c>aws:RequestedRegion</c>.</summary>
    public static ContextKey RequestedRegion { get; } = ContextKey.Of("aws:RequestedRegion");

    /// <summary><c>aws:TagKeys</c>.</summary>
    public static ContextKey TagKeys { get; } = ContextKey.Of("aws:TagKeys");

    /// <summary><c>aws:SecureTransport</c>.</summary>
    public static ContextKey SecureTransport { get; } = ContextKey.Of("aws:SecureTransport");

    /// <summary><c>aws:SourceAccount</c>.</summary>
    public static ContextKey SourceAccount { get; } = ContextKey.Of("aws:SourceAccount");

    /// <summary><c>aws:SourceArn</c>.</summary>
    public static ContextKey SourceArn { get; } = ContextKey.Of("aws:SourceArn");

    /// <summary><c>aws:SourceOrgID</c>.</summary>
    public static ContextKey SourceOrgID { get; } = ContextKey.Of("aws:SourceOrgID");

    /// <summary><c>aws:SourceOrgPaths</c>.</summary>
    public static ContextKey SourceOrgPaths { get; } = ContextKey.Of("aws:SourceOrgPaths");

    /// <summary><c>aws:UserAgent</c>.</summary>
    public static ContextKey UserAgent { get; } = ContextKey.Of("aws:UserAgent");
}
