namespace PolicyEngine.Checks;

/// <summary>The words of AWS for its ranks of issue codes, as its page of checks has them.</summary>
/// <remarks>AWS: <see href="https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html">Access Analyzer policy check reference</see>.</remarks>
internal static class ValidatePolicyWords
{
    internal static string Of(AwsFindingType type) => type switch
    {
        AwsFindingType.Error => "ERROR",
        AwsFindingType.SecurityWarning => "SECURITY_WARNING",
        AwsFindingType.GeneralWarning => "GENERAL_WARNING",
        _ => "SUGGESTION",
    };
}
