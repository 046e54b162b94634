using System.Globalization;
using PolicyEngine.Language;

namespace PolicyEngine.CloudTrail.Mapping;

/// <summary>The condition keys of the call as such: time, transport, Region, client, resource, and the resource for which a service calls.</summary>
/// <remarks>AWS: <see href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html">AWS global condition context keys</see>.</remarks>
internal static class CallKeys
{
    private static readonly string[] OfSource = ["aws:SourceArn", "aws:SourceAccount", "aws:SourceOrgID", "aws:SourceOrgPaths"];

    internal static void Write(KeyKnowledge keys, CloudTrailRecord record, RequestPrincipal caller, string? owner, ReconstructionOptions options)
    {
        string? time = RecordTime.Normalize(record.EventTime);
        keys.SetOrUnknown("aws:CurrentTime", time);
        keys.SetOrUnknown("aws:EpochTime", PolicyInstant.TryParse(time, out PolicyInstant instant) ? instant.Seconds.ToString(CultureInfo.InvariantCulture) : null);
        keys.SetOrUnknown("aws:SecureTransport", record.HasTlsDetails ? "true" : null);
        keys.SetOrUnknown("aws:RequestedRegion", record.AwsRegion);
        keys.SetUnknown("aws:UserAgent", "aws:referer");
        if (caller.Kind == CallerType.Service) keys.SetUnknown(OfSource);
        else keys.SetAbsent(OfSource);
        WriteResource(keys, owner, options);
    }

    private static void WriteResource(KeyKnowledge keys, string? owner, ReconstructionOptions options)
    {
        AccountOrganization? organization = owner is null ? null : options.FindOrganization(owner);
        keys.SetOrUnknown("aws:ResourceAccount", owner);
        keys.SetUnknown("aws:ResourceTag/");
        if (organization is { IsNone: true })
        {
            keys.SetAbsent("aws:ResourceOrgID", "aws:ResourceOrgPaths");
            return;
        }

        keys.SetOrUnknown("aws:ResourceOrgID", organization?.Id);
        if (organization is { Paths: [var path, ..] }) keys.SetList("aws:ResourceOrgPaths", path);
        else keys.SetUnknown("aws:ResourceOrgPaths");
    }
}
