using PolicyEngine.Language;

namespace PolicyEngine.Tests.Policies;

/// <summary>What is attached to a set, by kind.</summary>
public class PolicySetTests
{
    [Fact]
    public void With_sets_the_slot_of_its_kind_and_no_other()
    {
        foreach (PolicyType kind in PolicySet.Types)
        {
            PolicySet set = new PolicySet().With(kind, AttachedPolicies.Unknown);
            Assert.All(PolicySet.Types, other => Assert.Equal(other == kind || other == PolicyType.AccessPoint ? AttachedPolicies.Unknown : AttachedPolicies.None, set[other]));
        }
    }

    [Fact]
    public void There_is_no_slot_of_another_kind()
    {
        Assert.Throws<ArgumentOutOfRangeException>(static () => new PolicySet()[PolicyType.Managed]);
        Assert.Throws<ArgumentOutOfRangeException>(static () => new PolicySet().With(PolicyType.Managed, AttachedPolicies.Unknown));
        Assert.Equal(Enumerable.Range(0, PolicyTypeSet.Count).Select(static index => (PolicyType)index), PolicySet.Types);
    }

    /// <summary>A document can be attached as its own type, and as no type of another grammar.</summary>
    [Fact]
    public void A_document_stands_where_its_type_fits()
    {
        PolicyType[] grantees = [PolicyType.Identity, PolicyType.PermissionsBoundary, PolicyType.Session, PolicyType.ScopeDown];
        foreach (PolicyType kind in PolicySet.Types)
        {
            AttachedPolicies slot = AttachedPolicies.Of(new PolicyDocument { Type = kind, Statements = [] });
            foreach (PolicyType other in PolicySet.Types)
            {
                bool fits = other == kind || (other == PolicyType.AccessPoint && kind == PolicyType.Resource) || (grantees.Contains(kind) && grantees.Contains(other));
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
        Assert.Equal("policies", Assert.Throws<ArgumentNullException>(static () => new PolicySet().With(PolicyType.Identity, null!)).ParamName);
        Assert.Contains("What is attached as Identity is null", Assert.Throws<ArgumentException>(static () => PolicyCompiler.Compile(new PolicySet { Identity = null! })).Message, StringComparison.Ordinal);
    }
}
