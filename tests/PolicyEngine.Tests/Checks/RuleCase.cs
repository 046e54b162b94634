using PolicyEngine.Checks;

namespace PolicyEngine.Tests.Checks;

/// <summary>A text that raises a finding, and a near miss that does not.</summary>
/// <param name="Id">The id.</param>
/// <param name="Type">The type of the policy.</param>
/// <param name="Firing">The text that raises it.</param>
/// <param name="Path">The path of the finding.</param>
/// <param name="Silent">The near miss.</param>
internal sealed record RuleCase(string Id, PolicyType Type, string Firing, string Path, string Silent)
{
    /// <summary>The issue code of AWS; null for none.</summary>
    internal string? Code { get; init; }

    /// <summary>What is known beside the texts.</summary>
    internal PolicyCheckerOptions Options { get; init; } = PolicyCheckerOptions.Default;
}
