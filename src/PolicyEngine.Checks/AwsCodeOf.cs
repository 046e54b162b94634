using PolicyEngine.Syntax;

namespace PolicyEngine.Checks;

/// <summary>Tells the issue code of AWS of findings whose id stands for several, or is older than the codes.</summary>
/// <remarks>AWS: <see href="https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html">Access Analyzer policy check reference</see>.</remarks>
internal static class AwsCodeOf
{
    private const string VariableInElement = "VARIABLE_UNSUPPORTED_IN_ELEMENT";

    /// <summary>The code of a finding; null for none.</summary>
    internal static string? Find(Diagnostic found, PolicyType type) => found.Id switch
    {
        ['P', 'E', '1', ..] => "JSON_SYNTAX_ERROR",
        "PE2001" => "INVALID_POLICY_ELEMENT",
        "PE2002" => OfMissing(TextOf(found, 1)),
        "PE2003" => OfForbidden(TextOf(found, 0), type),
        "PE2004" when NameAt(found.Path) is "Principal" or "NotPrincipal" && TextOf(found, 1) is "an array" or "a string" => "INVALID_PRINCIPAL_FORMAT",
        "PE2004" or "PE2007" => "DATA_TYPE_MISMATCH",
        "PE2005" => "UNSUPPORTED_ELEMENT_COMBINATION",
        "PE2006" => OfEmpty(found.Path),
        "PE2008" => "INVALID_VERSION",
        "PE2010" => "INVALID_EFFECT",
        "PE2011" => "RCP_SYNTAX_ERROR_ALLOW",
        "PE2012" => "UNIQUE_SIDS_REQUIRED",
        "PE2013" => "UNSUPPORTED_SID",
        "PE2014" => "INVALID_PRINCIPAL_KEY",
        "PE2015" => "INVALID_PRINCIPAL_FORMAT",
        "PE2016" => "ALLOW_WITH_NOT_PRINCIPAL",
        "PE2017" => "RCP_SYNTAX_ERROR_PRINCIPAL",
        "PE2019" => OfSize(type),
        ['P', 'E', '3', ..] => OfBinding(found, type),
        ['P', 'E', '4', ..] => OfAdvice(found, type),
        _ => null,
    };

    private static string? OfBinding(Diagnostic found, PolicyType type) => found.Id switch
    {
        "PE3001" => "INVALID_CONDITION_OPERATOR",
        "PE3002" => "NULL_WITH_IF_EXISTS",
        "PE3003" => TextOf(found, 0).EndsWith('/') ? "MISSING_TAG_KEY_IN_CONDITION" : "INVALID_CONDITION_KEY_FORMAT",
        "PE3004" => "DUPLICATE_KEYS_WITH_DIFFERENT_CASE",
        "PE3005" => OfEmptyValues(found.Path),
        "PE3010" => HasVariable(found) ? VariableInElement : null,
        "PE3011" => "WILDCARD_IN_SERVICE_NAME",
        "PE3013" when type == PolicyType.ResourceControl => "RCP_SYNTAX_ERROR_ACTION",
        "PE3020" => OfResource(TextOf(found, 0)),
        "PE3021" => "MISSING_ARN_FIELD",
        "PE3022" => "INVALID_PARTITION",
        "PE3030" => OfPrincipal(found, type),
        "PE3031" => "UNSUPPORTED_WILDCARD_IN_PRINCIPAL",
        "PE3032" => VariableInElement,
        "PE3033" => "FEDERATED_PRINCIPAL_NOT_SUPPORTED",
        "PE3040" => OfVariable(TextOf(found, 0)),
        "PE3041" => found.Path.Contains(".Condition.", StringComparison.Ordinal) ? "INVALID_VARIABLE_FOR_OPERATOR" : VariableInElement,
        "PE3050" => "TYPE_MISMATCH_NUMBER",
        "PE3051" => "TYPE_MISMATCH_DATE",
        "PE3052" => "TYPE_MISMATCH_BOOLEAN",
        "PE3053" => "TYPE_MISMATCH_IP_RANGE",
        "PE3054" => "TYPE_MISMATCH_STRING",
        "PE3060" or "PE3062" => "WILDCARD_USAGE_TOO_PERMISSIVE",
        _ => null,
    };

