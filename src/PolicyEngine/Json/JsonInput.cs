using PolicyEngine.Syntax;
using PolicyEngine.Syntax.Parsing;

namespace PolicyEngine.Json;

/// <summary>JSON that is no policy, read with the tokens and diagnostics of the policy parser.</summary>
internal static class JsonInput
{
    internal static ParseContext CreateContext(PolicyText text, int maxBytes, int maxDepth, int maxDiagnostics) => new(text, new PolicyParserOptions
    {
        Type = PolicyType.VpcEndpoint,
        Mode = ParseMode.Stored,
        LimitsCharacters = false,
        Quota = PolicyQuota.None,
        MaxBytes = maxBytes,
        MaxDepth = maxDepth,
        MaxDiagnostics = maxDiagnostics,
    });
}
