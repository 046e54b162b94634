using System.Text.Json;

namespace PolicyEngine.CloudTrail.Mapping;

/// <summary>The object that a copy reads.</summary>
/// <param name="Bucket">The bucket, or the ARN of an access point.</param>
/// <param name="Key">The key, decoded.</param>
/// <param name="VersionId">The version; null for the current one.</param>
internal readonly record struct CopySource(string Bucket, string Key, string? VersionId)
{
    private const string Version = "?versionId=";

    /// <summary>Reads the source of a record: <c>/bucket/key?versionId=…</c>, the key encoded as in a URL.</summary>
    internal static bool TryRead(CloudTrailRecord record, out CopySource source)
    {
        source = default;
        JsonElement parameters = Parameters.Of(record);
        if ((Parameters.Text(parameters, "x-amz-copy-source") ?? Parameters.Text(parameters, "copySource")) is not { } text) return false;
        int version = text.LastIndexOf(Version, StringComparison.Ordinal);
        string path = Uri.UnescapeDataString((version < 0 ? text : text[..version]).TrimStart('/'));
        int point = path.StartsWith("arn:", StringComparison.Ordinal) ? path.IndexOf("/object/", StringComparison.Ordinal) : -1;
        int slash = point >= 0 ? point : path.IndexOf('/', StringComparison.Ordinal);
        if (slash <= 0) return false;
        string key = path[(slash + (point >= 0 ? "/object/".Length : 1))..];
        source = new CopySource(path[..slash], key, version < 0 ? null : text[(version + Version.Length)..]);
        return key.Length > 0;
    }
}
