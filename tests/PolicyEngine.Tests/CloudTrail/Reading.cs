using System.Text;
using PolicyEngine.CloudTrail;

namespace PolicyEngine.Tests.CloudTrail;

/// <summary>Short ways to read records.</summary>
internal static class Reading
{
    /// <summary>A small record with an id.</summary>
    internal static string Record(string id) =>
        $$$"""{"eventVersion":"1.11","eventID":"{{{id}}}","eventTime":"2026-02-03T04:05:06Z","eventType":"AwsApiCall","eventSource":"sns.amazonaws.com","eventName":"ListTopics","awsRegion":"us-west-2","sourceIPAddress":"203.0.113.9","userIdentity":{"type":"IAMUser","principalId":"AIDAEXAMPLE","arn":"arn:aws:iam::123456789012:user/Ana","accountId":"123456789012","accessKeyId":"AKIAEXAMPLE","userName":"Ana"}}""";

    internal static Task<List<CloudTrailReading>> ReadAsync(string text, CloudTrailReaderOptions? options = null) => ReadAsync(Encoding.UTF8.GetBytes(text), options);

    internal static async Task<List<CloudTrailReading>> ReadAsync(byte[] bytes, CloudTrailReaderOptions? options = null)
    {
        List<CloudTrailReading> readings = [];
        using MemoryStream stream = new(bytes);
        await foreach (CloudTrailReading reading in CloudTrailReader.ReadAsync(stream, options, TestContext.Current.CancellationToken).ConfigureAwait(false)) readings.Add(reading);
        return readings;
    }

    /// <summary>Ids of records, and ids of diagnostics where there is none, in order.</summary>
    internal static string Outline(IEnumerable<CloudTrailReading> readings) =>
        string.Join(' ', readings.Select(static r => r.Record is { } record ? record.EventId ?? "?" : r.Diagnostics[0].Id));
}
