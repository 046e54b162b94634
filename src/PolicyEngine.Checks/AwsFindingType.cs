namespace PolicyEngine.Checks;

/// <summary>How AWS ranks an issue code of its policy validation.</summary>
/// <remarks>AWS: <see href="https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html">Access Analyzer policy check reference</see>.</remarks>
public enum AwsFindingType
{
    /// <summary>AWS: <c>SUGGESTION</c>.</summary>
    Suggestion,

    /// <summary>AWS: <c>GENERAL_WARNING</c>, shown as a warning.</summary>
    GeneralWarning,

    /// <summary>AWS: <c>SECURITY_WARNING</c>, an access that AWS takes for a risk.</summary>
    SecurityWarning,

    /// <summary>AWS: <c>ERROR</c>, a policy that does not work.</summary>
    Error,
}
