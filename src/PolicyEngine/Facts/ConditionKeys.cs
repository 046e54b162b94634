using System.Collections.Frozen;
using System.Collections.Immutable;

namespace PolicyEngine;

/// <summary>The condition keys that AWS defines for all services, and those that a role session carries everywhere.</summary>
/// <remarks>State of September 2026, in the order of AWS's page. Matching needs no table: keys are looked up by name, and unknown keys are legal. AWS page:
/// <see href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html">AWS global condition context keys</see>.</remarks>
public static partial class ConditionKeys
{
    /// <summary>Slots below this are given to keys.</summary>
    internal const int MostSlots = 64;

    private static readonly List<ConditionKey> Rows = [];

    /// <summary><c>aws:PrincipalArn</c>.</summary>
    public static ConditionKey PrincipalArn { get; } = Add("aws:PrincipalArn", ConditionKeyType.Arn);

    /// <summary><c>aws:PrincipalAccount</c>.</summary>
    public static ConditionKey PrincipalAccount { get; } = Add("aws:PrincipalAccount", ConditionKeyType.String);

    /// <summary><c>aws:PrincipalOrgID</c>.</summary>
    public static ConditionKey PrincipalOrgID { get; } = Add("aws:PrincipalOrgID", ConditionKeyType.String);

    /// <summary><c>aws:PrincipalOrgPaths</c>.</summary>
    public static ConditionKey PrincipalOrgPaths { get; } = Add("aws:PrincipalOrgPaths", ConditionKeyType.String, isMultivalued: true);

    private static readonly ConditionKey PrincipalTags = Add("aws:PrincipalTag/", ConditionKeyType.String);

    /// <summary><c>aws:PrincipalIsAWSService</c>.</summary>
    public static ConditionKey PrincipalIsAWSService { get; } = Add("aws:PrincipalIsAWSService", ConditionKeyType.Boolean);

    /// <summary><c>aws:PrincipalServiceName</c>.</summary>
    public static ConditionKey PrincipalServiceName { get; } = Add("aws:PrincipalServiceName", ConditionKeyType.String);

    /// <summary><c>aws:PrincipalServiceNamesList</c>.</summary>
    public static ConditionKey PrincipalServiceNamesList { get; } = Add("aws:PrincipalServiceNamesList", ConditionKeyType.String, isMultivalued: true);

    /// <summary><c>aws:PrincipalType</c>.</summary>
    public static ConditionKey PrincipalType { get; } = Add("aws:PrincipalType", ConditionKeyType.String);

    /// <summary><c>aws:userid</c>.</summary>
    public static ConditionKey UserId { get; } = Add("aws:userid", ConditionKeyType.String);

    /// <summary><c>aws:username</c>.</summary>
    public static ConditionKey UserName { get; } = Add("aws:username", ConditionKeyType.String);

    /// <summary><c>aws:AssumedRoot</c>.</summary>
    public static ConditionKey AssumedRoot { get; } = Add("aws:AssumedRoot", ConditionKeyType.Boolean);

    /// <summary><c>aws:FederatedProvider</c>.</summary>
    public static ConditionKey FederatedProvider { get; } = Add("aws:FederatedProvider", ConditionKeyType.String);

    /// <summary><c>aws:TokenIssueTime</c>.</summary>
    public static ConditionKey TokenIssueTime { get; } = Add("aws:TokenIssueTime", ConditionKeyType.Date);

    /// <summary><c>aws:MultiFactorAuthPresent</c>.</summary>
    public static ConditionKey MultiFactorAuthPresent { get; } = Add("aws:MultiFactorAuthPresent", ConditionKeyType.Boolean);

    /// <summary><c>aws:MultiFactorAuthAge</c>.</summary>
    public static ConditionKey MultiFactorAuthAge { get; } = Add("aws:MultiFactorAuthAge", ConditionKeyType.Numeric);

    /// <summary><c>aws:SignInSessionArn</c>.</summary>
    public static ConditionKey SignInSessionArn { get; } = Add("aws:SignInSessionArn", ConditionKeyType.Arn);

