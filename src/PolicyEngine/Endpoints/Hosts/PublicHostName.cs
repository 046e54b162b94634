using PolicyEngine.Language;

namespace PolicyEngine.Endpoints.Hosts;

/// <summary>Reads the public names of services: <c>service.region.suffix</c>, the global <c>service.suffix</c>, and the many forms of S3.</summary>
/// <remarks>AWS: <see href="https://docs.aws.amazon.com/general/latest/gr/rande.html">AWS service endpoints</see>.</remarks>
internal static class PublicHostName
{
    private const string OldS3Prefix = "s3-";

    /// <summary>Reads the labels before the suffix of a partition; null when they are no such name.</summary>
    internal static EndpointHostName? Read(UrlHost url, string[] labels, PartitionDomain partition, bool isDualStack)
    {
        bool isRegional = labels.Length > 1 && partition.IsRegion(labels[^1]);
        if (isRegional) return ReadService(url, labels[..^1], labels[^1], !isDualStack);
        if (isDualStack) return null;

        // AWS: Amazon S3 still answers its oldest names, s3-REGION.
        string last = labels[^1];
        string? region = last.StartsWith(OldS3Prefix, StringComparison.Ordinal) ? last[OldS3Prefix.Length..] : null;
        if (last == "s3-external-1") region = "us-east-1";
        if (region is not null && partition.IsRegion(region)) return ReadService(url, [.. labels[..^1], "s3"], region, isRegular: false);
        if (last == "s3") return ReadService(url, labels, region: null, isRegular: false);
        if (labels is [_, "accesspoint", "s3-global"]) return MultiRegionAccessPoint(url, labels[0]);
        bool isGlobal = labels.Length == 1 && last != "vpce" && !PartitionDomain.IsAnyRegion(last) && (region is null || !PartitionDomain.IsAnyRegion(region));
        return isGlobal && IsLabelOfService(last) ? Create(url, labels, region: null, isRegular: true) : null;
    }

    private static EndpointHostName? ReadService(UrlHost url, string[] labels, string? region, bool isRegular)
    {
        if (labels.Length > 1 && labels[^1] == "dualstack" && (IsS3(labels[^2]) || IsS3Express(labels[^2]))) return ReadService(url, labels[..^1], region, isRegular: false);
        string last = labels[^1];
        if (IsS3(last)) return ReadS3(url, labels, region, isRegular);
        if (IsS3Express(last)) return Create(url, ["s3express"], region, isRegular: false) with { S3 = S3Name.Read(S3EndpointForm.Bucket, labels.AsSpan(0, labels.Length - 1), url.Path) };
        if (labels is [_, "s3-object-lambda" or "s3-object-lambda-fips"])
        {
            S3Name? access = S3Name.Read(S3EndpointForm.AccessPoint, labels.AsSpan(0, 1), url.Path);
            return access is null ? null : Create(url, labels[1..], region, isRegular: false) with { S3 = access };
        }

        if (labels.Contains("vpce", StringComparer.Ordinal)) return null;
        if (!Array.TrueForAll(labels, IsLabelOfService)) return null;

        // AWS: names that begin with the account or an id of the customer: 123456789012.dkr.ecr, 123456789012.ddb, abcdef.execute-api.
        bool hasAccount = labels.Length > 1 && AccountId.IsValid(labels[0]);
        if (hasAccount && labels is [_, "ddb"]) return Create(url, ["dynamodb"], region, isRegular: false);
        if (labels is [var own, "execute-api"] && own.IndexOf("-vpce-", StringComparison.Ordinal) is > 0 and var id && EndpointLabel.IsId(own.AsSpan(id + 1)))
        {
            // AWS: a private API also answers to its id and that of an endpoint.
            return Create(url, ["execute-api"], region, isRegular: false) with { Endpoint = new EndpointLabel(own[(id + 1)..], Zone: null) };
        }

        if (hasAccount || labels is [_, "execute-api"]) return Create(url, labels[1..], region, isRegular);
        return Create(url, labels, region, isRegular);
    }

    private static EndpointHostName? ReadS3(UrlHost url, string[] labels, string? region, bool isRegular)
    {
        string part = labels[^1];
        bool isFips = part.EndsWith("-fips", StringComparison.Ordinal);
        S3EndpointForm form = part switch
        {
            "s3-accesspoint" or "s3-accesspoint-fips" => S3EndpointForm.AccessPoint,
            "s3-control" or "s3-control-fips" => S3EndpointForm.Control,
            _ => S3EndpointForm.Bucket,
        };
        S3Name? name = S3Name.Read(form, labels.AsSpan(0, labels.Length - 1), url.Path);
        return name is null ? null : Create(url, [isFips ? "s3-fips" : "s3"], region, isRegular && part != "s3-website") with { S3 = name };
    }

    private static EndpointHostName MultiRegionAccessPoint(UrlHost url, string alias) =>
        Create(url, ["accesspoint", "s3-global"], region: null, isRegular: false) with { S3 = new S3Name { Form = S3EndpointForm.AccessPoint, AccessPoint = alias } };

    private static EndpointHostName Create(UrlHost url, string[] service, string? region, bool isRegular) => new()
    {
        Host = url.Host,
        Service = string.Join('.', service.Reverse()),
        ServiceInHost = string.Join('.', service),
        Region = region,
        IsRegular = isRegular,
    };

    /// <summary>True if a label can be of a service: no name of one is written in another script, or begins or ends with a hyphen.</summary>
    private static bool IsLabelOfService(string label) =>
        !label.StartsWith('-') && !label.EndsWith('-') && !label.StartsWith("xn--", StringComparison.Ordinal);

    private static bool IsS3(string label) =>
        label is "s3" or "s3-fips" or "s3-website" or "s3-accesspoint" or "s3-accesspoint-fips" or "s3-control" or "s3-control-fips";

    private static bool IsS3Express(string label) =>
        label == "s3express-control" || label.StartsWith("s3express-", StringComparison.Ordinal);
}
