using PolicyEngine.Syntax;

namespace PolicyEngine.Checks;

/// <summary>What the condition of a statement says about networks and about calls by AWS services.</summary>
/// <remarks>AWS: <see href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html">AWS global condition context keys</see>.</remarks>
internal sealed class NetworkConditions
{
    internal NetworkConditions(ConditionTests tests)
    {
        foreach (ConditionTest test in tests) Add(test);
    }

    /// <summary>The first network key that is true when it is missing; <c>Null</c> on aws:SourceIp is none.</summary>
    internal ConditionTest? Pin { get; private set; }

    /// <summary>The first such test of aws:SourceIp.</summary>
    internal ConditionTest? SourceIpPin { get; private set; }

    /// <summary>The condition holds only when some network key is present.</summary>
    internal bool DemandsNetworkKey { get; private set; }

    /// <summary>Some key of calls through endpoints is tested.</summary>
    internal bool NamesEndpointKey { get; private set; }

    /// <summary>Calls that services forward for a caller are told apart.</summary>
    internal bool ExemptsForwarded { get; private set; }

    /// <summary>Calls of services themselves are told apart, or lack a key that the condition needs.</summary>
    internal bool ExemptsServices { get; private set; }

    private void Add(ConditionTest test)
    {
        string key = test.Entry.Key;
        bool isSourceIp = ConditionKeys.IsSourceIp(key);
        bool isOfEndpoint = ConditionKeys.IsOfEndpoint(key);
        if (isSourceIp || isOfEndpoint)
        {
            bool isPin = test.IsTrueWhenMissing && !(isSourceIp && test.Operator.Kind == ConditionOperatorKind.Null);
            if (isPin) Pin ??= test;
            if (isPin && isSourceIp) SourceIpPin ??= test;
            DemandsNetworkKey |= test.IsFalseWhenMissing;
            NamesEndpointKey |= isOfEndpoint;
        }

        ExemptsForwarded |= Begins("aws:ViaAWSService") || Begins("aws:CalledVia");
        ExemptsServices |= Begins("aws:PrincipalIsAWSService") || Begins("aws:PrincipalService") || (IsOfIdentity() && test.IsFalseWhenMissing);

        bool Begins(string name) => key.StartsWith(name, StringComparison.OrdinalIgnoreCase);

        // AWS: services as callers have none of these keys.
        bool IsOfIdentity() => Begins("aws:Principal") || Begins("aws:userid") || Begins("aws:username");
    }
}
