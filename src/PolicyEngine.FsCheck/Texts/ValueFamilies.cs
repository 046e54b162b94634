using PolicyEngine.Syntax;

namespace PolicyEngine.FsCheck.Texts;

/// <summary>The families of operators, told by what their names begin with.</summary>
internal static class ValueFamilies
{
    private static readonly ValueFamily[] Families = [.. Enum.GetValues<ConditionOperatorKind>().Select(static kind => FamilyOf(kind.ToString()))];

    /// <summary>The family of an operator.</summary>
    internal static ValueFamily Of(ConditionOperator op) => Families[(int)op.Kind];

    private static ValueFamily FamilyOf(string name) =>
        name == nameof(ConditionOperatorKind.NotIpAddress) ? ValueFamily.IpAddress
        : name == nameof(ConditionOperatorKind.Bool) ? ValueFamily.Boolean
        : Enum.GetValues<ValueFamily>().First(family => name.StartsWith(family.ToString(), StringComparison.Ordinal));
}
