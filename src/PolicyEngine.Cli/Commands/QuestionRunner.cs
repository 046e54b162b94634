using System.Collections.Immutable;
using System.CommandLine;
using PolicyEngine.Cli.Cases;
using PolicyEngine.Cli.Output;
using PolicyEngine.Cli.Running;

namespace PolicyEngine.Cli.Commands;

/// <summary>Answers the one question that the options of <c>explain</c> ask.</summary>
internal static class QuestionRunner
{
    private const string NoPolicies = "the question has no policies; name some, such as by --identity, or tell that a kind is unknown by --unknown";
    private const string NoPath = "note: nobody says over which network the call comes, so that network keys are unknown and no endpoint policy is asked";

    /// <summary>Answers it.</summary>
    /// <exception cref="InputException">A file cannot be read.</exception>
    internal static async Task<int> RunAsync(CliConsole console, ParseResult parsed, CallOptions question, DefaultsOptions defaults, CancellationToken cancellation)
    {
        VpcEndpointInventory inventory = await defaults.ReadInventoryAsync(parsed, console, cancellation).ConfigureAwait(false);
        CasePolicies policies = await defaults.Policies.ReadAsync(parsed, console, cancellation).ConfigureAwait(false);
        foreach (PolicyType kind in question.UnknownKinds(parsed))
        {
            if (policies.TryGet(kind, out _)) throw new InputException($"the policies of the kind '{PolicyTypeNames.NameOf(kind)}' are given, and said to be unknown");
            policies.Set(kind, null);
        }

        bool hasPolicies = defaults.Policies.IsUsed(parsed) || question.UnknownKinds(parsed).Any() || question.FindEndpoint(parsed, inventory) is not null;
        if (!hasPolicies)
        {
            console.Complain(NoPolicies);
            return (int)ExitCode.Usage;
        }

        bool isSound = question.ToCall(parsed, inventory).TryBuild(out AuthorizationRequest request, out ImmutableArray<RequestFault> faults);
        foreach (RequestFault fault in faults) console.Complain(fault.IsError ? fault.ToString() : $"warning: {fault}");
        if (!isSound) return (int)ExitCode.BadInput;
        if (!question.SaysPath(parsed)) console.Complain(NoPath);
        CaseAnswer answer = CaseRunner.Answer(ToReading(request), new PolicyDefaults(new PolicySource(policies, defaults.Policies.LevelOf(parsed)), inventory));
        AnswerView.Draw(Screen.On(console), answer);
        return (int)(answer is FaultAnswer ? ExitCode.BadInput : ExitCode.Success);
    }

    private static CaseReading ToReading(AuthorizationRequest request)
    {
        PolicyText text = PolicyText.FromString("", "command line");
        CallCase asked = new() { Id = null, Text = text, Level = ParseLevel.Strict, Policies = null, Call = Call.Of(request), Expected = null };
        return new CaseReading { Text = text, Case = asked };
    }
}
