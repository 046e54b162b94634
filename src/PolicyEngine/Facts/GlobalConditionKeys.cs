using System.Collections.Frozen;
using System.Collections.Immutable;
using PolicyEngine.Facts;

namespace PolicyEngine;

/// <summary>The condition keys that AWS defines for all services, and those that a role session carries everywhere.</summary>
/// <remarks>State of September 2026. Matching needs no table: keys are looked up by name, and unknown keys are legal. AWS page:
/// <see href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html">AWS global condition context keys</see>.</remarks>
public static class GlobalConditionKeys
{
    /// <summary>Places below this are given to keys.</summary>
    internal const int MostSlots = 64;

    private static readonly FrozenDictionary<string, GlobalConditionKey>.AlternateLookup<ReadOnlySpan<char>> ByName;
    private static readonly FrozenDictionary<string, int> Slots;
    private static readonly GlobalConditionKey[] Single;

    static GlobalConditionKeys()
    {
        ByName = All.ToFrozenDictionary(static key => key.Name, ConditionKeyName.Comparer).GetAlternateLookup<ReadOnlySpan<char>>();
        Single = [.. All.Where(static key => !key.IsTagKey)];
        Slots = Single.Index().ToFrozenDictionary(static place => place.Item.Name, static place => place.Index, ConditionKeyName.Comparer);
    }

    /// <summary>All of them, in the order of AWS's page.</summary>
    public static ImmutableArray<GlobalConditionKey> All { get; } =
    [
        new("aws:PrincipalArn", ConditionKeyType.Arn, IsMultivalued: false),
        new("aws:PrincipalAccount", ConditionKeyType.String, IsMultivalued: false),
        new("aws:PrincipalOrgID", ConditionKeyType.String, IsMultivalued: false),
        new("aws:PrincipalOrgPaths", ConditionKeyType.String, IsMultivalued: true),
        new("aws:PrincipalTag/", ConditionKeyType.String, IsMultivalued: false),
        new("aws:PrincipalIsAWSService", ConditionKeyType.Boolean, IsMultivalued: false),
        new("aws:PrincipalServiceName", ConditionKeyType.String, IsMultivalued: false),
        new("aws:PrincipalServiceNamesList", ConditionKeyType.String, IsMultivalued: true),
        new("aws:PrincipalType", ConditionKeyType.String, IsMultivalued: false),
        new("aws:userid", ConditionKeyType.String, IsMultivalued: false),
        new("aws:username", ConditionKeyType.String, IsMultivalued: false),
        new("aws:AssumedRoot", ConditionKeyType.Boolean, IsMultivalued: false),
        new("aws:FederatedProvider", ConditionKeyType.String, IsMultivalued: false),
        new("aws:TokenIssueTime", ConditionKeyType.Date, IsMultivalued: false),
        new("aws:MultiFactorAuthPresent", ConditionKeyType.Boolean, IsMultivalued: false),
        new("aws:MultiFactorAuthAge", ConditionKeyType.Numeric, IsMultivalued: false),
        new("aws:SignInSessionArn", ConditionKeyType.Arn, IsMultivalued: false),
        new("aws:ChatbotSourceArn", ConditionKeyType.Arn, IsMultivalued: false),
        new("aws:Ec2InstanceSourceVpc", ConditionKeyType.String, IsMultivalued: false),
        new("aws:Ec2InstanceSourcePrivateIPv4", ConditionKeyType.IpAddress, IsMultivalued: false),
        new("aws:SourceIdentity", ConditionKeyType.String, IsMultivalued: false),
        new("ec2:RoleDelivery", ConditionKeyType.Numeric, IsMultivalued: false),
        new("ec2:SourceInstanceArn", ConditionKeyType.Arn, IsMultivalued: false),
        new("glue:RoleAssumedBy", ConditionKeyType.String, IsMultivalued: false),
        new("glue:CredentialIssuingService", ConditionKeyType.String, IsMultivalued: false),
        new("codebuild:BuildArn", ConditionKeyType.Arn, IsMultivalued: false),
        new("codebuild:ProjectArn", ConditionKeyType.Arn, IsMultivalued: false),
        new("lambda:SourceFunctionArn", ConditionKeyType.Arn, IsMultivalued: false),
        new("ssm:SourceInstanceArn", ConditionKeyType.Arn, IsMultivalued: false),
        new("identitystore:UserId", ConditionKeyType.String, IsMultivalued: false),
        new("aws:SourceIp", ConditionKeyType.IpAddress, IsMultivalued: false),
        new("aws:SourceVpc", ConditionKeyType.String, IsMultivalued: false),
        new("aws:SourceVpce", ConditionKeyType.String, IsMultivalued: false),
        new("aws:SourceVpcArn", ConditionKeyType.Arn, IsMultivalued: false),
        new("aws:VpcSourceIp", ConditionKeyType.IpAddress, IsMultivalued: false),
        new("aws:VpceAccount", ConditionKeyType.String, IsMultivalued: false),
        new("aws:VpceOrgID", ConditionKeyType.String, IsMultivalued: false),
        new("aws:VpceOrgPaths", ConditionKeyType.String, IsMultivalued: true),
        new("aws:ResourceAccount", ConditionKeyType.String, IsMultivalued: false),
        new("aws:ResourceOrgID", ConditionKeyType.String, IsMultivalued: false),
        new("aws:ResourceOrgPaths", ConditionKeyType.String, IsMultivalued: true),
        new("aws:ResourceTag/", ConditionKeyType.String, IsMultivalued: false),
        new("aws:CalledVia", ConditionKeyType.String, IsMultivalued: true),
        new("aws:CalledViaFirst", ConditionKeyType.String, IsMultivalued: false),
        new("aws:CalledViaLast", ConditionKeyType.String, IsMultivalued: false),
        new("aws:ViaAWSService", ConditionKeyType.Boolean, IsMultivalued: false),
        new("aws:ViaAWSMCPService", ConditionKeyType.Boolean, IsMultivalued: false),
        new("aws:CalledViaAWSMCP", ConditionKeyType.String, IsMultivalued: false),
        new("aws:IsMcpServiceAction", ConditionKeyType.Boolean, IsMultivalued: false),
        new("aws:CurrentTime", ConditionKeyType.Date, IsMultivalued: false),
        new("aws:EpochTime", ConditionKeyType.Date, IsMultivalued: false),
        new("aws:referer", ConditionKeyType.String, IsMultivalued: false),
        new("aws:RequestedRegion", ConditionKeyType.String, IsMultivalued: false),
        new("aws:RequestTag/", ConditionKeyType.String, IsMultivalued: false),
        new("aws:TagKeys", ConditionKeyType.String, IsMultivalued: true),
        new("aws:SecureTransport", ConditionKeyType.Boolean, IsMultivalued: false),
        new("aws:SourceAccount", ConditionKeyType.String, IsMultivalued: false),
        new("aws:SourceArn", ConditionKeyType.Arn, IsMultivalued: false),
        new("aws:SourceOrgID", ConditionKeyType.String, IsMultivalued: false),
        new("aws:SourceOrgPaths", ConditionKeyType.String, IsMultivalued: true),
        new("aws:UserAgent", ConditionKeyType.String, IsMultivalued: false),
    ];

