using System.Collections.Immutable;
using System.CommandLine;
using PolicyEngine.Cli.Cases;
using PolicyEngine.Cli.Running;

namespace PolicyEngine.Cli.Commands;

/// <summary>Answers the one question that the options of <c>explain</c> ask.</summary>
internal static class QuestionRunner
{
    /// <summary>The scope of an endpoint policy that is given without an id, and without a path that would name the endpoint.</summary>
    private const string UntoldEndpoint = "";

    private const string PathOptions = "--through, --source-ip or --on-behalf";
    private const string NoPathForPolicy = $"note: it is not told over which network the call comes, so that network keys are unknown, and whether it comes through the endpoint: give {PathOptions}";

    private const string NoPath = "note: it is not told over which network the call comes, so that network keys are unknown and no endpoint policy is asked";

    /// <summary>Answers it.</summary>
    /// <exception cref="InputException">A file cannot be read, or facts contradict each other.</exception>
    /// <exception cref="UsageException">An option is of no use for the question.</exception>
    internal static async Task<ExitCode> RunAsync(CliConsole console, ParseResult parsed, CallOptions question, SituationOptions options, string? expected, AnswerWriter answers, CancellationToken cancellation)
    {
        VpcEndpointInventory inventory = await options.ReadInventoryAsync(parsed, console, cancellation).ConfigureAwait(false);
        EndpointResolution? resolution = question.Resolve(parsed, inventory);
        string? endpoint = question.EndpointOf(parsed, resolution);
        ScopedFile[] endpointPolicies = [.. options.Policies.EndpointFiles(parsed)];
        bool lacksPath = endpointPolicies.Length > 0 && !question.SaysPath(parsed);
        string? ofPolicy = endpoint ?? (!lacksPath ? null : inventory.Endpoints is [{ Id: { } only }] ? only : UntoldEndpoint);
        Situation situation = await options.ReadAsync(parsed, console, inventory, ofPolicy, cancellation).ConfigureAwait(false);
        bool isSound = question.ToCall(parsed, inventory, situation.Keys, resolution).TryBuild(out AuthorizationRequest request, out ImmutableArray<RequestFault> faults);
        foreach (RequestFault fault in faults) console.Complain(fault.IsError ? fault.ToString() : $"warning: {fault}");
        foreach (string doubt in question.FindDoubts(parsed, resolution)) console.Complain($"warning: {doubt}");
        if (!isSound) return ExitCode.BadInput;
        if (!situation.Policies.HasPolicies(request.Endpoint)) throw new UsageException("the question has no policies; name some, such as by --identity, or tell that a kind is unknown by --unknown");
        Call call = Call.Of(request);
        ulong used = endpoint is null && resolution is null ? 0 : situation.Policies.InventoryUse;
        if (lacksPath)
        {
            // Whether the call comes through the endpoint is not told, so that the policy is not known to be asked. Alone it is asked all the same.
            string? alone = situation.Layer == PolicyType.VpcEndpoint && endpointPolicies is [var own] ? own.Scope is "" ? ofPolicy : own.Scope : null;
            call = call with { Endpoint = new RequestEndpoint(VpcEndpointType.Interface, alone) };
            used |= situation.Policies.UseOf(PolicyType.VpcEndpoint) | situation.Policies.InventoryUse;
        }

        CaseAnswer answer = CaseRunner.Answer(ToReading(call, situation.Keys, used), situation);
        if (answer is not FaultAnswer && situation.Policies.Uses.FindUnused().FirstOrDefault() is { } unused) throw new UsageException(unused);
        if (!question.SaysPath(parsed)) console.Complain(lacksPath ? NoPathForPolicy : NoPath);
        answers.Hints = dependency => situation.IsToldUnknown(dependency) ? null
            : lacksPath && dependency.Policies == PolicyType.VpcEndpoint ? $"{dependency.Name}: {PathOptions}"
            : DependencyHints.Of(dependency);
        answers.Write(answer, resolution);
        return answer is FaultAnswer ? ExitCode.BadInput : ExpectOption.IsMet(expected, answer) ? ExitCode.Success : ExitCode.Failed;
    }

    /// <summary>The question as a case. What the options tell of condition keys is in its request already.</summary>
    private static CaseReading ToReading(Call call, GivenKeys keys, ulong used)
    {
        PolicyText text = PolicyText.FromString("", "command line");
        CallCase asked = new()
        {
            Id = null,
            Text = text,
            Level = null,
            Policies = null,
            Call = call,
            Expected = null,
            Used = used | keys.UnknownUse | keys.AbsentUse | keys.OrganizationUse,
        };
        return new CaseReading { Text = text, Case = asked };
    }
}
