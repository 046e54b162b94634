using System.Collections.Immutable;
using System.Text;
using System.Text.Json;

namespace PolicyEngine.CloudTrail;

/// <summary>A record of CloudTrail: one call, as an account's trail tells it.</summary>
/// <remarks>Immutable and safe for concurrent use: a view of the JSON, whose other members stay in <see cref="Json"/>. Names of members ignore letter
/// case. A text that is missing or empty is null. AWS page:
/// <see href="https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-event-reference-record-contents.html">CloudTrail record contents</see>.</remarks>
public sealed class CloudTrailRecord
{
    internal CloudTrailRecord(JsonElement json)
    {
        Json = json;
        UserIdentity = new CloudTrailIdentity(RecordJson.Find(json, "userIdentity"));
        Resources = [.. RecordJson.Items(RecordJson.Find(json, "resources")).Select(static resource => new CloudTrailResource(resource))];
    }

    /// <summary>The whole record.</summary>
    public JsonElement Json { get; }

    /// <summary>The version of the record format, such as <c>1.11</c>.</summary>
    internal string? EventVersion => Text("eventVersion");

    /// <summary>The id of the event.</summary>
    public string? EventId => Text("eventID");

    /// <summary>The id that the copies of one event in several accounts share.</summary>
    public string? SharedEventId => Text("sharedEventID");

    /// <summary>When the call was completed, in UTC.</summary>
    public string? EventTime => Text("eventTime");

    /// <summary>The service that was called, such as <c>secretsmanager.amazonaws.com</c>.</summary>
    public string? EventSource => Text("eventSource");

    /// <summary>The name of the call, mostly that of the API.</summary>
    public string? EventName => Text("eventName");

    /// <summary>The type, such as <c>AwsApiCall</c>.</summary>
    internal string? EventType => Text("eventType");

    /// <summary>The category, such as <c>Management</c>, <c>Data</c> or <c>NetworkActivity</c>.</summary>
    internal string? EventCategory => Text("eventCategory");

    /// <summary>The Region that was called.</summary>
    public string? AwsRegion => Text("awsRegion");

    /// <summary>An address, the name of a service, or <c>AWS Internal</c>.</summary>
    public string? SourceIpAddress => Text("sourceIPAddress");

    /// <summary>The error code; null when the call succeeded.</summary>
    public string? ErrorCode => Text("errorCode");

    /// <summary>The error message.</summary>
    public string? ErrorMessage => Text("errorMessage");

    /// <summary>The account to whose trail the record was delivered.</summary>
    public string? RecipientAccountId => Text("recipientAccountId");

    /// <summary>The id of the VPC endpoint, which need not be one of the caller's.</summary>
    public string? VpcEndpointId => Text("vpcEndpointId") ?? RecordJson.Text(RecordJson.Find(Json, "additionalEventData"), "vpcEndpointId");

    /// <summary>The account that owns the VPC endpoint.</summary>
    internal string? VpcEndpointAccountId => Text("vpcEndpointAccountId");

    /// <summary>Who called.</summary>
    internal CloudTrailIdentity UserIdentity { get; }

    /// <summary>The resources that the record lists.</summary>
    internal ImmutableArray<CloudTrailResource> Resources { get; }

    /// <summary>The parameters of the call; of the kind undefined when there are none.</summary>
    internal JsonElement RequestParameters => RecordJson.Find(Json, "requestParameters");

    /// <summary>True if the record tells of TLS; calls by services do not.</summary>
    internal bool HasTlsDetails => RecordJson.Text(RecordJson.Find(Json, "tlsDetails"), "tlsVersion") is not null
        || RecordJson.Text(RecordJson.Find(Json, "tlsDetails"), "cipherSuite") is not null;

    /// <summary>Reads one record of any of the shapes that <see cref="CloudTrailReader"/> takes, except files of several.</summary>
    /// <param name="json">The JSON.</param>
    /// <returns>The record.</returns>
    /// <exception cref="FormatException">The text is not JSON, or no record.</exception>
    public static CloudTrailRecord Parse(string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        return RecordUnwrapper.TryRead(Encoding.UTF8.GetBytes(json), out CloudTrailRecord? record, out RecordUnwrapper.Fault fault) ? record : throw new FormatException($"The text is no CloudTrail record: {fault.Reason}.");
    }

    /// <summary>The event in one line.</summary>
    /// <returns>Source, name and id.</returns>
    public override string ToString() => $"{EventSource} {EventName} {EventId}";

    private string? Text(string name) => RecordJson.Text(Json, name);
}
