using PolicyEngine.Language;
using PolicyEngine.Syntax;

namespace PolicyEngine.Checks;

/// <summary>Tells which tests limit a statement to callers, networks or sources that they name. What a caller chooses, or anyone can have, limits nobody.</summary>
/// <remarks>AWS: <see href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html">AWS global condition context keys</see>.</remarks>
internal static class LimitTest
{
    private const int LargestV4 = 24;
    private const int LargestV6 = 96;

    private static readonly string[] Keys =
    [
        "aws:PrincipalArn", "aws:PrincipalAccount", "aws:PrincipalOrgID", "aws:PrincipalOrgPaths", "aws:PrincipalServiceName", "aws:PrincipalServiceNamesList", "aws:userid",
        "aws:VpcSourceIp", "aws:Ec2InstanceSourceVpc", "kms:CallerAccount", "s3:DataAccessPointAccount", "s3:DataAccessPointArn", "lambda:EventSourceToken",
        "vpc-lattice-svcs:SourceVpc", "vpc-lattice-svcs:SourceVpcOwnerAccount",
    ];

    private const string IsService = "aws:PrincipalIsAWSService";
    private const string IsMounted = "elasticfilesystem:AccessedViaMountTarget";

    /// <summary>True for a test that holds only for those whom its values name.</summary>
    internal static bool IsLimit(ConditionTest test) =>
        test.IsOfValue && !test.Operator.IsNegated && !test.Operator.IfExists && test.Operator.Qualifier != SetQualifier.ForAllValues && IsOfLimit(test, "true") && NamesSomething(test);

    /// <summary>True for a test of a Deny that leaves out those whom its values name, and hits all others, those without the key too.</summary>
    internal static bool IsNegatedLimit(ConditionTest test) =>
        test.IsOfValue && test.Operator.Qualifier != SetQualifier.ForAnyValue && (test.Operator.IsNegated || IsFact(test, IsMounted, "false")) && IsOfLimit(test, "false") && NamesSomething(test);

    private static bool IsFact(ConditionTest test, string key, string answer) => test.IsOn(key) && test.Entry.Values.All(value => value.Text.Equals(answer, StringComparison.OrdinalIgnoreCase));

    private static bool IsOfLimit(ConditionTest test, string fact)
    {
        if (test.IsOnAny(IsService, IsMounted)) return IsFact(test, IsService, fact) || IsFact(test, IsMounted, fact);
        string key = test.Entry.Key;
        bool isOfSource = key.StartsWith("aws:Source", StringComparison.OrdinalIgnoreCase) && !test.IsOn("aws:SourceIdentity");
        return isOfSource || key.StartsWith("aws:Vpce", StringComparison.OrdinalIgnoreCase) || test.IsOnAny(Keys);
    }

    private static bool NamesSomething(ConditionTest test)
    {
        if (test.Entry.Values.Count == 0) return false;
        bool isLike = test.Operator.TakesWildcards;
        foreach (ConditionValue value in test.Entry.Values)
        {
            if (isLike && value.Text.Length > 0 && !value.Text.AsSpan().ContainsAnyExcept('*', '?')) return false;
            if (isLike && test.IsOn("aws:PrincipalArn") && !HasAccount(value.Text)) return false;
            if (isLike && test.IsOn("aws:userid") && !HasId(value.Text)) return false;
        }

        return test.Operator.Family != OperatorFamily.IpAddress || AreSmall(test.Entry.Values);
    }

    private static bool HasAccount(string arn)
    {
        List<string> parts = ArnParts.SplitPattern(arn, variables: true);
        return ArnParts.ArePattern(parts) && !parts[4].AsSpan().ContainsAny('*', '?');
    }

    private static bool HasId(string userId)
    {
        int colon = userId.IndexOf(':', StringComparison.Ordinal);
        string id = colon < 0 ? userId : userId[..colon];
        return id.Length == 0 || id.AsSpan().ContainsAnyExcept('*', '?');
    }

    /// <summary>True where no range is larger than a /8, or a /32 of version 6, once neighbours are put together.</summary>
    private static bool AreSmall(SyntaxList<ConditionValue> values)
    {
        List<IpNetwork> networks = [];
        foreach (ConditionValue value in values)
        {
            if (!IpNetwork.TryParse(value.Text, out IpNetwork network)) return false;
            networks.Add(network);
        }

        foreach (IGrouping<bool, IpNetwork> version in networks.GroupBy(static network => network.Address.IsV6))
        {
            UInt128 largest = UInt128.One << (version.Key ? LargestV6 : LargestV4);
            UInt128 start = 0;
            UInt128 end = 0;
            bool isOpen = false;
            foreach (IpNetwork network in version.OrderBy(static network => network.First))
            {
                if (!isOpen || (network.First > end && network.First - end > 1)) (start, end, isOpen) = (network.First, network.Last, true);
                else if (network.Last > end) end = network.Last;
                if (end - start >= largest) return false;
            }
        }

        return true;
    }
}
