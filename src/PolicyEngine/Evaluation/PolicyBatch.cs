using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.InteropServices;
using PolicyEngine.Evaluation;

namespace PolicyEngine;

/// <summary>Decides many requests by the same policies, on several cores at once.</summary>
/// <remarks>Immutable and safe for concurrent use. Requests are handed out in runs, and each decision goes to the index of its request, so that
/// the results are those that <see cref="PolicyEvaluator"/> gives one by one, in order. Beside the results nothing is allocated for a request. The
/// calling thread takes part, and returns when all is decided.</remarks>
public sealed class PolicyBatch
{
    private readonly PolicyEvaluator evaluator;
    private readonly int maxThreads;
    private readonly IProgress<int>? progress;

    /// <summary>Makes a batch.</summary>
    /// <param name="evaluator">What decides each request.</param>
    /// <param name="progress">Told how many requests are decided: growing numbers, by one thread at a time, from whichever thread decided them, and
    /// at last all of them; default none. It should return soon, as other threads wait for it.</param>
    /// <param name="maxThreads">The most threads to use; default 0, one a core.</param>
    /// <exception cref="ArgumentNullException"><paramref name="evaluator"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="maxThreads"/> is negative.</exception>
    public PolicyBatch(PolicyEvaluator evaluator, IProgress<int>? progress = null, int maxThreads = 0)
    {
        ArgumentNullException.ThrowIfNull(evaluator);
        ArgumentOutOfRangeException.ThrowIfNegative(maxThreads);
        this.evaluator = evaluator;
        this.progress = progress;
        this.maxThreads = maxThreads == 0 ? Environment.ProcessorCount : maxThreads;
    }

    /// <summary>Decides requests by one policy.</summary>
    /// <param name="policy">The policy.</param>
    /// <param name="requests">The requests; they must not be exchanged before the call returns.</param>
    /// <param name="cancellationToken">Ends the batch before the next request of each thread.</param>
    /// <returns>The decisions, in the order of the requests.</returns>
    /// <exception cref="ArgumentNullException">The policy or a request is null.</exception>
    /// <exception cref="OperationCanceledException">The batch was cancelled.</exception>
    /// <exception cref="AggregateException">The logger or the progress threw.</exception>
    [SuppressMessage("ApiDesign", "RS0026", Justification = "The overloads differ in their first parameter, which has no default.")]
    public ImmutableArray<PolicyDecision> EvaluateAll(CompiledPolicy policy, ReadOnlyMemory<AuthorizationRequest> requests, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(policy);
        PolicyDecision[] decisions = new PolicyDecision[requests.Length];
        Run(requests, decisions, request => evaluator.Evaluate(policy, request), cancellationToken);
        return ImmutableCollectionsMarshal.AsImmutableArray(decisions);
    }

    /// <summary>Decides requests by all policies of a set.</summary>
    /// <param name="policies">The policies.</param>
    /// <param name="requests">The requests; they must not be exchanged before the call returns.</param>
    /// <param name="cancellationToken">Ends the batch before the next request of each thread.</param>
    /// <returns>The decisions, in the order of the requests.</returns>
    /// <exception cref="ArgumentNullException">The set of policies or a request is null.</exception>
    /// <exception cref="OperationCanceledException">The batch was cancelled.</exception>
    /// <exception cref="AggregateException">The logger or the progress threw.</exception>
    [SuppressMessage("ApiDesign", "RS0026", Justification = "The overloads differ in their first parameter, which has no default.")]
    public ImmutableArray<AuthorizationDecision> EvaluateAll(
        CompiledPolicySet policies, ReadOnlyMemory<AuthorizationRequest> requests, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(policies);
        AuthorizationDecision[] decisions = new AuthorizationDecision[requests.Length];
        Run(requests, decisions, request => evaluator.Evaluate(policies, request), cancellationToken);
        return ImmutableCollectionsMarshal.AsImmutableArray(decisions);
    }

    /// <summary>The batch in a few words.</summary>
    /// <returns>Such as <c>batch on at most 8 threads</c>.</returns>
    public override string ToString() => $"batch on at most {maxThreads} threads";

    private void Run<TDecision>(
        ReadOnlyMemory<AuthorizationRequest> requests, TDecision[] decisions, Func<AuthorizationRequest, TDecision> decide, CancellationToken cancellationToken)
    {
        foreach (AuthorizationRequest request in requests.Span) ArgumentNullException.ThrowIfNull(request, nameof(requests));
        cancellationToken.ThrowIfCancellationRequested();
        BatchRuns runs = new(requests.Length, progress);
        ParallelOptions options = new() { MaxDegreeOfParallelism = maxThreads, CancellationToken = cancellationToken };
        Parallel.For(0, Math.Min(maxThreads, runs.Count), options, _ =>
        {
            while (runs.TryTake(out Range range))
            {
                ReadOnlySpan<AuthorizationRequest> own = requests.Span[range];
                Span<TDecision> ownDecisions = decisions.AsSpan(range);
                for (int i = 0; i < own.Length; i++)
                {
                    cancellationToken.ThrowIfCancellationRequested();
                    ownDecisions[i] = decide(own[i]);
                }

                runs.Complete(own.Length);
            }
        });
    }
}
