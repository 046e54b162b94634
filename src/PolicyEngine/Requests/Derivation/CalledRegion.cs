using PolicyEngine.Facts;

namespace PolicyEngine.Requests.Derivation;

/// <summary>Finds the Region that a call goes to, where it is not told.</summary>
/// <remarks>AWS: <see href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-requestedregion">aws:RequestedRegion</see>.</remarks>
internal static class CalledRegion
{
    /// <summary>The Region of the endpoint, the control Region of a global service, or the Region of the resource; null where none is known.</summary>
    internal static string? Of(CallFacts call)
    {
        if (call.Path.EndpointRegion is { } ofEndpoint) return ofEndpoint;
        ServiceProfile? service = ServiceProfiles.Find(call.Action.AsSpan(0, Math.Max(call.Action.IndexOf(':', StringComparison.Ordinal), 0)));
        if (service?.FindControlRegion(call.Caller.Partition) is { } control) return control;
        if (!Arn.TryParse(call.Resource, out Arn? arn)) return null;
        return arn.Region.IsEmpty ? service?.FindGlobalResourceRegion(arn.Service) : arn.Region.ToString();
    }
}
