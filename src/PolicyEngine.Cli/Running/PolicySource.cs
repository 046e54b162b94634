using PolicyEngine.Cli.Cases;

namespace PolicyEngine.Cli.Running;

/// <summary>Policies that many requests are decided by: those of a kind are parsed once as policies of a role, and once as those of anything else.</summary>
/// <param name="policies">The policies.</param>
/// <param name="level">How strictly they are read.</param>
/// <param name="service">The service of the resource policies; null where it is not told.</param>
internal sealed class PolicySource(CasePolicies policies, ParseLevel level, string? service = null)
{
    private readonly ParsedSlot?[] ofRoles = new ParsedSlot?[PolicySet.Types.Length];
    private readonly ParsedSlot?[] ofOthers = new ParsedSlot?[PolicySet.Types.Length];

    /// <summary>The policies as their authors wrote them.</summary>
    internal CasePolicies Policies => policies;

    /// <summary>The policies of a kind as they are for a request; null where nothing is told of the kind.</summary>
    internal ParsedSlot? Find(PolicyType kind, AuthorizationRequest request)
    {
        if (!policies.TryGet(kind, out CasePolicies.Slot slot)) return null;
        ParsedSlot?[] known = ParsedSlot.IsRole(request) ? ofRoles : ofOthers;
        return known[PolicySet.Types.IndexOf(kind)] ??= ParsedSlot.Parse(slot, kind, level, service, request);
    }
}