    private static string? OfAdvice(Diagnostic found, PolicyType type) => found.Id switch
    {
        "PE4001" => "VARIABLE_UNSUPPORTED_IN_VERSION",
        "PE4003" => TextOf(found, 0).StartsWith("ForAllValues:", StringComparison.Ordinal) ? "FORALLVALUES_WITH_SINGLE_VALUED_KEY" : null,
        "PE4004" => "MISSING_QUALIFIER",
        "PE4008" => TextOf(found, 0) == "NotPrincipal" ? "ALLOW_WITH_NOT_PRINCIPAL" : null,
        "PE4009" => "WILDCARD_WITHOUT_LIKE_OPERATOR",
        "PE4011" => "IMPROVE_IP_RANGE",
        "PE4015" => "NULL_WITH_QUALIFIER",
        "PE4017" => "WILDCARD_IN_SERVICE_NAME",
        "PE4019" => "INVALID_VARIABLE_FOR_OPERATOR",
        "PE4020" => "EMPTY_OBJECT_CONDITION",
        "PE4021" when TextOf(found, 0) == "*" && !found.Path.Contains("Action", StringComparison.Ordinal) => "ROLE_TRUST_POLICY_UNSUPPORTED_WILDCARD_IN_PRINCIPAL",
        "PE4026" or "PE4027" or "PE4028" => "USE_CONDITION_KEY_ONLY_WITH_SUPPORTED_SERVICES",
        "PE4031" => "INVALID_ARN_REGION",
        "PE4032" => "INVALID_PARTITION",
        "PE4033" => "INVALID_ARN_ACCOUNT",
        "PE4036" => "INVALID_ACTION",
        "PE4037" => "INVALID_SERVICE_IN_ACTION",
        "PE4039" when type == PolicyType.ResourceControl => "RCP_SYNTAX_ERROR_ACTION",
        _ => null,
    };

    private static string? OfMissing(string names) => names switch
    {
        _ when names.Contains("'Statement'", StringComparison.Ordinal) => "MISSING_STATEMENT",
        _ when names.Contains("'Effect'", StringComparison.Ordinal) => "MISSING_EFFECT",
        _ when names.Contains("Action'", StringComparison.Ordinal) => "MISSING_ACTION",
        _ when names.Contains("Principal'", StringComparison.Ordinal) => "MISSING_PRINCIPAL",
        _ when names.Contains("Resource'", StringComparison.Ordinal) => "MISSING_RESOURCE",
        _ => null,
    };

    private static string? OfForbidden(string element, PolicyType type) => (type, element) switch
    {
        (PolicyType.ServiceControl, "Principal" or "NotPrincipal") => "SCP_SYNTAX_ERROR_PRINCIPAL",
        (PolicyType.ResourceControl, "NotPrincipal") => "RCP_SYNTAX_ERROR_PRINCIPAL",
        (PolicyType.ResourceControl, "NotAction") => "RCP_SYNTAX_ERROR_NOTACTION",
        (PolicyType.Trust, "NotPrincipal") => "ROLE_TRUST_POLICY_SYNTAX_ERROR_NOTPRINCIPAL",
        (PolicyType.Trust, "Resource" or "NotResource") => "ROLE_TRUST_POLICY_SYNTAX_ERROR_RESOURCE",
        (PolicyType.Identity or PolicyType.Managed or PolicyType.PermissionsBoundary or PolicyType.Session or PolicyType.ScopeDown, "Principal" or "NotPrincipal") => "UNSUPPORTED_PRINCIPAL",
        _ => null,
    };

