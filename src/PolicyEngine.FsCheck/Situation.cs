namespace PolicyEngine.FsCheck;

/// <summary>Policies and a call in a situation: who calls, on which way, for a resource of whom, through an access point or not, with credentials that are
/// scoped down or not.</summary>
/// <remarks>Immutable. What belongs to the situation stands in the slots of the policies that are the situation's own: <see cref="PolicySet.AccessPoint"/> and
/// <see cref="PolicySet.ScopeDown"/>, and the policy of the endpoint of the call; the others are those that the situation was made near.</remarks>
/// <param name="Policies">The policies.</param>
/// <param name="Call">The call.</param>
public sealed record Situation(PolicySet Policies, ApiCall Call)
{
    /// <summary>Asks the library.</summary>
    /// <returns>What all policies together decide.</returns>
    public AuthorizationDecision Decide() => new PolicyEvaluator().Evaluate(PolicyCompiler.Compile(Policies), Call.Build());

    /// <summary>The policies as text, and the call.</summary>
    /// <returns>Some lines.</returns>
    public override string ToString()
    {
        AccessPoint slot = Policies.AccessPoint;
        string bucket = slot.BucketArn is null ? "" : $"\naccess point: of {slot.BucketArn}, which {slot.BucketAccount ?? "an unknown account"} owns, origin {slot.Origin} {slot.VpcId}";
        return $"{PolicySetText.Of(Policies)}{bucket}\n{Call}";
    }

    /// <summary>True where AWS could see such a call with such policies.</summary>
    internal bool CanBe() => Call.FindErrors().Length == 0 && Policies.FindFaults(Call.Build()).IsEmpty;
}
