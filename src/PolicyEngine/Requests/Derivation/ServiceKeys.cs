using PolicyEngine.Facts;

namespace PolicyEngine.Requests.Derivation;

/// <summary>The condition keys that single services derive from the call itself, by the table of service profiles.</summary>
/// <remarks>AWS: <see href="https://docs.aws.amazon.com/kms/latest/developerguide/conditions-kms.html">AWS KMS condition keys</see>.</remarks>
internal static class ServiceKeys
{
    private const string Resource = "resource";

    /// <summary>True where a value of a key that is given has to be the one that follows. The id of a secret may be given by its name.</summary>
    internal static bool IsCompared(string key) => ServiceProfiles.OfKey(key)?.FindDerivation(key) is { } derivation && derivation != Resource;

    /// <summary>What follows of a key; nothing for calls of another service, and for keys that the table does not have.</summary>
    internal static DerivedKey Find(string key, CallFacts call)
    {
        if (ServiceProfiles.OfKey(key) is not { } profile || profile.FindDerivation(key) is not { } derivation || !profile.IsOf(call.Action)) return DerivedKey.Untold;
        return derivation switch
        {
            "caller-account" => DerivedKey.OrUntold(call.Caller.Account),
            "resource-account" => OwnerKeys.Owner(call),
            Resource => call.Resource.StartsWith("arn:", StringComparison.Ordinal) ? DerivedKey.Of(call.Resource) : DerivedKey.Untold,
            "called-region" => DerivedKey.OrUntold(call.CalledRegion),
            "via-service" => Via(call),
            _ => DerivedKey.Untold,
        };
    }

    /// <summary>The service that calls KMS on behalf of the caller; absent where nobody calls on behalf of anybody.</summary>
    private static DerivedKey Via(CallFacts call)
    {
        if (call.IsForwarded is not { } isForwarded) return DerivedKey.Unknown;
        if (!isForwarded) return DerivedKey.Absent;
        string? name = call.LastService is { } last ? ServiceProfiles.FindViaService(last) : null;
        string? region = call.CalledRegion;
        bool isKnown = name is not null && region is not null && Arn.TryParse(call.Resource, out Arn? key) && key.Partition is "aws";
        return isKnown ? DerivedKey.Of($"{name}.{region}.amazonaws.com") : DerivedKey.Unknown;
    }
}