    /// <summary>The place of a key, below 64; negative when it is not a global one, or one of a family of tags.</summary>
    internal static int SlotOf(string name) => Slots.TryGetValue(name, out int slot) ? slot : -1;

    /// <summary>What is known about the key of a place.</summary>
    internal static GlobalConditionKey At(int slot) => Single[slot];

    /// <summary>Finds what is known about a key.</summary>
    /// <param name="name">The name, letter case ignored; a tag key such as <c>aws:PrincipalTag/team</c> finds its family.</param>
    /// <returns>The key, or null when it is not a global one.</returns>
    public static GlobalConditionKey? Find(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        if (ByName.TryGetValue(name, out GlobalConditionKey? key)) return key.IsTagKey ? null : key;
        int slash = name.IndexOf('/', StringComparison.Ordinal);
        return slash > 0 && slash + 1 < name.Length && ByName.TryGetValue(name.AsSpan(0, slash + 1), out key) ? key : null;
    }

    /// <summary>Whether AWS alone sets a key, so that its value says something about the caller and not what the caller says.</summary>
    /// <remarks>All global keys, and whatever else begins with <c>aws:</c>, but those that come from the request itself: <c>aws:referer</c>,
    /// <c>aws:UserAgent</c>, <c>aws:TagKeys</c> and <c>aws:RequestTag/…</c>.</remarks>
    /// <param name="name">The name, letter case ignored.</param>
    /// <returns>Whether AWS sets it; false for keys of services that are not global.</returns>
    public static bool IsSetByAws(string name)
    {
        GlobalConditionKey? key = Find(name);
        bool isSent = key?.Name is "aws:referer" or "aws:UserAgent" or "aws:TagKeys" or "aws:RequestTag/";
        return !isSent && (key is not null || name.StartsWith("aws:", StringComparison.OrdinalIgnoreCase));
    }
}
