using PolicyEngine.Primitives;
using PolicyEngine.Requests;

namespace PolicyEngine.Matching.Conditions;

/// <summary>IpAddress: the address lies in any range of its own family.</summary>
/// <remarks>AWS: <see href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html#Conditions_IPAddress">IP address condition operators</see>.</remarks>
internal sealed class IpAddressTest : ValueTest
{
    private const int MappedPrefixLength = 96;
    private readonly IpNetwork[] networks;
    private readonly bool hasUnreadable;

    internal IpAddressTest(IEnumerable<string> values)
    {
        List<IpNetwork> readable = [];
        foreach (string text in values)
        {
            if (IpNetwork.TryParse(text, out IpNetwork network)) readable.Add(network);
            else hasUnreadable = true;
        }

        networks = [.. readable];
    }

    internal override MatchResult MatchAny(string value, RequestContext context)
    {
        if (!IpAddress.TryParse(value, out IpAddress own)) return MatchResult.Undecided(MatchReason.ValueUnreadable);
        MatchResult match = MatchAny(own);
        return own.IsMappedV4 ? match.Agree(MatchAny(own.Unmapped), MatchReason.MappedAddress) : match;
    }

    private MatchResult MatchAny(IpAddress own)
    {
        MatchResult any = AnyOf(matches: false, hasUnreadable);
        foreach (IpNetwork network in networks)
        {
            if (network.Contains(own)) return MatchResult.True;
            bool isMapped = network.Address.IsMappedV4 && network.PrefixLength >= MappedPrefixLength;
            if (isMapped && network.Contains(own.Mapped)) any = any.Or(MatchResult.Undecided(MatchReason.MappedAddress));
        }

        return any;
    }
}
