namespace PolicyEngine.Tests.Policies;

/// <summary>The slots of a set, by kind.</summary>
public class PolicySetTests
{
    [Fact]
    public void With_sets_the_slot_of_its_kind_and_no_other()
    {
        foreach (PolicyKind kind in Enum.GetValues<PolicyKind>())
        {
            PolicySet set = new PolicySet().With(kind, AttachedPolicies.Unknown);
            Assert.All(Enum.GetValues<PolicyKind>(), other => Assert.Equal(other == kind ? AttachedPolicies.Unknown : AttachedPolicies.None, set[other]));
        }
    }

    [Fact]
    public void There_is_no_slot_of_another_kind()
    {
        Assert.Throws<ArgumentOutOfRangeException>(static () => new PolicySet()[(PolicyKind)7]);
        Assert.Throws<ArgumentOutOfRangeException>(static () => new PolicySet().With((PolicyKind)7, AttachedPolicies.Unknown));
        Assert.Throws<ArgumentOutOfRangeException>(static () => PolicySet.TypeOf((PolicyKind)7));
    }

    /// <summary>A document can be attached as its own type, and as no type of another grammar.</summary>
    [Fact]
    public void A_document_stands_where_its_type_fits()
    {
        PolicyKind[] grantees = [PolicyKind.Identity, PolicyKind.PermissionsBoundary, PolicyKind.Session];
        foreach (PolicyKind kind in Enum.GetValues<PolicyKind>())
        {
            AttachedPolicies slot = AttachedPolicies.Of(new PolicyDocument { Type = PolicySet.TypeOf(kind), Statements = [] });
            foreach (PolicyKind other in Enum.GetValues<PolicyKind>())
            {
                bool fits = other == kind || (grantees.Contains(kind) && grantees.Contains(other));
                Exception? refusal = Record.Exception(() => PolicyCompiler.Compile(new PolicySet().With(other, slot)));
                Assert.Equal(fits, refusal is null);
                if (!fits) Assert.IsType<ArgumentException>(refusal);
            }
        }
    }

    [Fact]
    public void What_is_null_is_refused()
    {
        PolicyDocument document = new() { Type = PolicyType.Identity, Statements = [] };
        Assert.Equal("documents", Assert.Throws<ArgumentNullException>(() => AttachedPolicies.Of(document, null!)).ParamName);
        Assert.Equal("documents", Assert.Throws<ArgumentNullException>(() => new PolicyLevel("root", document, null!)).ParamName);
        Assert.Equal("levels", Assert.Throws<ArgumentNullException>(static () => AttachedPolicies.OfLevels(new PolicyLevel("root"), null!)).ParamName);
        Assert.Equal("slot", Assert.Throws<ArgumentNullException>(static () => new PolicySet().With(PolicyKind.Identity, null!)).ParamName);
        Assert.Contains("The slot Identity is null", Assert.Throws<ArgumentException>(static () => PolicyCompiler.Compile(new PolicySet { Identity = null! })).Message, StringComparison.Ordinal);
    }
}