    /// <summary><c>aws:ChatbotSourceArn</c>.</summary>
    public static ConditionKey ChatbotSourceArn { get; } = Add("aws:ChatbotSourceArn", ConditionKeyType.Arn);

    /// <summary><c>aws:Ec2InstanceSourceVpc</c>.</summary>
    public static ConditionKey Ec2InstanceSourceVpc { get; } = Add("aws:Ec2InstanceSourceVpc", ConditionKeyType.String);

    /// <summary><c>aws:Ec2InstanceSourcePrivateIPv4</c>.</summary>
    public static ConditionKey Ec2InstanceSourcePrivateIPv4 { get; } = Add("aws:Ec2InstanceSourcePrivateIPv4", ConditionKeyType.IpAddress);

    /// <summary><c>aws:SourceIdentity</c>.</summary>
    public static ConditionKey SourceIdentity { get; } = Add("aws:SourceIdentity", ConditionKeyType.String);

    /// <summary><c>ec2:RoleDelivery</c>.</summary>
    internal static ConditionKey Ec2RoleDelivery { get; } = Add("ec2:RoleDelivery", ConditionKeyType.Numeric);

    /// <summary><c>ec2:SourceInstanceArn</c>.</summary>
    internal static ConditionKey Ec2SourceInstanceArn { get; } = Add("ec2:SourceInstanceArn", ConditionKeyType.Arn);

    /// <summary><c>glue:RoleAssumedBy</c>.</summary>
    internal static ConditionKey GlueRoleAssumedBy { get; } = Add("glue:RoleAssumedBy", ConditionKeyType.String);

    /// <summary><c>glue:CredentialIssuingService</c>.</summary>
    internal static ConditionKey GlueCredentialIssuingService { get; } = Add("glue:CredentialIssuingService", ConditionKeyType.String);

    /// <summary><c>codebuild:BuildArn</c>.</summary>
    internal static ConditionKey CodebuildBuildArn { get; } = Add("codebuild:BuildArn", ConditionKeyType.Arn);

    /// <summary><c>codebuild:ProjectArn</c>.</summary>
    internal static ConditionKey CodebuildProjectArn { get; } = Add("codebuild:ProjectArn", ConditionKeyType.Arn);

    /// <summary><c>lambda:SourceFunctionArn</c>.</summary>
    internal static ConditionKey LambdaSourceFunctionArn { get; } = Add("lambda:SourceFunctionArn", ConditionKeyType.Arn);

    /// <summary><c>ssm:SourceInstanceArn</c>.</summary>
    internal static ConditionKey SsmSourceInstanceArn { get; } = Add("ssm:SourceInstanceArn", ConditionKeyType.Arn);

    /// <summary><c>identitystore:UserId</c>.</summary>
    internal static ConditionKey IdentitystoreUserId { get; } = Add("identitystore:UserId", ConditionKeyType.String);

    /// <summary><c>aws:SourceIp</c>.</summary>
    public static ConditionKey SourceIp { get; } = Add("aws:SourceIp", ConditionKeyType.IpAddress);

    /// <summary><c>aws:SourceVpc</c>.</summary>
    public static ConditionKey SourceVpc { get; } = Add("aws:SourceVpc", ConditionKeyType.String);

    /// <summary><c>aws:SourceVpce</c>.</summary>
    public static ConditionKey SourceVpce { get; } = Add("aws:SourceVpce", ConditionKeyType.String);

    /// <summary><c>aws:SourceVpcArn</c>.</summary>
    public static ConditionKey SourceVpcArn { get; } = Add("aws:SourceVpcArn", ConditionKeyType.Arn);

    /// <summary><c>aws:VpcSourceIp</c>.</summary>
    public static ConditionKey VpcSourceIp { get; } = Add("aws:VpcSourceIp", ConditionKeyType.IpAddress);

