using PolicyEngine.Facts;
using PolicyEngine.Syntax;

namespace PolicyEngine.Validation;

/// <summary>One key of a condition with its operator.</summary>
internal readonly record struct ConditionTest(ConditionOperator Op, ConditionEntry Entry);

/// <summary>What the condition of a statement says about networks and about calls by AWS services.</summary>
/// <remarks>AWS: <see href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html">AWS global condition context keys</see>.</remarks>
internal sealed class NetworkConditions
{
    /// <summary>The first network key that is true when it is missing; <c>Null</c> on aws:SourceIp is none.</summary>
    internal ConditionTest? Pin { get; private set; }

    /// <summary>The first such test of aws:SourceIp.</summary>
    internal ConditionTest? SourceIpPin { get; private set; }

    /// <summary>Whether the condition holds only when some network key is present.</summary>
    internal bool DemandsNetworkKey { get; private set; }

    /// <summary>Whether any key of calls through endpoints is tested.</summary>
    internal bool NamesEndpointKey { get; private set; }

    /// <summary>Whether calls that services forward for a caller are told apart.</summary>
    internal bool ExemptsForwarded { get; private set; }

    /// <summary>Whether calls of services themselves are told apart, or lack a key that the condition needs.</summary>
    internal bool ExemptsServices { get; private set; }

    internal static NetworkConditions Find(ConditionBlock condition)
    {
        NetworkConditions found = new();
        foreach (ConditionClause clause in condition.Clauses)
        {
            foreach (ConditionEntry entry in clause.Entries) found.Add(clause.Operator, entry);
        }

        return found;
    }

    private void Add(ConditionOperator op, ConditionEntry entry)
    {
        string key = entry.Key;
        bool isSourceIp = NetworkKeys.IsSourceIp(key);
        bool isOfEndpoint = NetworkKeys.IsOfEndpoint(key);
        if (isSourceIp || isOfEndpoint)
        {
            bool isPin = MissingKey.IsTrue(op, entry) && !(isSourceIp && op.Kind == ConditionOperatorKind.Null);
            if (isPin) Pin ??= new ConditionTest(op, entry);
            if (isPin && isSourceIp) SourceIpPin ??= new ConditionTest(op, entry);
            DemandsNetworkKey |= MissingKey.IsFalse(op, entry);
            NamesEndpointKey |= isOfEndpoint;
        }

        if (!Begins("aws:")) return;
        ExemptsForwarded |= Begins("aws:ViaAWSService") || Begins("aws:CalledVia");
        ExemptsServices |= Begins("aws:PrincipalIsAWSService") || Begins("aws:PrincipalService") || (IsOfIdentity() && MissingKey.IsFalse(op, entry));

        bool Begins(string name) => key.StartsWith(name, StringComparison.OrdinalIgnoreCase);

        // AWS: services as callers have none of these keys.
        bool IsOfIdentity() => Begins("aws:Principal") || Begins("aws:userid") || Begins("aws:username");
    }
}
