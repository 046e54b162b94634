using System.Collections.Immutable;
using System.Text.Json;
using PolicyEngine.Diagnostics;
using PolicyEngine.Text;

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
    /// <exception cref="ArgumentNullException"><paramref name="json"/> is null.</exception>
    /// <exception cref="PolicyDiagnosticException">The text is not JSON, or no record; the exception says why.</exception>
    public static CloudTrailRecord Parse(string json) => Parse(PolicyText.FromString(json)).GetValueOrThrow();

    /// <summary>Reads one record of any of the shapes that <see cref="CloudTrailReader"/> takes, except files of several. Never throws on text.</summary>
    /// <param name="text">The JSON.</param>
    /// <returns>The record or an error, and a warning for a version of the format that is not known.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="text"/> is null.</exception>
    public static ParseResult<CloudTrailRecord> Parse(PolicyText text)
    {
        ArgumentNullException.ThrowIfNull(text);
        DiagnosticBag bag = new(text, limit: 1);
        bool isRead = RecordUnwrapper.TryRead(text.Utf8, out CloudTrailRecord? record, out RecordUnwrapper.Fault fault);
        int offset = isRead ? 0 : fault.Offset;
        TextSpan span = new(offset, Math.Min(1, text.Length - offset));
        if (!isRead) bag.Report(fault.Descriptor, path: "", span, fault.Reason);
        else if (record!.HasUnknownVersion) bag.Report(Descriptors.RecordVersion, path: "", span, record.EventVersion);
        return new ParseResult<CloudTrailRecord>(record, bag.ToImmutable());
    }

    /// <summary>The event in one line.</summary>
    /// <returns>Source, name and id.</returns>
    public override string ToString() => ShownText.Of($"{EventSource} {EventName} {EventId}");

    /// <summary>True where the record names a version of the format that is not 1.x.</summary>
    internal bool HasUnknownVersion => EventVersion is { } version && !version.StartsWith("1.", StringComparison.Ordinal);

    private string? Text(string name) => RecordJson.Text(Json, name);
}