    /// <summary><c>aws:VpceAccount</c>.</summary>
    public static ConditionKey VpceAccount { get; } = Add("aws:VpceAccount", ConditionKeyType.String);

    /// <summary><c>aws:VpceOrgID</c>.</summary>
    public static ConditionKey VpceOrgID { get; } = Add("aws:VpceOrgID", ConditionKeyType.String);

    /// <summary><c>aws:VpceOrgPaths</c>.</summary>
    public static ConditionKey VpceOrgPaths { get; } = Add("aws:VpceOrgPaths", ConditionKeyType.String, isMultivalued: true);

    /// <summary><c>aws:ResourceAccount</c>.</summary>
    public static ConditionKey ResourceAccount { get; } = Add("aws:ResourceAccount", ConditionKeyType.String);

    /// <summary><c>aws:ResourceOrgID</c>.</summary>
    public static ConditionKey ResourceOrgID { get; } = Add("aws:ResourceOrgID", ConditionKeyType.String);

    /// <summary><c>aws:ResourceOrgPaths</c>.</summary>
    public static ConditionKey ResourceOrgPaths { get; } = Add("aws:ResourceOrgPaths", ConditionKeyType.String, isMultivalued: true);

    private static readonly ConditionKey ResourceTags = Add("aws:ResourceTag/", ConditionKeyType.String);

    /// <summary><c>aws:CalledVia</c>.</summary>
    public static ConditionKey CalledVia { get; } = Add("aws:CalledVia", ConditionKeyType.String, isMultivalued: true);

    /// <summary><c>aws:CalledViaFirst</c>.</summary>
    public static ConditionKey CalledViaFirst { get; } = Add("aws:CalledViaFirst", ConditionKeyType.String);

    /// <summary><c>aws:CalledViaLast</c>.</summary>
    public static ConditionKey CalledViaLast { get; } = Add("aws:CalledViaLast", ConditionKeyType.String);

    /// <summary><c>aws:ViaAWSService</c>.</summary>
    public static ConditionKey ViaAWSService { get; } = Add("aws:ViaAWSService", ConditionKeyType.Boolean);

    /// <summary><c>aws:ViaCustomerDomain</c>: the account of a product provider that calls with temporary delegation.</summary>
    public static ConditionKey ViaCustomerDomain { get; } = Add("aws:ViaCustomerDomain", ConditionKeyType.String);

    /// <summary><c>aws:ViaAWSMCPService</c>.</summary>
    public static ConditionKey ViaAWSMCPService { get; } = Add("aws:ViaAWSMCPService", ConditionKeyType.Boolean);

    /// <summary><c>aws:CalledViaAWSMCP</c>.</summary>
    public static ConditionKey CalledViaAWSMCP { get; } = Add("aws:CalledViaAWSMCP", ConditionKeyType.String);

    /// <summary><c>aws:IsMcpServiceAction</c>.</summary>
    public static ConditionKey IsMcpServiceAction { get; } = Add("aws:IsMcpServiceAction", ConditionKeyType.Boolean);

    /// <summary><c>aws:CurrentTime</c>.</summary>
    public static ConditionKey CurrentTime { get; } = Add("aws:CurrentTime", ConditionKeyType.Date);

    /// <summary><c>aws:EpochTime</c>.</summary>
    public static ConditionKey EpochTime { get; } = Add("aws:EpochTime", ConditionKeyType.Date);

    /// <summary><c>aws:referer</c>.</summary>
    public static ConditionKey Referer { get; } = Add("aws:referer", ConditionKeyType.String);

    /// <summary><c>aws:RequestedRegion</c>.</summary>
    public static ConditionKey RequestedRegion { get; } = Add("aws:RequestedRegion", ConditionKeyType.String);

    private static readonly ConditionKey RequestTags = Add("aws:RequestTag/", ConditionKeyType.String);

    /// <summary><c>aws:TagKeys</c>.</summary>
    public static ConditionKey TagKeys { get; } = Add("aws:TagKeys", ConditionKeyType.String, isMultivalued: true);

