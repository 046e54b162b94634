namespace PolicyEngine;

/// <content>The keys that tell over which network a call came.</content>
public static partial class ConditionKeys
{
    /// <summary>All of them.</summary>
    internal static ConditionKey[] OfNetwork => [SourceIp, SourceVpce, SourceVpc, VpcSourceIp, SourceVpcArn, VpceAccount, VpceOrgID, VpceOrgPaths];

    /// <summary>A key that tells over which network a call came.</summary>
    internal static bool IsOfNetwork(string key) => IsSourceIp(key) || IsOfEndpoint(key);

    /// <summary><c>aws:SourceIp</c>, which calls through an endpoint do not have.</summary>
    internal static bool IsSourceIp(string key) => IsOneOf(key, SourceIp);

    /// <summary>A key that every call through an endpoint has, and no other call.</summary>
    internal static bool IsOfEveryEndpoint(string key) => IsOneOf(key, SourceVpce, SourceVpc, VpcSourceIp);

    /// <summary>A key that calls through an endpoint have for some services only.</summary>
    internal static bool IsOfSomeEndpoints(string key) => IsOneOf(key, SourceVpcArn, VpceAccount, VpceOrgID, VpceOrgPaths);

    /// <summary>A key that only calls through an endpoint can have.</summary>
    internal static bool IsOfEndpoint(string key) => IsOfEveryEndpoint(key) || IsOfSomeEndpoints(key);

    /// <summary>A key that names the services through which a call was forwarded.</summary>
    internal static bool IsOfChain(string key) => IsOneOf(key, CalledVia, CalledViaFirst, CalledViaLast);

    private static bool IsOneOf(string key, params ReadOnlySpan<ConditionKey> keys)
    {
        foreach (ConditionKey one in keys)
        {
            if (ConditionKey.NameComparer.Equals(one.Name, key)) return true;
        }

        return false;
    }
}
