using PolicyEngine.Workloads.Naive;

namespace PolicyEngine.Workloads;

/// <summary>Policies and requests to measure with; each form is made when it is first asked for.</summary>
public sealed class Workload
{
    private readonly Lazy<PolicySet> source;
    private readonly Lazy<CompiledPolicySet> set;
    private readonly Lazy<CompiledPolicy> policy;
    private readonly Lazy<AuthorizationRequest[]> prepared;
    private readonly Lazy<NaiveRequest[]> naive;

    internal Workload(string name, WorkloadPolicy[] policies, RequestTexts[] requests)
    {
        Name = name;
        Policies = policies;
        Requests = requests;
        source = new(MakeSource);
        set = new(() => PolicyCompiler.Compile(Source));
        policy = new(() => PolicyCompiler.Compile(Document));
        prepared = new(() => [.. Requests.Select(static request => request.Build())]);
        naive = new(() => [.. Requests.Select(static request => new NaiveRequest(request))]);
    }

    /// <summary>The name, such as <c>W1</c>.</summary>
    public string Name { get; }

    /// <summary>The policies as JSON.</summary>
    public IReadOnlyList<WorkloadPolicy> Policies { get; }

    /// <summary>The requests as strings.</summary>
    public IReadOnlyList<RequestTexts> Requests { get; }

    /// <summary>True where the workload is one document, which decides alone.</summary>
    public bool IsSingle => Policies.Count == 1;

    /// <summary>The policies parsed, in their slots.</summary>
    public PolicySet Source => source.Value;

    /// <summary>The only document.</summary>
    public PolicyDocument Document => Source[Policies.Single().Kind].Levels[0].Documents[0];

    /// <summary>All policies compiled together.</summary>
    public CompiledPolicySet Set => set.Value;

    /// <summary>The only document, compiled.</summary>
    public CompiledPolicy Policy => policy.Value;

    /// <summary>The requests made ready.</summary>
    public AuthorizationRequest[] Prepared => prepared.Value;

    /// <summary>The requests as the naive interpreter takes them.</summary>
    public NaiveRequest[] NaiveRequests => naive.Value;

    private PolicySet MakeSource() => PolicySet.Types.Aggregate(new PolicySet(), (set, kind) => set.With(kind, SlotOf(kind)));

    private AttachedPolicies SlotOf(PolicyType kind)
    {
        PolicyLevel[] levels =
        [
            .. Policies.Where(policy => policy.Kind == kind).GroupBy(static policy => policy.Level, StringComparer.Ordinal)
                .Select(static level => new PolicyLevel(level.Key, [.. level.Select(static policy => policy.Parse())])),
        ];
        return levels.Length == 0 ? AttachedPolicies.None : AttachedPolicies.OfLevels(levels);
    }
}
