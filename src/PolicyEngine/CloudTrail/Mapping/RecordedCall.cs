using System.Collections.Immutable;
using System.Globalization;
using PolicyEngine.Facts;
using PolicyEngine.Language;
using PolicyEngine.Requests.Derivation;

namespace PolicyEngine.CloudTrail.Mapping;

/// <summary>What a record tells of its call, from which condition keys follow.</summary>
internal static class RecordedCall
{
    /// <summary>Writes each key as it follows from the record: present, absent or unknown.</summary>
    internal static void Write(KeyKnowledge keys, CallFacts call)
    {
        // A caller without ARN has no name, either: both are told first.
        if (KeyDerivation.Find(ConditionKeys.PrincipalArn, call).State == KeyState.Absent) keys.SetAbsent(ConditionKeys.PrincipalArn.Name, ConditionKeys.UserName.Name);
        foreach (ConditionKey key in KeyDerivation.Keys)
        {
            keys.Set(key.Name, KeyDerivation.Find(key, call));
            if (key.Equals(ConditionKeys.AssumedRoot)) keys.Set(KeyDerivation.PrincipalTag, CallerKeys.Tag(call));
            if (key.Equals(ConditionKeys.ResourceAccount)) keys.SetUnknown("aws:ResourceTag/");
        }
    }

    /// <summary>The facts of a record.</summary>
    internal static CallFacts Of(CloudTrailRecord record, RecordedCaller caller, RecordedPath path, ImmutableArray<RecordCheck> checks, string? owner, ReconstructionOptions options)
    {
        RequestPrincipal principal = caller.Principal!;
        string? time = NormalizeTime(record.EventTime);
        NetworkPath network = PathOf(record, path);
        return new CallFacts(principal, checks.IsEmpty ? "" : checks[0].Action, "")
        {
            FurtherActions = [.. checks.Skip(1).Select(static check => check.Action)],
            Path = network,
            Session = caller.Session,
            KnowsServiceNames = false,
            ResourceAccount = owner,
            CallerOrganization = principal.Account is { } account ? options.FindOrganization(account) : null,
            ResourceOrganization = owner is null ? null : options.FindOrganization(owner),
            EndpointOrganization = network.EndpointOwner is { } own ? options.FindOrganization(own) : null,
            Time = time,
            EpochTime = PolicyInstant.TryParse(time, out PolicyInstant instant) ? instant.Seconds.ToString(CultureInfo.InvariantCulture) : null,
            IsSecure = record.HasTlsDetails ? true : null,
            Region = record.AwsRegion,
            Tables = options.Tables,
        };
    }

    /// <summary>The time in the form of condition keys; old records write it without hyphens and colons. Null when it is none.</summary>
    internal static string? NormalizeTime(string? text)
    {
        bool isCompact = text is { Length: 16 } && text[8] == 'T' && text[15] == 'Z' && !text.Contains('-', StringComparison.Ordinal);
        if (isCompact) text = $"{text![..4]}-{text[4..6]}-{text[6..11]}:{text[11..13]}:{text[13..]}";
        return text?.Contains('T', StringComparison.Ordinal) == true && PolicyInstant.TryParse(text, out _) ? text : null;
    }

    private static NetworkPath PathOf(CloudTrailRecord record, RecordedPath path)
    {
        if (path.Kind != NetworkPathKind.Direct) return new NetworkPath(path.Kind);
        if (path.OwnEndpoint is null && !path.IsForeignEndpoint)
        {
            bool isPublic = record.VpcEndpointId is null && path.Address is { } address && !PrivateAddresses.HasAddress(address);
            return isPublic ? new NetworkPath(NetworkPathKind.Public) { SourceIp = record.SourceIpAddress } : new NetworkPath(NetworkPathKind.Direct);
        }

        return new NetworkPath(NetworkPathKind.Endpoint)
        {
            Endpoint = path.Endpoint,
            ClientIp = path.Address is null ? null : record.SourceIpAddress,
            EndpointOwner = path.OwnEndpoint?.OwnerId ?? (AccountId.IsValid(record.VpcEndpointAccountId) ? record.VpcEndpointAccountId : null),
            EndpointRegion = record.AwsRegion,
            VpcRegion = path.OwnEndpoint is { } own ? own.VpcRegion ?? (own.ServiceRegion is null ? record.AwsRegion : null) : null,
        };
    }
}
