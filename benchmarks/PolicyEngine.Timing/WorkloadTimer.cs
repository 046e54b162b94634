using System.Diagnostics;
using PolicyEngine.Workloads;

namespace PolicyEngine.Timing;

/// <summary>Times a workload: the fastest of many batches, as other programs may use the machine too.</summary>
internal sealed class WorkloadTimer(Workload workload)
{
    private const int Batches = 400;
    private static readonly TimeSpan Batch = TimeSpan.FromMilliseconds(1);
    private readonly CompiledPolicy? policy = workload.IsSingle ? workload.Policy : null;
    private readonly CompiledPolicySet? set = workload.IsSingle ? null : workload.Set;
    private readonly PolicyEvaluator evaluator = new();
    private readonly RequestContextBuilder builder = new();
    private readonly AuthorizationRequestBuilder requests = new();

    internal double Prepared()
    {
        AuthorizationRequest[] prepared = workload.Prepared;
        return Fastest(() =>
        {
            int allowed = 0;
            foreach (AuthorizationRequest request in prepared) allowed += IsAllowed(request) ? 1 : 0;
            return allowed;
        });
    }

    internal double FromStrings()
    {
        IReadOnlyList<RequestTexts> texts = workload.Requests;
        return Fastest(() =>
        {
            int allowed = 0;
            for (int i = 0; i < texts.Count; i++) allowed += IsAllowed(texts[i].Build(builder)) ? 1 : 0;
            return allowed;
        });
    }

    internal double Refilled()
    {
        IReadOnlyList<RequestTexts> texts = workload.Requests;
        return Fastest(() =>
        {
            int allowed = 0;
            for (int i = 0; i < texts.Count; i++)
            {
                texts[i].Fill(requests);
                DecisionResult decision = policy is null ? evaluator.Evaluate(set!, requests) : evaluator.Evaluate(policy, requests);
                allowed += decision.IsAllowed ? 1 : 0;
            }

            return allowed;
        });
    }

    private bool IsAllowed(AuthorizationRequest request) => policy is null ? evaluator.Evaluate(set!, request).IsAllowed : evaluator.Evaluate(policy, request).IsAllowed;

    private double Fastest(Func<int> round)
    {
        int rounds = Warm(round);
        double fastest = double.MaxValue;
        for (int batch = 0; batch < Batches; batch++)
        {
            long start = Stopwatch.GetTimestamp();
            for (int i = 0; i < rounds; i++) round();
            fastest = Math.Min(fastest, Stopwatch.GetElapsedTime(start).TotalNanoseconds / rounds / workload.Requests.Count);
        }

        return fastest;
    }

    /// <summary>Runs until the code is compiled for good, and tells how many rounds fill a batch.</summary>
    private static int Warm(Func<int> round)
    {
        for (int i = 0; i < 200; i++)
        {
            round();
            Thread.Sleep(2);
        }

        int rounds = 1;
        while (true)
        {
            long start = Stopwatch.GetTimestamp();
            for (int i = 0; i < rounds; i++) round();
            if (Stopwatch.GetElapsedTime(start) > Batch) return rounds;
            rounds *= 2;
        }
    }
}
