using System.Collections.Immutable;
using PolicyEngine.Cli.Cases;

namespace PolicyEngine.Cli.Running;

/// <summary>Calls of which it is asked whether a suggestion would let them pass, too.</summary>
/// <param name="Calls">The requests that could be read, with their names.</param>
internal sealed record OtherCalls(ImmutableArray<OtherCalls.Named> Calls)
{
    private static readonly PolicyEvaluator Evaluator = new();

    /// <summary>Reads them from a file of cases or request lines.</summary>
    /// <returns>The calls, and a sentence for each that could not be read.</returns>
    /// <exception cref="InputException">The file cannot be read.</exception>
    internal static async Task<(OtherCalls Calls, List<string> Faults)> ReadAsync(string file, CliConsole console, GivenKeys given, CancellationToken cancellation)
    {
        ImmutableArray<Named>.Builder calls = ImmutableArray.CreateBuilder<Named>();
        List<string> faults = [];
        await foreach (CaseReading reading in CaseStream.ReadAsync(file, console, given, cancellation).ConfigureAwait(false))
        {
            if (reading.Case is SkippedCase) continue;
            string name = reading.Id ?? $"{reading.Text.Name}:{reading.Text.GetPosition(0)}";
            AuthorizationRequest[] requests = reading.Case switch
            {
                CallCase call => [.. call.Call.ToRequests()],
                AuthorizationCase question => [question.Request],
                _ => [],
            };
            if (requests.Length == 0) faults.Add($"'{TerminalText.Of(name)}' is no call: {TerminalText.Of(reading.Fault?.Message ?? "it asks for one document")}");
            else calls.Add(new Named(name, [.. requests], reading.Case is not CallCase { Call.Resources: null }));
        }

        return (new OtherCalls(calls.ToImmutable()), faults);
    }

    /// <summary>The calls that a suggestion lets in besides the one that it is for.</summary>
    /// <param name="before">The policies as they are.</param>
    /// <param name="suggestions">The suggestion.</param>
    /// <param name="asked">The request that it is for.</param>
    internal ImmutableArray<Opened> FindOpened(PolicySet before, RequestSuggestions suggestions, AuthorizationRequest asked)
    {
        ImmutableArray<Opened>.Builder opened = ImmutableArray.CreateBuilder<Opened>();
        Dictionary<ulong, (CompiledPolicySet Before, CompiledPolicySet After)> compiled = [];
        foreach (Named call in Calls)
        {
            // A resource that is unknown may be the one that was asked for.
            AuthorizationRequest[] requests = [.. call.Requests.Select(own => call.HasResource ? own : On(own, asked.Resource))];
            AuthorizationDecision now = AuthorizationDecision.Combine([.. requests.Select(own => Evaluator.Evaluate(For(own).Before, own))]);
            AuthorizationDecision then = AuthorizationDecision.Combine([.. requests.Select(own => Evaluator.Evaluate(For(own).After, own))]);
            bool isSame = call.HasResource && requests.All(own => own.Action == asked.Action && own.Resource == asked.Resource && !IsOtherCaller(asked, own));
            if (!isSame && then.BestCase == Decision.Allowed && now.BestCase != Decision.Allowed) opened.Add(new Opened(call.Name, then.IsAllowed && call.HasResource));
        }

        return opened.ToImmutable();

        (CompiledPolicySet Before, CompiledPolicySet After) For(AuthorizationRequest request)
        {
            PolicyType[] strange = [.. FindStrange(asked, request).Where(kind => before[kind].IsAttached || suggestions.Policies[kind].IsAttached)];
            ulong key = strange.Aggregate(0UL, static (bits, kind) => bits | (1UL << (int)kind));
            if (!compiled.TryGetValue(key, out (CompiledPolicySet, CompiledPolicySet) both))
            {
                both = (PolicyCompiler.Compile(Forget(before, strange)), PolicyCompiler.Compile(Forget(suggestions.Policies, strange)));
                compiled.Add(key, both);
            }

            return both;
        }
    }

    private static AuthorizationRequest On(AuthorizationRequest request, string resource) => new(request.Principal, request.Action, resource, request.Context)
    {
        ResourceAccount = request.ResourceAccount,
        IsResourceInManagementAccount = request.IsResourceInManagementAccount,
        Endpoint = request.Endpoint,
    };

    private static PolicySet Forget(PolicySet set, IEnumerable<PolicyType> kinds) => kinds.Aggregate(set, static (own, kind) => own.With(kind, AttachedPolicies.Unknown));

    /// <summary>The kinds whose policies are those of the request that was asked for, and nobody knows of another: of its caller, its account, its endpoint.</summary>
    private static IEnumerable<PolicyType> FindStrange(AuthorizationRequest asked, AuthorizationRequest other)
    {
        bool isOtherCaller = IsOtherCaller(asked, other);
        if (isOtherCaller) yield return PolicyType.Identity;
        if (isOtherCaller) yield return PolicyType.PermissionsBoundary;
        if (isOtherCaller || asked.Principal != other.Principal) yield return PolicyType.Session;
        if (isOtherCaller || asked.Principal != other.Principal) yield return PolicyType.ScopeDown;
        if (asked.Principal.Account != other.Principal.Account) yield return PolicyType.ServiceControl;
        if (other.Endpoint is not null && asked.Endpoint?.Id != other.Endpoint.Id) yield return PolicyType.VpcEndpoint;
    }

    private static bool IsOtherCaller(AuthorizationRequest asked, AuthorizationRequest other) =>
        (asked.Principal.RoleArn ?? asked.Principal.Arn)?.Text != (other.Principal.RoleArn ?? other.Principal.Arn)?.Text;

    /// <summary>A call with its name.</summary>
    /// <param name="Name">The id of the case, or its place.</param>
    /// <param name="Requests">Its checks.</param>
    /// <param name="HasResource">False where its resource is unknown.</param>
    internal sealed record Named(string Name, ImmutableArray<AuthorizationRequest> Requests, bool HasResource);

    /// <summary>A call that a suggestion lets in.</summary>
    /// <param name="Name">The id of the case, or its place.</param>
    /// <param name="IsCertain">False where it depends on what is unknown.</param>
    internal readonly record struct Opened(string Name, bool IsCertain);
}
