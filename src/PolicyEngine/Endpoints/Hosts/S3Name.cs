namespace PolicyEngine.Endpoints.Hosts;

/// <summary>What a host name of Amazon S3 and the path after it name.</summary>
/// <remarks>AWS: <see href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/privatelink-interface-endpoints.html">AWS PrivateLink for Amazon S3</see>.</remarks>
internal sealed record S3Name
{
    private const int AccountLength = 12;

    internal required S3EndpointForm Form { get; init; }

    internal string? Bucket { get; init; }

    internal string? AccessPoint { get; init; }

    internal string? AccountId { get; init; }

    /// <summary>Reads the labels before the label of an endpoint: the last of them says which part of S3 is meant.</summary>
    internal static S3Name? ReadPrefix(ReadOnlySpan<string> labels, string path)
    {
        if (labels.IsEmpty) return null;
        S3EndpointForm form = labels[^1] switch
        {
            "bucket" => S3EndpointForm.Bucket,
            "accesspoint" => S3EndpointForm.AccessPoint,
            "control" => S3EndpointForm.Control,
            _ => S3EndpointForm.None,
        };
        return form == S3EndpointForm.None ? null : Read(form, labels[..^1], path);
    }

    /// <summary>Reads the labels before the part of S3; null when they are none that are valid there.</summary>
    internal static S3Name? Read(S3EndpointForm form, ReadOnlySpan<string> labels, string path)
    {
        if (form == S3EndpointForm.Bucket) return new S3Name { Form = form, Bucket = labels.IsEmpty ? BucketIn(path) : string.Join('.', labels!) };
        if (labels.IsEmpty) return new S3Name { Form = form };
        if (labels.Length > 1) return null;
        string label = labels[0];
        if (form == S3EndpointForm.Control) return Language.AccountId.IsValid(label) ? new S3Name { Form = form, AccountId = label } : null;
        int hyphen = label.Length - AccountLength - 1;
        if (hyphen <= 0 || label[hyphen] != '-' || !Language.AccountId.IsValid(label.AsSpan(hyphen + 1))) return null;
        return new S3Name { Form = form, AccessPoint = label[..hyphen], AccountId = label[(hyphen + 1)..] };
    }

    /// <summary>The first segment of a path, when it can be the name of a bucket.</summary>
    private static string? BucketIn(string path)
    {
        if (!path.StartsWith('/')) return null;
        int end = path.AsSpan(1).IndexOfAny('/', '?', '#');
        string segment = end < 0 ? path[1..] : path.Substring(1, end);
        if (segment.Length == 0 || !char.IsAsciiLetterOrDigit(segment[0])) return null;
        foreach (char c in segment)
        {
            if (!char.IsAsciiLetterOrDigit(c) && c is not ('.' or '-' or '_')) return null;
        }

        return segment;
    }
}
