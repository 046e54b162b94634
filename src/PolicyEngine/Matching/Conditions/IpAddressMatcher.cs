using PolicyEngine.Language;
using PolicyEngine.Matching.Searching;

namespace PolicyEngine.Matching.Conditions;

/// <summary>IpAddress: the address lies in any range of its own family.</summary>
/// <remarks>AWS: <see href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html#Conditions_IPAddress">IP address condition operators</see>.</remarks>
internal sealed class IpAddressMatcher : ValueMatcher
{
    private const int MappedPrefixLength = 96;
    private readonly RangeSet<uint> v4;
    private readonly RangeSet<UInt128> v6;
    private readonly IpNetwork[] mapped;
    private readonly bool hasUnreadable;

    internal IpAddressMatcher(IEnumerable<string> values)
    {
        List<IpNetwork> readable = [];
        foreach (string text in values)
        {
            if (IpNetwork.TryParse(text, out IpNetwork network)) readable.Add(network);
            else hasUnreadable = true;
        }

        v4 = new RangeSet<uint>(readable.Where(static n => !n.Address.IsV6).Select(static n => ((uint)n.First, (uint)n.Last)));
        v6 = new RangeSet<UInt128>(readable.Where(static n => n.Address.IsV6).Select(static n => (n.First, n.Last)));
        mapped = [.. readable.Where(static n => n.Address.IsMappedV4 && n.PrefixLength >= MappedPrefixLength)];
    }

    internal override MatchResult MatchAny(string value, RequestContext context)
    {
        if (!IpAddress.TryParse(value, out IpAddress own)) return MatchResult.Undecided(MatchReason.ValueUnreadable);
        MatchResult match = MatchAny(own);
        return own.IsMappedV4 ? match.Agree(MatchAny(own.Unmapped), MatchReason.MappedAddress) : match;
    }

    private MatchResult MatchAny(IpAddress own)
    {
        if (own.IsV6 ? v6.Contains(own.Bits) : v4.Contains((uint)own.Bits)) return MatchResult.True;
        MatchResult any = AnyOf(matches: false, hasUnreadable);
        foreach (IpNetwork network in mapped)
        {
            if (network.Contains(own.Mapped)) any = any.Or(MatchResult.Undecided(MatchReason.MappedAddress));
        }

        return any;
    }
}
