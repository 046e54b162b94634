using System.Collections.Immutable;
using System.CommandLine;
using PolicyEngine.Cli.Cases;
using PolicyEngine.Cli.Running;

namespace PolicyEngine.Cli.Commands;

/// <summary>Answers the one question that the options of <c>explain</c> ask.</summary>
internal static class QuestionRunner
{
    private const string NoPath = "note: it is not told over which network the call comes, so that network keys are unknown and no endpoint policy is asked";

    /// <summary>Answers it.</summary>
    /// <exception cref="InputException">A file cannot be read, or facts contradict each other.</exception>
    /// <exception cref="UsageException">An option is of no use for the question.</exception>
    internal static async Task<ExitCode> RunAsync(CliConsole console, ParseResult parsed, CallOptions question, SituationOptions options, string? expected, AnswerWriter answers, CancellationToken cancellation)
    {
        VpcEndpointInventory inventory = await options.ReadInventoryAsync(parsed, console, cancellation).ConfigureAwait(false);
        Situation situation = await options.ReadAsync(parsed, console, inventory, question.EndpointOf(parsed), cancellation).ConfigureAwait(false);
        string? endpoint = question.EndpointOf(parsed);
        bool isSound = question.ToCall(parsed, inventory, situation.Keys).TryBuild(out AuthorizationRequest request, out ImmutableArray<RequestFault> faults);
        foreach (RequestFault fault in faults) console.Complain(fault.IsError ? fault.ToString() : $"warning: {fault}");
        foreach (string doubt in question.FindDoubts(parsed)) console.Complain($"warning: {doubt}");
        if (!isSound) return ExitCode.BadInput;
        if (!situation.Policies.HasPolicies(request.Endpoint)) throw new UsageException("the question has no policies; name some, such as by --identity, or tell that a kind is unknown by --unknown");
        CaseAnswer answer = CaseRunner.Answer(ToReading(request, situation.Keys, endpoint is null ? 0 : situation.Policies.InventoryUse), situation);
        if (answer is not FaultAnswer && situation.Policies.Uses.FindUnused().FirstOrDefault() is { } unused) throw new UsageException(unused);
        if (!question.SaysPath(parsed)) console.Complain(NoPath);
        answers.Write(answer);
        return answer is FaultAnswer ? ExitCode.BadInput : ExpectOption.IsMet(expected, answer) ? ExitCode.Success : ExitCode.Failed;
    }

    /// <summary>The question as a case. What the options tell of condition keys is in its request already.</summary>
    private static CaseReading ToReading(AuthorizationRequest request, GivenKeys keys, ulong used)
    {
        PolicyText text = PolicyText.FromString("", "command line");
        CallCase asked = new()
        {
            Id = null,
            Text = text,
            Level = null,
            Policies = null,
            Call = Call.Of(request),
            Expected = null,
            Used = used | keys.UnknownUse | keys.AbsentUse | keys.OrganizationUse,
        };
        return new CaseReading { Text = text, Case = asked };
    }
}
