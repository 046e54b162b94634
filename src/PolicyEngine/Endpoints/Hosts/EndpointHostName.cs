using System.Diagnostics.CodeAnalysis;
using PolicyEngine.Facts;

namespace PolicyEngine.Endpoints.Hosts;

/// <summary>A host name of AWS, taken apart: that of one endpoint, or the public name of a service.</summary>
/// <remarks>AWS: <see href="https://docs.aws.amazon.com/vpc/latest/privatelink/privatelink-access-aws-services.html">Access AWS services through AWS PrivateLink</see>.</remarks>
internal sealed record EndpointHostName
{
    private const string NotOfAws = "its host is no name of an AWS service or endpoint";
    private static readonly Lazy<string[]> Domains = new(static () => [.. FactTable.ReadRows("AwsDomains", ' ').Select(static row => $".{row[0]}")]);

    /// <summary>The host in lower case.</summary>
    internal required string Host { get; init; }

    /// <summary>The endpoint that the name is of; null in the public name of a service.</summary>
    internal EndpointLabel? Endpoint { get; init; }

    /// <summary>The service as in service names of endpoints, such as <c>ecr.api</c> for <c>api.ecr</c>.</summary>
    internal required string Service { get; init; }

    /// <summary>The service as in the host.</summary>
    internal required string ServiceInHost { get; init; }

    /// <summary>The Region; null in a global name.</summary>
    internal string? Region { get; init; }

    /// <summary>What a name of S3 leads to.</summary>
    internal S3Name? S3 { get; init; }

    /// <summary>True if the private DNS of an endpoint of this service answers the name, where nothing else is told of it.</summary>
    internal bool IsRegular { get; init; }

    /// <summary>True if the name also has IPv6 addresses.</summary>
    internal bool IsDualStack { get; init; }

    /// <summary>True for a name under a suffix of AWS that has none of the forms that are known.</summary>
    internal bool HasNoForm { get; init; }

    /// <summary>Tells why a URL is refused, since clients read it differently or do not call AWS by it; null for one that is not.</summary>
    internal static string? FindRefusal(string text)
    {
        if (text.AsSpan().Contains('\\')) return "it has a backslash";
        if (text.AsSpan().IndexOfAnyInRange('\0', '\u001f') >= 0 || text.AsSpan().IndexOfAnyInRange('\u007f', '\u009f') >= 0) return "it has a control character";
        if (UrlHost.HasOtherScheme(text)) return "its scheme is neither http:// nor https://";
        return IsOfAws(UrlHost.ReadLoosely(text, out bool hasUser)) && hasUser ? "it has a user name before a host of AWS" : null;
    }

    /// <summary>Reads a URL or host, or tells why it names nothing of AWS.</summary>
    internal static bool TryRead(string text, [NotNullWhen(true)] out EndpointHostName? name, [NotNullWhen(false)] out string? fault)
    {
        name = null;
        if (!UrlHost.TryRead(text, out UrlHost? url, out fault))
        {
            // What clients may read as a name of AWS is not called none of it, and not taken for one that it resembles either.
            if (IsOfAws(UrlHost.ReadLoosely(text, out _))) name = new EndpointHostName { Host = "", Service = "", ServiceInHost = "", HasNoForm = true };
            return name is not null;
        }

        PartitionDomain? partition = PartitionDomain.Find(url.Host, out string[] labels, out bool isDualStack);
        if (partition is not null)
        {
            name = !isDualStack && labels[^1] == "vpce" ? ReadEndpoint(url, labels, partition) : PublicHostName.Read(url, labels, partition, isDualStack);
        }

        // AWS: no name has the Region of one partition and the suffix of another.
        bool isMixed = partition is not null && Array.Exists(labels, label => HasRegionOfOther(label, partition));
        name ??= !isMixed && IsOfAws(url.Host) ? new EndpointHostName { Host = url.Host, Service = "", ServiceInHost = "", HasNoForm = true } : null;
        if (name is not null) name = name with { IsDualStack = isDualStack || Array.IndexOf(labels, "dualstack") >= 0 };
        fault = name is null ? NotOfAws : null;
        return name is not null;
    }

    /// <summary>Reads a URL or host that an inventory lists, whatever form it has; null for what is no host.</summary>
    internal static EndpointHostName? ReadListed(string text) =>
        UrlHost.TryRead(text, out UrlHost? url, out _) ? new EndpointHostName { Host = url.Host, Service = "", ServiceInHost = "", HasNoForm = true } : null;

    private static bool HasRegionOfOther(string label, PartitionDomain partition)
    {
        string region = label.StartsWith("s3-", StringComparison.Ordinal) ? label[3..] : label;
        return PartitionDomain.IsAnyRegion(region) && !partition.IsRegion(region);
    }

    /// <summary>True if a host is under a suffix of AWS.</summary>
    private static bool IsOfAws(string host) => Array.Exists(Domains.Value, domain => host.EndsWith(domain, StringComparison.Ordinal));

    /// <summary>Reads <c>[s3 prefix.]vpce-id-random[-zone].service labels.region.vpce.suffix</c>.</summary>
    private static EndpointHostName? ReadEndpoint(UrlHost url, string[] labels, PartitionDomain partition)
    {
        if (labels.Length < 4 || !partition.IsRegion(labels[^2])) return null;
        for (int place = labels.Length - 4; place >= 0; place--)
        {
            if (EndpointLabel.Read(labels[place], partition) is not { } endpoint) continue;
            string[] service = labels[(place + 1)..^2];
            bool isS3 = service is ["s3" or "s3-fips"];
            S3Name? s3 = isS3 ? S3Name.ReadPrefix(labels.AsSpan(0, place), url.Path) : null;
            if (isS3 ? s3 is null : place > 0) return null;
            return new EndpointHostName
            {
                Host = url.Host,
                Endpoint = endpoint,
                Service = string.Join('.', service.Reverse()),
                ServiceInHost = string.Join('.', service),
                Region = labels[^2],
                S3 = s3,
            };
        }

        return null;
    }
}
