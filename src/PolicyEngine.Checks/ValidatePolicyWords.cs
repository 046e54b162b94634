namespace PolicyEngine.Checks;

/// <summary>The words of AWS's ValidatePolicy.</summary>
/// <remarks>AWS: <see href="https://docs.aws.amazon.com/access-analyzer/latest/APIReference/API_ValidatePolicyFinding.html">ValidatePolicyFinding</see>.</remarks>
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
