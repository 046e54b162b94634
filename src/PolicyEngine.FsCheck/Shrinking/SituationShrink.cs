namespace PolicyEngine.FsCheck.Shrinking;

/// <summary>Smaller situations: policies and call as they shrink alone, and only what AWS could see of one that AWS could see.</summary>
internal static class SituationShrink
{
    internal static IEnumerable<Situation> Of(Situation situation) => situation.CanBe() ? Candidates(situation).Where(static smaller => smaller.CanBe()) : Candidates(situation);

    private static IEnumerable<Situation> Candidates(Situation situation)
    {
        AccessPoint slot = situation.Policies.AccessPoint;
        AccessPoint bare = new() { Policies = slot.Policies };
        if (slot != bare) yield return situation with { Policies = situation.Policies with { AccessPoint = bare } };
        foreach (PolicySet smaller in SetShrink.Of(situation.Policies)) yield return situation with { Policies = smaller };
        foreach (ApiCall smaller in EndpointShrink.Of(situation.Call)) yield return situation with { Call = smaller };
    }
}
