using PolicyEngine.Syntax;

namespace PolicyEngine.FsCheck.Policies;

/// <summary>The families of operators, told by what their names begin with.</summary>
internal static class OperatorFamilies
{
    private static readonly OperatorFamily[] Families = [.. Enum.GetValues<ConditionOperatorKind>().Select(static kind => FamilyOf(kind.ToString()))];

    /// <summary>The family of an operator.</summary>
    internal static OperatorFamily Of(ConditionOperator op) => Families[(int)op.Kind];

    private static OperatorFamily FamilyOf(string name) =>
        name == nameof(ConditionOperatorKind.NotIpAddress) ? OperatorFamily.IpAddress
        : name == nameof(ConditionOperatorKind.Bool) ? OperatorFamily.Boolean
        : Enum.GetValues<OperatorFamily>().First(family => name.StartsWith(family.ToString(), StringComparison.Ordinal));
}
