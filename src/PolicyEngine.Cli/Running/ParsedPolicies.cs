using System.Collections.Immutable;
using PolicyEngine.Cli.Cases;

namespace PolicyEngine.Cli.Running;

/// <summary>The policies that decide one request, from its case and from the command line.</summary>
/// <param name="Set">The policies by slot; not to be used where there are errors.</param>
/// <param name="HasErrors">True where any policy has an error.</param>
/// <param name="Diagnostics">What was found in all policies.</param>
/// <param name="Used">The options of the command line that were used.</param>
internal sealed record ParsedPolicies(PolicySet Set, bool HasErrors, ImmutableArray<Diagnostic> Diagnostics, ulong Used)
{
    private const int MostScopeDown = 3;

    /// <summary>Gathers the policies for a case that brings some.</summary>
    /// <param name="question">The case.</param>
    /// <param name="given">Those of the command line.</param>
    internal static ParsedPolicies Of(AuthorizationCase question, PolicyDefaults given) =>
        Gather(given.SourceOf(question.Policies, question), given, question.Request, isLine: false);

    /// <summary>Gathers the policies for a request.</summary>
    /// <param name="own">Those of the case; null where it brings none.</param>
    /// <param name="given">Those of the command line.</param>
    /// <param name="request">The request.</param>
    /// <param name="isLine">True for a request line or a question, whose identity policies are unknown where they are not told; the cases of a policy set are complete.</param>
    internal static ParsedPolicies Gather(PolicySource? own, PolicyDefaults given, AuthorizationRequest request, bool isLine)
    {
        PolicySet set = new();
        bool hasErrors = false;
        ulong used = 0;
        ImmutableArray<Diagnostic>.Builder diagnostics = ImmutableArray.CreateBuilder<Diagnostic>();
        foreach (PolicyType kind in PolicySet.Types)
        {
            ParsedSlot? slot = own?.Find(kind, request);
            if (slot is null || given.Overrides) slot = given.Find(kind, request, ref used) ?? slot ?? (kind == PolicyType.AccessPoint ? ParsedSlot.Unknown : isLine ? WhereUntold(own, kind, request) : ParsedSlot.None);
            if (kind == PolicyType.Resource && (slot.HasErrors || slot.Policies.IsAttached)) used |= given.ServiceUse;
            hasErrors |= slot.HasErrors;
            diagnostics.AddRange(slot.Diagnostics);
            if (slot.AccessPoint is { } accessPoint) set = set with { AccessPoint = accessPoint };
            else if (kind == PolicyType.AccessPoint || slot.Policies != AttachedPolicies.None) set = set.With(kind, slot.Policies);
        }

        return new ParsedPolicies(set, hasErrors, diagnostics.ToImmutable(), used);
    }

    /// <summary>Why the policies cannot be beside a request; null where they can.</summary>
    internal string? FindFault(AuthorizationRequest request)
    {
        if (Set.ScopeDown.Levels.Sum(static level => level.Documents.Count) > MostScopeDown) return "there are more than three scope-down policies";
        return Set.FindFaults(request) is [{ } fault, ..] ? fault.Message : null;
    }

    /// <summary>What is attached of a kind of which neither a line nor the command line tells anything: nothing, but identity policies are unknown, and so is the
    /// policy of an endpoint. The library asks identity policies of no caller that can have none.</summary>
    private static ParsedSlot WhereUntold(PolicySource? own, PolicyType kind, AuthorizationRequest request)
    {
        bool isUnknown = kind == PolicyType.Identity || (own is null && kind == PolicyType.VpcEndpoint && request.Endpoint is not null);
        return isUnknown ? ParsedSlot.Unknown : ParsedSlot.None;
    }
}