    /// <summary><c>aws:SecureTransport</c>.</summary>
    public static ConditionKey SecureTransport { get; } = Add("aws:SecureTransport", ConditionKeyType.Boolean);

    /// <summary><c>aws:SourceAccount</c>.</summary>
    public static ConditionKey SourceAccount { get; } = Add("aws:SourceAccount", ConditionKeyType.String);

    /// <summary><c>aws:SourceArn</c>.</summary>
    public static ConditionKey SourceArn { get; } = Add("aws:SourceArn", ConditionKeyType.Arn);

    /// <summary><c>aws:SourceOrgID</c>.</summary>
    public static ConditionKey SourceOrgID { get; } = Add("aws:SourceOrgID", ConditionKeyType.String);

    /// <summary><c>aws:SourceOrgPaths</c>.</summary>
    public static ConditionKey SourceOrgPaths { get; } = Add("aws:SourceOrgPaths", ConditionKeyType.String, isMultivalued: true);

    /// <summary><c>aws:UserAgent</c>.</summary>
    public static ConditionKey UserAgent { get; } = Add("aws:UserAgent", ConditionKeyType.String);

    /// <summary>All of them, in the order of AWS's page; a name that ends with <c>/</c> is that of one key per tag.</summary>
    public static ImmutableArray<ConditionKey> All { get; } = [.. Rows];

    private static readonly FrozenDictionary<string, ConditionKey>.AlternateLookup<ReadOnlySpan<char>> ByName =
        All.ToFrozenDictionary(static key => key.Name, ConditionKey.NameComparer).GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly ConditionKey[] BySlot = [.. All.Where(static key => key.Slot >= 0)];
    private static readonly FrozenDictionary<string, ConditionKey> Single = BySlot.ToFrozenDictionary(static key => key.Name, ConditionKey.NameComparer);

    /// <summary>The key of a slot.</summary>
    internal static ConditionKey At(int slot) => BySlot[slot];

    /// <summary>The key with a slot that has a name; null where it is not a global one, or one of a family of tags.</summary>
    internal static ConditionKey? FindSingle(string name) => Single.GetValueOrDefault(name);

    /// <summary>Finds a key of the table.</summary>
    /// <param name="name">The name, letter case ignored; a tag key such as <c>aws:PrincipalTag/team</c> finds its family, <c>aws:PrincipalTag/</c>.</param>
    /// <returns>The key; null where it is not a global one.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="name"/> is null.</exception>
    public static ConditionKey? Find(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        if (ByName.TryGetValue(name, out ConditionKey? key)) return key.IsTagKey ? null : key;
        int slash = name.IndexOf('/', StringComparison.Ordinal);
        return slash > 0 && slash + 1 < name.Length && ByName.TryGetValue(name.AsSpan(0, slash + 1), out key) ? key : null;
    }

    /// <summary>True where AWS alone sets a key, so that its value does not come from the caller.</summary>
    /// <remarks>All global keys, and whatever else begins with <c>aws:</c>, but those that come from the request itself: <c>aws:referer</c>,
    /// <c>aws:UserAgent</c>, <c>aws:TagKeys</c> and <c>aws:RequestTag/…</c>.</remarks>
    /// <param name="name">The name, letter case ignored.</param>
    /// <returns>True where AWS sets it; false for keys of services that are not global.</returns>
    public static bool IsSetByAws(string name)
    {
        ConditionKey? key = Find(name);
        bool isSent = key is not null && (key.Equals(Referer) || key.Equals(UserAgent) || key.Equals(TagKeys) || key.Equals(RequestTags));
        return !isSent && (key is not null || name.StartsWith("aws:", StringComparison.OrdinalIgnoreCase));
    }

    private static ConditionKey Add(string name, ConditionKeyType type, bool isMultivalued = false)
    {
        int slot = name.EndsWith('/') ? -1 : Rows.Count(static key => key.Slot >= 0);
        ConditionKey key = new(name, type, isMultivalued, slot);
        Rows.Add(key);
        return key;
    }
}
