using PolicyEngine.Compilation;
using PolicyEngine.Primitives;

namespace PolicyEngine.Tests.Compilation;

/// <summary>The slots of a set, by kind.</summary>
public class PolicySetTests
{
    [Fact]
    public void With_sets_the_slot_of_its_kind_and_no_other()
    {
        foreach (PolicyKind kind in Enum.GetValues<PolicyKind>())
        {
            PolicySet set = new PolicySet().With(kind, PolicySlot.NotKnown);
            Assert.All(Enum.GetValues<PolicyKind>(), other => Assert.Equal(other == kind ? PolicySlot.NotKnown : PolicySlot.NotAttached, set[other]));
        }
    }

    [Fact]
    public void There_is_no_slot_of_another_kind()
    {
        Assert.Throws<ArgumentOutOfRangeException>(static () => new PolicySet()[(PolicyKind)7]);
        Assert.Throws<ArgumentOutOfRangeException>(static () => new PolicySet().With((PolicyKind)7, PolicySlot.NotKnown));
    }
}
