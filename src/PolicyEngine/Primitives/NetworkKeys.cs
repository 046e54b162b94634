namespace PolicyEngine.Primitives;

/// <summary>The condition keys that tell over which network a call came.</summary>
/// <remarks>AWS: <see href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html">AWS global condition context keys</see>.</remarks>
internal static class NetworkKeys
{
    /// <summary><c>aws:SourceIp</c>, which calls through an endpoint do not have.</summary>
    internal static bool IsSourceIp(string key) => Is(key, "aws:SourceIp");

    /// <summary>A key that every call through an endpoint has, and no other call.</summary>
    internal static bool IsClassic(string key) => Is(key, "aws:SourceVpce") || Is(key, "aws:SourceVpc") || Is(key, "aws:VpcSourceIp");

    /// <summary>A key that calls through an endpoint have for some services only.</summary>
    internal static bool IsNewer(string key) =>
        Is(key, "aws:SourceVpcArn") || Is(key, "aws:VpceAccount") || Is(key, "aws:VpceOrgID") || Is(key, "aws:VpceOrgPaths");

    /// <summary>A key that only calls through an endpoint can have.</summary>
    internal static bool IsOfEndpoint(string key) => IsClassic(key) || IsNewer(key);

    private static bool Is(string key, string name) => key.Equals(name, StringComparison.OrdinalIgnoreCase);
}
