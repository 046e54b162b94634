using System.Collections.Immutable;

namespace PolicyEngine.Facts;

/// <summary>The condition keys that tell over which network a call came.</summary>
/// <remarks>AWS: <see href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html">AWS global condition context keys</see>.</remarks>
internal static class NetworkKeys
{
    /// <summary>The keys that every call through an endpoint has, and no other call.</summary>
    internal static ImmutableArray<string> Classic { get; } = ["aws:SourceVpce", "aws:SourceVpc", "aws:VpcSourceIp"];

    /// <summary>The keys that calls through an endpoint have for some services only.</summary>
    internal static ImmutableArray<string> Newer { get; } = ["aws:SourceVpcArn", "aws:VpceAccount", "aws:VpceOrgID", "aws:VpceOrgPaths"];

    /// <summary>The keys that name the services through which a call was forwarded.</summary>
    internal static ImmutableArray<string> Chain { get; } = ["aws:CalledVia", "aws:CalledViaFirst", "aws:CalledViaLast"];

    /// <summary><c>aws:SourceIp</c>, which calls through an endpoint do not have.</summary>
    internal static bool IsSourceIp(string key) => Is(key, "aws:SourceIp");

    /// <summary>One of <see cref="Classic"/>.</summary>
    internal static bool IsClassic(string key) => IsOneOf(key, Classic);

    /// <summary>One of <see cref="Newer"/>.</summary>
    internal static bool IsNewer(string key) => IsOneOf(key, Newer);

    /// <summary>A key that only calls through an endpoint can have.</summary>
    internal static bool IsOfEndpoint(string key) => IsClassic(key) || IsNewer(key);

    /// <summary>One of <see cref="Chain"/>.</summary>
    internal static bool IsOfChain(string key) => IsOneOf(key, Chain);

    private static bool IsOneOf(string key, ImmutableArray<string> names)
    {
        foreach (string name in names)
        {
            if (Is(key, name)) return true;
        }

        return false;
    }

    private static bool Is(string key, string name) => key.Equals(name, StringComparison.OrdinalIgnoreCase);
}
