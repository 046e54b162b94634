namespace PolicyEngine.FsCheck;

/// <summary>A policy set and a request near it.</summary>
/// <remarks>Immutable. The text of a case is all that is needed to see why a property fails.</remarks>
/// <param name="Policies">The policies.</param>
/// <param name="Request">The request.</param>
/// <param name="Options">What the evaluator is told; generated cases have <see cref="AuthorizationOptions.Default"/>.</param>
public sealed record AuthorizationCase(PolicySet Policies, AuthorizationRequest Request, AuthorizationOptions Options)
{
    /// <summary>Asks the library.</summary>
    /// <returns>What all policies together decide.</returns>
    public AuthorizationDecision Decide() => new PolicyEvaluator(options: Options).Evaluate(PolicyCompiler.Compile(Policies), Request);

    /// <summary>The policies as text, all of the request, and the options.</summary>
    /// <returns>Some lines.</returns>
    public override string ToString() => string.Join('\n', PolicySetText.Of(Policies), RequestText.Of(Request),
        $"options: unlisted services {Options.TreatsUnlistedServicesAsResourceControlled}, need resource policies [{string.Join(", ", Options.ServicesThatNeedResourcePolicies)}]");
}
