using System.Text.Json;

namespace PolicyEngine.CloudTrail;

/// <summary>A resource that a record of CloudTrail lists.</summary>
/// <remarks>Immutable.</remarks>
internal sealed class CloudTrailResource
{
    internal CloudTrailResource(JsonElement json)
    {
        Arn = RecordJson.Text(json, "ARN");
        AccountId = RecordJson.Text(json, "accountId");
        Type = RecordJson.Text(json, "type");
    }

    /// <summary>The ARN; null when the record does not tell.</summary>
    public string? Arn { get; }

    /// <summary>The account that owns the resource.</summary>
    public string? AccountId { get; }

    /// <summary>The type, such as <c>AWS::S3::Object</c>.</summary>
    public string? Type { get; }
}
