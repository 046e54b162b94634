using System.Collections.Immutable;
using PolicyEngine.Cli.Cases;

namespace PolicyEngine.Cli.Running;

/// <summary>Parses the policies of a case, each as what its slot holds.</summary>
internal sealed class PolicySetParser(ParseLevel level, AuthorizationRequest request)
{
    private readonly ImmutableArray<Diagnostic>.Builder diagnostics = ImmutableArray.CreateBuilder<Diagnostic>();

    /// <summary>True where any policy has an error.</summary>
    internal bool HasErrors { get; private set; }

    /// <summary>What was found in all policies.</summary>
    internal ImmutableArray<Diagnostic> Diagnostics => diagnostics.ToImmutable();

    /// <summary>The policies by slot; those with errors are missing, so that a set with errors must not be used.</summary>
    internal PolicySet Parse(CasePolicies policies) => PolicySet.Types.Aggregate(new PolicySet(), (set, kind) => set.With(kind, ParseSlot(policies, kind)));

    /// <summary>Why policies cannot be beside a request; null where they can.</summary>
    internal static string? FindFault(AuthorizationRequest request, PolicySet policies)
    {
        if (policies.ScopeDown.Levels.Sum(static level => level.Documents.Count) > 3) return "there are more than three scope-down policies";
        return policies.FindFaults(request) is [{ } fault, ..] ? fault.Message : null;
    }

    private AttachedPolicies ParseSlot(CasePolicies policies, PolicyType kind)
    {
        if (!policies.TryGet(kind, out IReadOnlyList<CaseLevel>? levels)) return AttachedPolicies.None;
        if (levels is null) return AttachedPolicies.Unknown;
        PolicyType type = kind == PolicyType.Resource && IsRole(request) ? PolicyType.Trust : kind;
        PolicyLevel[] parsed = [.. levels.Select(own => new PolicyLevel(own.Name, [.. own.Policies.Select(text => ParseOne(text, type)).OfType<PolicyDocument>()]))];
        return AttachedPolicies.OfLevels(parsed);
    }

    private PolicyDocument? ParseOne(PolicyText text, PolicyType type)
    {
        ParseResult<PolicyDocument> result = PolicyParser.Parse(text, level.ToOptions(type) with { AllowsManagedRcp = true });
        diagnostics.AddRange(result.Diagnostics);
        HasErrors |= !result.Success;
        return result.Value;
    }

    /// <summary>The policy of a role is its trust policy, which has no Resource.</summary>
    internal static bool IsRole(AuthorizationRequest request) => Arn.TryParse(request.Resource, out Arn? arn) && arn.Service is "iam" && arn.Resource.StartsWith("role/", StringComparison.Ordinal);
}