    private static string? OfEmpty(string path)
    {
        if (path == "Statement") return "MISSING_STATEMENT";
        return NameAt(path) switch
        {
            "Action" or "NotAction" => "EMPTY_ARRAY_ACTION",
            "Resource" or "NotResource" => "EMPTY_ARRAY_RESOURCE",
            "Principal" or "NotPrincipal" => "EMPTY_OBJECT_PRINCIPAL",
            _ when path.Contains("Principal.", StringComparison.Ordinal) => "EMPTY_ARRAY_PRINCIPAL",
            _ => null,
        };
    }

    /// <summary>AWS names the set operator before IfExists.</summary>
    private static string OfEmptyValues(string path)
    {
        ReadOnlySpan<char> op = path.AsSpan(path.IndexOf("Condition.", StringComparison.Ordinal) + "Condition.".Length);
        int end = op.IndexOf('.');
        if (end >= 0) op = op[..end];
        return op switch
        {
            _ when op.StartsWith("ForAllValues:") => "EMPTY_ARRAY_CONDITION_FORALLVALUES",
            _ when op.StartsWith("ForAnyValue:") => "EMPTY_ARRAY_CONDITION_FORANYVALUE",
            _ when op.EndsWith("IfExists") => "EMPTY_ARRAY_CONDITION_IFEXISTS",
            _ => "EMPTY_ARRAY_CONDITION",
        };
    }

    private static string OfResource(string text)
    {
        if (!text.StartsWith("arn:", StringComparison.Ordinal)) return "INVALID_ARN_PREFIX";
        return text.Count(static c => c == ':') < 5 ? "MISSING_ARN_FIELD" : "INVALID_ARN_RESOURCE";
    }

    private static string? OfPrincipal(Diagnostic found, PolicyType type)
    {
        if (HasVariable(found)) return VariableInElement;
        return TextOf(found, 1) switch
        {
            "Service" => "INVALID_SERVICE_PRINCIPAL_FORMAT",
            "Federated" when type == PolicyType.Trust => "INVALID_FEDERATED_PRINCIPAL_SYNTAX_IN_ROLE_TRUST_POLICY",
            _ => null,
        };
    }

    /// <summary>The first variable of the text that is not well-formed tells.</summary>
    private static string? OfVariable(string text)
    {
        for (int open = text.IndexOf("${", StringComparison.Ordinal); open >= 0; open = text.IndexOf("${", open + 2, StringComparison.Ordinal))
        {
            int close = text.IndexOf('}', open);
            if (close < 0) return "MISSING_BRACE_IN_VARIABLE";
            string body = text[(open + 2)..close];
            int comma = body.IndexOf(',', StringComparison.Ordinal);
            string name = comma < 0 ? body : body[..comma];
            if (string.IsNullOrWhiteSpace(body)) return "EMPTY_VARIABLE";
            if (name.Any(char.IsWhiteSpace)) return "UNSUPPORTED_SPACE_IN_VARIABLE";
            if (comma >= 0 && body.Count(static c => c == '\'') != 2) return "MISSING_QUOTE_IN_VARIABLE";
        }

        return null;
    }

    private static string? OfSize(PolicyType type) => type switch
    {
        PolicyType.ServiceControl => "POLICY_SIZE_EXCEEDS_SCP_QUOTA",
        PolicyType.ResourceControl => "POLICY_SIZE_EXCEEDS_RCP_QUOTA",
        PolicyType.Trust => "POLICY_SIZE_EXCEEDS_ROLE_TRUST_POLICY_QUOTA",
        PolicyType.Resource or PolicyType.AccessPoint or PolicyType.VpcEndpoint => "POLICY_SIZE_EXCEEDS_RESOURCE_POLICY_QUOTA",
        _ => "POLICY_SIZE_EXCEEDS_IDENTITY_POLICY_QUOTA",
    };

    private static bool HasVariable(Diagnostic found) => TextOf(found, 0).Contains("${", StringComparison.Ordinal);

    private static string TextOf(Diagnostic found, int argument) => argument < found.Arguments.Length && found.Arguments[argument] is string text ? text : "";

    /// <summary>The last name of a path.</summary>
    private static string NameAt(string path) => path[(path.LastIndexOf('.') + 1)..];
}
