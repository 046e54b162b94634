using System.Collections.Immutable;
using PolicyEngine.Facts;
using PolicyEngine.Language;

namespace PolicyEngine.CloudTrail.Mapping;

/// <summary>The condition keys that follow from how a call came to the service.</summary>
/// <remarks>AWS: <see href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html">AWS global condition context keys</see>.</remarks>
internal static class RecordedNetworkKeys
{
    internal static void Write(KeyKnowledge keys, CloudTrailRecord record, RecordedPath path, ImmutableArray<RecordCheck> checks, ReconstructionOptions options)
    {
        WriteChain(keys, path);
        keys.SetAbsent("aws:ViaAWSMCPService", "aws:CalledViaAWSMCP", "aws:IsMcpServiceAction");
        switch (path.Kind)
        {
            case RecordedPathKind.Direct:
                WriteDirect(keys, record, path, checks, options);
                return;
            case RecordedPathKind.Unknown:
                keys.SetUnknown("aws:SourceIp");
                keys.SetUnknown(NetworkKeys.Classic.AsSpan());
                WriteNewer(keys, checks, options, static (ledger, key) => ledger.SetUnknown(key));
                return;
        }

        // AWS: the endpoint of the first call is not carried on, and an id in such a record is that of an endpoint of AWS.
        if (path.Kind == RecordedPathKind.ServicePrincipal) keys.SetAbsent("aws:SourceIp");
        else keys.SetUnknown("aws:SourceIp");
        keys.SetAbsent(NetworkKeys.Classic.AsSpan());
        keys.SetAbsent(NetworkKeys.Newer.AsSpan());
    }

    private static void WriteChain(KeyKnowledge keys, RecordedPath path)
    {
        bool isUnknown = path.IsInternal || path.Kind is RecordedPathKind.Unknown or RecordedPathKind.ByServiceWithRole;
        if (isUnknown) keys.SetUnknown("aws:ViaAWSService");
        else keys.Set("aws:ViaAWSService", path.Kind == RecordedPathKind.Forwarded);
        if (isUnknown || path.Kind == RecordedPathKind.Forwarded) keys.SetUnknown(NetworkKeys.Chain.AsSpan());
        else keys.SetAbsent(NetworkKeys.Chain.AsSpan());
    }

    private static void WriteDirect(KeyKnowledge keys, CloudTrailRecord record, RecordedPath path, ImmutableArray<RecordCheck> checks, ReconstructionOptions options)
    {
        if (path.OwnEndpoint is not null || path.IsForeignEndpoint)
        {
            keys.SetAbsent("aws:SourceIp");
            keys.Set("aws:SourceVpce", record.VpcEndpointId!);
            keys.SetOrUnknown("aws:SourceVpc", path.OwnEndpoint?.VpcId);
            keys.SetOrUnknown("aws:VpcSourceIp", path.Address is null ? null : record.SourceIpAddress);
            WriteNewer(keys, checks, options, (ledger, key) => WriteOfEndpoint(ledger, key, record, path, options));
            return;
        }

        bool isPublic = record.VpcEndpointId is null && path.Address is { } address && !PrivateAddresses.HasAddress(address);
        if (isPublic)
        {
            keys.Set("aws:SourceIp", record.SourceIpAddress!);
            keys.SetAbsent(NetworkKeys.Classic.AsSpan());
            keys.SetAbsent(NetworkKeys.Newer.AsSpan());
        }
        else
        {
            keys.SetUnknown("aws:SourceIp");
            keys.SetUnknown(NetworkKeys.Classic.AsSpan());
            WriteNewer(keys, checks, options, static (ledger, key) => ledger.SetUnknown(key));
        }
    }

    private static void WriteNewer(KeyKnowledge keys, ImmutableArray<RecordCheck> checks, ReconstructionOptions options, Action<KeyKnowledge, string> write)
    {
        foreach (string key in NetworkKeys.Newer)
        {
            bool isSent = checks.Any(check => options.Tables.SendsEndpointKey(key, check.Action));
            if (isSent) write(keys, key);
            else keys.SetAbsent(key);
        }
    }

    private static void WriteOfEndpoint(KeyKnowledge keys, string key, CloudTrailRecord record, RecordedPath path, ReconstructionOptions options)
    {
        string? owner = path.OwnEndpoint?.OwnerId ?? (AccountId.IsValid(record.VpcEndpointAccountId) ? record.VpcEndpointAccountId : null);
        AccountOrganization? organization = owner is null ? null : options.FindOrganization(owner);
        bool isOutside = organization is { IsNone: true };
        switch (key)
        {
            case "aws:SourceVpcArn":
                keys.SetOrUnknown(key, VpcArn.Of(record.AwsRegion, owner, path.OwnEndpoint?.VpcId));
                break;
            case "aws:VpceAccount":
                keys.SetOrUnknown(key, owner);
                break;
            case "aws:VpceOrgID" when !isOutside:
                keys.SetOrUnknown(key, organization?.Id);
                break;
            case "aws:VpceOrgPaths" when !isOutside && organization is { Paths: [var orgPath, ..] }:
                keys.SetList(key, orgPath);
                break;
            default:
                if (isOutside) keys.SetAbsent(key);
                else keys.SetUnknown(key);
                break;
        }
    }
}
