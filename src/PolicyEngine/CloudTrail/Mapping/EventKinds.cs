namespace PolicyEngine.CloudTrail.Mapping;

/// <summary>Tells records of requests from records of other events.</summary>
internal static class EventKinds
{
    private static readonly string[] Requests = ["AwsApiCall", "AwsVpceEvent", "AwsVpceEvents"];

    /// <summary>Why a record tells of no request, or null when it does. Old records have no type.</summary>
    internal static string? WhyNoRequest(CloudTrailRecord record, EventMapping mapping)
    {
        if (string.Equals(record.EventCategory, "Insight", StringComparison.OrdinalIgnoreCase)) return "an event of the category 'Insight' is no call";
        if (record.EventType is { } type && !Requests.Contains(type, StringComparer.OrdinalIgnoreCase)) return $"an event of the type '{type}' is no call that policies decide";
        if (record.EventSource is null || record.EventName is null) return "the record does not tell which service was called, and for what";
        return mapping.IsRequest ? null : $"no policy decides about '{record.EventName}' of '{record.EventSource}'";
    }
}
