using FsCheck;
using FsCheck.Fluent;
using PolicyEngine.FsCheck;
using PolicyEngine.Syntax;

namespace PolicyEngine.Tests.Generators;

/// <summary>What the generators of the package make is valid, varied, and the same for the same seed.</summary>
public class GeneratorTests
{
    public static TheoryData<PolicyType> Types => [.. Enum.GetValues<PolicyType>()];

    [Theory]
    [MemberData(nameof(Types))]
    public void Every_document_is_what_the_strict_parser_reads(PolicyType type) => Assert.All(Samples.Of(PolicyGen.Document(type), 2_000), Holds);

    [Theory]
    [MemberData(nameof(Types))]
    public void Every_document_near_a_request_is_what_the_strict_parser_reads(PolicyType type) =>
        Assert.All(Samples.Of(NearGen.Case(type), 2_000), static question => Holds(question.Document));

    [Fact]
    public void Every_document_of_a_set_is_valid_and_stands_in_a_slot_of_its_type() =>
        Assert.All(Samples.Of(PolicyGen.Set, 500), static set => Assert.All(
            PolicySet.Types.SelectMany(kind => set[kind].Levels).SelectMany(static level => level.Documents), Holds));

    [Fact]
    public void Every_request_and_every_call_can_come_up()
    {
        Assert.All(Samples.Of(RequestGen.Request, 5_000), static request => Assert.DoesNotContain(RequestConsistency.FindFaults(request), static fault => fault.IsError));
        Assert.All(Samples.Of(EndpointGen.Call, 5_000), static call => Assert.DoesNotContain(call.ToBuilder().FindFaults(), static fault => fault.IsError));
    }

    [Fact]
    public void Calls_take_every_way()
    {
        IReadOnlyList<ApiCall> calls = Samples.Of(EndpointGen.Call, 4_000);
        Assert.InRange(calls.Count(static c => c.Endpoint is not null), 1_500, 2_500);
        Assert.InRange(calls.Count(static c => c.SourceAddress is not null), 700, 1_800);
        Assert.InRange(calls.Count(static c => c.ForwardedBy.Count > 0), 300, 700);
        Assert.InRange(calls.Count(static c => c.Keys.Count > 0), 1_000, 4_000);
    }

    [Fact]
    public void Every_endpoint_carries_calls_and_has_a_valid_policy() => Assert.All(Samples.Of(EndpointGen.Inventory, 500).SelectMany(static i => i.Endpoints), static endpoint =>
    {
        Assert.True(endpoint.CarriesApiCalls);
        if (!endpoint.HasDefaultPolicy) Holds(endpoint.Policy);
    });

    /// <summary>Nothing is missing: every operator, set operator, element, kind of caller, variables and wildcards.</summary>
    [Fact]
    public void Everything_comes_up()
    {
        IReadOnlyList<Statement> statements = [.. Samples.Of(PolicyGen.AnyDocument, 4_000).SelectMany(static d => d.Statements)];
        ConditionClause[] clauses = [.. statements.SelectMany(static s => s.Condition?.Clauses ?? [])];
        string[] values = [.. clauses.SelectMany(static c => c.Entries).SelectMany(static e => e.Values).Select(static v => v.Text)];
        Assert.Empty(Enum.GetValues<ConditionOperatorKind>().Except(clauses.Select(static c => c.Operator.Kind)));
        Assert.Empty(Enum.GetValues<SetQualifier>().Except(clauses.Select(static c => c.Operator.Qualifier)));
        Assert.Contains(clauses, static c => c.Operator.IfExists);
        Assert.Contains(statements, static s => s.Action.IsNegated);
        Assert.Contains(statements, static s => s.Resource?.IsNegated == true);
        Assert.Empty(Enum.GetValues<PrincipalType>().Except(statements.SelectMany(static s => s.Principal?.Groups ?? []).Select(static g => g.Type)));
        Assert.Contains(values, static v => v.Contains("${aws:", StringComparison.Ordinal));
        Assert.Contains(values, static v => v.Contains('*', StringComparison.Ordinal));
        Assert.Contains(statements, static s => s.Resource?.Patterns.Any(static p => p.Text.Contains("${aws:username", StringComparison.Ordinal)) == true);
        IReadOnlyList<RequestPrincipal> callers = Samples.Of(RequestGen.Principal, 1_000);
        Assert.Empty(Enum.GetValues<CallerType>().Except(callers.Select(static c => c.Kind)));
        Assert.Contains(callers, static c => !c.IsIdentified);
        Assert.Contains(Samples.Of(RequestGen.Context, 200), static c => c.Any(static entry => entry.Value.IsUnknown));
        Assert.Contains(Samples.Of(PolicyGen.Document(PolicyType.Resource), 2_000).SelectMany(static d => d.Statements), static s => s.Principal is { IsNegated: true });
    }

    [Fact]
    public void Documents_grow_with_the_size()
    {
        Assert.All(Samples.Of(PolicyGen.AnyDocument, 200, size: 0), static document => Assert.Single(document.Statements));
        Assert.Equal(6, Samples.Of(PolicyGen.AnyDocument, 500, size: 100).Max(static document => document.Statements.Count));
    }

    [Fact]
    public void The_same_seed_makes_the_same_cases() =>
        Assert.Equal(Samples.Of(NearGen.AuthorizationCase, 50).Select(static c => c.ToString()), Samples.Of(NearGen.AuthorizationCase, 50).Select(static c => c.ToString()), StringComparer.Ordinal);

    [Fact]
    public void Texts_near_a_pattern_match_it_or_miss_it()
    {
        IReadOnlyList<string> near = Samples.Of(TextGen.Near("orders/*.jso?"), 1_000);
        int matching = near.Count(static text => text.StartsWith("orders/", StringComparison.Ordinal) && text.Length >= 12 && text[^5..^1] == ".jso");
        Assert.InRange(matching, 500, 900);
        Assert.All(Samples.Of(TextGen.Arn, 500), static text => Assert.True(Arn.TryParse(text, out _), text));
    }

    [Fact]
    public void The_arbitraries_register_with_FsCheck()
    {
        IArbMap map = ArbMap.Default.Merge<PolicyArbitraries>();
        Assert.All(Samples.Of(map.GeneratorFor<ApiCall>(), 10), static call => Assert.NotNull(call.Build()));
        Assert.All(Samples.Of(map.GeneratorFor<VpcEndpointInventory>(), 10), static inventory => Assert.True(inventory.IsComplete));
    }

    private static void Holds(PolicyDocument document)
    {
        string text = PolicyWriter.Write(document);
        ParseResult<PolicyDocument> result = PolicyParser.Parse(PolicyText.FromString(text), new PolicyParserOptions { Type = document.Type, Quota = PolicyQuota.None });
        Assert.True(result.Value == document, $"{document.Type} {text}\n{string.Join('\n', result.Diagnostics)}");
    }
}
