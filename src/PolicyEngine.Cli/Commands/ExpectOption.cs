using System.CommandLine;
using PolicyEngine.Cli.Running;

namespace PolicyEngine.Cli.Commands;

/// <summary>The option that says which answer must come.</summary>
internal static class ExpectOption
{
    private const string Denied = "denied";
    private const string Indeterminate = "indeterminate";
    private static readonly string[] Answers = ["allowed", Denied, "explicitDeny", "implicitDeny", Indeterminate];

    /// <summary>Makes the option.</summary>
    internal static Option<string?> Create()
    {
        Option<string?> option = ValueOption.One("--expect", "ANSWER", "The answer that must come, else the exit code is 1: allowed, denied (either way), explicitDeny, implicitDeny, each for certain; or indeterminate");
        option.CompletionSources.Add(Answers);
        option.Validators.Add(static result =>
        {
            if (result.Tokens.Count > 0 && !Answers.Contains(result.Tokens[^1].Value, StringComparer.Ordinal))
            {
                result.AddError($"'{result.Tokens[^1].Value}' is not a value of --expect, which takes {string.Join(", ", Answers)}.");
            }
        });
        return option;
    }

    /// <summary>True where an answer is the expected one, or none is expected.</summary>
    internal static bool IsMet(string? expected, CaseAnswer answer)
    {
        if (expected is null || answer is SkippedAnswer) return true;
        bool isCertain = answer switch
        {
            DecisionAnswer decided => decided.Decision.IsCertain,
            AuthorizationAnswer authorized => authorized.Decision.IsCertain,
            CallAnswer call => call.IsCertain,
            LayerAnswer layer => layer.IsCertain,
            _ => true,
        };
        if (expected == Indeterminate) return !isCertain;
        return isCertain && (answer.Word == expected || (expected == Denied && answer.Word is "explicitDeny" or "implicitDeny"));
    }
}
