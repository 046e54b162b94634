using PolicyEngine.FsCheck.Texts;
using PolicyEngine.Syntax;

namespace PolicyEngine.FsCheck.Policies;

/// <summary>Makes conditions near the context of a request: met by it, or missed by one step.</summary>
internal sealed class ConditionGenerator(Draw draw, PolicyType type, bool variables, AuthorizationRequest request)
{
    private readonly KeyValuePair<string, ContextValue>[] present = [.. request.Context];

    /// <summary>One to some operators, each with one key. All are met, or one of them is missed.</summary>
    internal ConditionBlock Block(int most, bool holds)
    {
        ConditionClause first = Clause(holds);
        ConditionClause[] others = Draw.Times(draw.Below(most), () => Clause(holds: true));
        ConditionClause[] clauses = [first, .. others.Where(c => c.Operator != first.Operator).DistinctBy(static c => c.Operator)];
        if (draw.OneIn(2)) Array.Reverse(clauses);
        return new ConditionBlock { Clauses = [.. clauses] };
    }

    private ConditionClause Clause(bool holds)
    {
        KeyValuePair<string, ContextValue>[] known = [.. present.Where(static e => !e.Value.IsUnknown && !e.Value.Values.IsEmpty)];
        if (known.Length == 0 || draw.OneIn(6)) return Absent(holds);
        if (present.Length > known.Length && draw.OneIn(10)) return Unknown();
        (string key, ContextValue value) = draw.Of(known);
        if (draw.OneIn(12)) return Clause(new ConditionOperator(ConditionOperatorKind.Null), key, [holds ? "false" : "true"]);
        string[] own = value.Values.ToArray();
        (ConditionOperatorKind kind, string[] values) = new ValueGenerator(draw, type, key, Pairs(key)).Make(own, holds, variables);
        SetQualifier qualifier = value.IsList ? draw.Of(SetQualifier.ForAllValues, SetQualifier.ForAnyValue) : SetQualifier.None;
        return Clause(new ConditionOperator(kind, qualifier, draw.OneIn(6)), draw.OneIn(12) ? key.ToUpperInvariant() : key, values);
    }

    /// <summary>A condition on a key that the request does not have.</summary>
    private ConditionClause Absent(bool holds)
    {
        World.KeySample[] missing = [.. World.Keys.Where(key => request.Context[key.Name] is null)];
        if (missing.Length == 0) return Clause(new ConditionOperator(ConditionOperatorKind.Null), "example:Missing", [holds ? "true" : "false"]);
        World.KeySample key = draw.Of(missing);
        if (draw.OneIn(4)) return Clause(new ConditionOperator(ConditionOperatorKind.Null), key.Name, [holds ? "true" : "false"]);
        (ConditionOperatorKind kind, string[] values) = new ValueGenerator(draw, type, key.Name, []).Make([draw.Of(key.Values)], holds: true, variables: false);
        bool isNegated = new ConditionOperator(kind).IsNegated;
        SetQualifier qualifier = !key.IsList ? SetQualifier.None : holds ? SetQualifier.ForAllValues : SetQualifier.ForAnyValue;
        if (!holds && isNegated) return Clause(new ConditionOperator(ConditionOperatorKind.StringEquals, qualifier), key.Name, [draw.Of(key.Values)]);
        bool excused = holds && qualifier == SetQualifier.None && !isNegated;
        return Clause(new ConditionOperator(kind, qualifier, excused), key.Name, values);
    }

    private ConditionClause Unknown()
    {
        string key = draw.Of([.. present.Where(static e => e.Value.IsUnknown)]).Key;
        World.KeySample? sample = Array.Find(World.Keys, k => k.Name == key);
        string[] own = sample is null ? ["x"] : [draw.Of(sample.Values)];
        (ConditionOperatorKind kind, string[] values) = new ValueGenerator(draw, type, key, []).Make(own, holds: true, variables: false);
        return Clause(new ConditionOperator(kind), key, values);
    }

    private (string Key, string Value)[] Pairs(string but) => SingleValues(request.Context).Where(pair => pair.Key != but).ToArray();

    /// <summary>The keys of a context that a variable can name, with their values.</summary>
    internal static IEnumerable<(string Key, string Value)> SingleValues(RequestContext context) =>
        context.Where(static e => e.Value is { IsUnknown: false, IsList: false }).Select(static e => (e.Key, e.Value.Values[0]));

    private static ConditionClause Clause(ConditionOperator op, string key, string[] values) => new()
    {
        Operator = op,
        Entries = [new ConditionEntry { Key = key, Values = Patterns.List([.. values.Distinct(StringComparer.Ordinal).Select(static v => new ConditionValue { Text = v })]) }],
    };
}
