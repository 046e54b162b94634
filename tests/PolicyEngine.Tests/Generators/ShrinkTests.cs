using FsCheck;
using PolicyEngine.FsCheck;
using PolicyEngine.Syntax;

namespace PolicyEngine.Tests.Generators;

/// <summary>Every shrunk value is valid and smaller, so that shrinking ends.</summary>
public class ShrinkTests
{
    public static TheoryData<PolicyType> Types => [.. Enum.GetValues<PolicyType>()];

    [Theory]
    [MemberData(nameof(Types))]
    public void Documents_shrink_to_valid_shorter_ones(PolicyType type) => Shrinks(PolicyGen.Document(type), PolicyShrink.Document, SizeOf.Document, IsValid, 100);

    [Fact]
    public void Statements_shrink() => Shrinks(PolicyGen.Statement(), static s => PolicyShrink.Statement(s), SizeOf.Statement, static s => IsValid(Alone(s)), 100);

    [Fact]
    public void Conditions_shrink() => Shrinks(PolicyGen.Condition, PolicyShrink.Condition, SizeOf.Condition, static c => c.Clauses.Count > 0, 100);

    [Fact]
    public void Principals_shrink() => Shrinks(PolicyGen.Principal, PolicyShrink.Principal, SizeOf.Principal, static p => p.IsEveryone || p.Groups.Count > 0, 200);

    [Fact]
    public void Sets_shrink() => Shrinks(PolicyGen.Set, PolicyShrink.Set, SizeOf.Set, static _ => true, 10);

    [Fact]
    public void Requests_shrink() => Shrinks(RequestGen.Request, PolicyShrink.Request, SizeOf.Request, static r => !RequestConsistency.FindFaults(r).Any(static fault => fault.IsError), 100);

    [Fact]
    public void Callers_and_contexts_shrink()
    {
        Shrinks(RequestGen.Principal, PolicyShrink.Caller, SizeOf.Caller, static _ => true, 100);
        Shrinks(RequestGen.Context, PolicyShrink.Context, SizeOf.Context, static _ => true, 100);
    }

    [Fact]
    public void Texts_shrink()
    {
        Shrinks(TextGen.Arn, PolicyShrink.Arn, static text => text.Length, static text => Arn.TryParse(text, out _), 100);
        Shrinks(TextGen.ResourcePattern, PolicyShrink.Pattern, static text => text.Length, static text => text.Length > 0, 100);
    }

    [Fact]
    public void Endpoints_and_inventories_shrink()
    {
        Shrinks(EndpointGen.Endpoint, PolicyShrink.Endpoint, SizeOf.Endpoint, static e => e.CarriesApiCalls && (e.HasDefaultPolicy || IsValid(e.Policy)), 50);
        Shrinks(EndpointGen.Inventory, PolicyShrink.Inventory, SizeOf.Inventory, static i => i.IsComplete, 20);
    }

    [Fact]
    public void Calls_shrink_to_calls_that_can_come_up() =>
        Shrinks(EndpointGen.Call, PolicyShrink.Call, SizeOf.Call, static c => !c.ToBuilder().FindFaults().Any(static fault => fault.IsError), 50);

    [Fact]
    public void Situations_shrink_to_situations_that_can_be() => Shrinks(SituationTests.Near, PolicyShrink.Situation, SizeOf.Situation, static s => s.CanBe(), 5);

    [Fact]
    public void Cases_shrink()
    {
        Shrinks(NearGen.AnyCase, static c => PolicyShrink.Case(c), SizeOf.Case, static c => IsValid(c.Document), 50);
        Shrinks(NearGen.AuthorizationCase, static c => PolicyShrink.Case(c), SizeOf.Case, static _ => true, 5);
    }

    /// <summary>A property that fails shrinks to what it is about.</summary>
    [Fact]
    public void A_document_shrinks_to_the_statement_that_matters()
    {
        PolicyDocument smallest = Samples.Of(PolicyGen.Document(PolicyType.Identity), 200).First(HasDeny);
        while (PolicyShrink.Document(smallest).FirstOrDefault(HasDeny) is { } smaller) smallest = smaller;
        Assert.Equal("""{"Statement":{"Effect":"Deny","Action":"*","Resource":"*"}}""", PolicyWriter.Write(smallest with { Version = null }));

        static bool HasDeny(PolicyDocument document) => document.Statements.Any(static s => s.Effect == Effect.Deny);
    }

    /// <summary>What no parser takes shrinks too, to anything.</summary>
    [Fact]
    public void A_defective_document_shrinks()
    {
        PolicyDocument defective = new() { Type = PolicyType.Identity, Statements = [new Statement { Effect = Effect.Deny, Action = new ActionElement { Patterns = [new TextValue { Text = ":::" }] } }] };
        Assert.All(PolicyShrink.Document(defective), smaller => Assert.InRange(SizeOf.Document(smaller), 1, SizeOf.Document(defective) - 1));
        Assert.NotEmpty(PolicyShrink.Document(defective));
    }

    /// <summary>Checks all that some values shrink to, and goes down from them by every third candidate to the end.</summary>
    private static void Shrinks<T>(Gen<T> generator, Func<T, IEnumerable<T>> shrink, Func<T, int> measure, Func<T, bool> isValid, int count)
    {
        int candidates = 0;
        foreach (T value in Samples.Of(generator, count))
        {
            T current = value;
            for (T[] smaller = [.. shrink(current)]; smaller.Length > 0; smaller = [.. shrink(current)])
            {
                candidates += smaller.Length;
                foreach (T candidate in smaller)
                {
                    Assert.True(measure(candidate) < measure(current), $"{candidate} is not smaller than {current}");
                    Assert.True(isValid(candidate), $"{candidate} is not valid, from {current}");
                }

                current = smaller[measure(current) % 3 * (smaller.Length - 1) / 2];
            }
        }

        Assert.InRange(candidates, count / 3, int.MaxValue);
    }

    private static PolicyDocument Alone(Statement statement) => new() { Type = PolicyType.Identity, Version = PolicyVersion.Version2012, Statements = SyntaxList.Single(statement) };

    private static bool IsValid(PolicyDocument document) =>
        PolicyParser.Parse(PolicyText.FromString(PolicyWriter.Write(document)), new PolicyParserOptions { Type = document.Type, Quota = PolicyQuota.None }).Value == document;
}
