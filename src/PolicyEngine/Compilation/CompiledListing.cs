using System.Globalization;
using System.Text;
using PolicyEngine.Compilation.Indexing;
using PolicyEngine.Matching.Conditions;

namespace PolicyEngine.Compilation;

/// <summary>Prints the tables of compiled policies, for debugging and tests.</summary>
/// <remarks>
/// <code>
/// 3 statements in 2 layers, one bit a statement, deny 0x4
/// layer 0 identity, allow 0x1
///   0 Allow Action "*" | always, by its action alone
/// layer 1 vpcEndpoint, allow 0x2
///   1 Allow Principal "*" …
/// </code>
/// The words behind the bar tell what finds the statement: its bit, or in a large table the resource, condition value or action of the index.
/// </remarks>
internal static class CompiledListing
{
    internal static string Of(CompiledPolicySet policies) =>
        Of(policies.Table, [.. policies.Layers.Select(static layer => layer.Level.Length == 0 ? PolicyTypeNames.NameOf(layer.Kind) : $"{PolicyTypeNames.NameOf(layer.Kind)} '{layer.Level}'")]);

    internal static string Of(CompiledPolicy policy) => Of(policy.Table, [PolicyTypeNames.NameOf(policy.Document.Type)]);

    private static string Of(StatementTable table, string[] layers)
    {
        string[] ways = table.Index is null ? [.. table.Statements.Select(static statement => statement.ChecksActionOnly ? "bit, decided by its action alone" : "bit")] : FindWays(table.Statements);
        if (table.Masks is null && table.Index is null) ways = [.. ways.Select(static _ => "scan")];
        string means = table.Masks is { } masks ? $"one bit a statement, deny 0x{masks.Denies:x}" : table.Index is null ? "scanned" : $"an index, Action elements {(table.ElementOf is null ? "not numbered" : $"numbered up to {table.ElementOf.Max()}")}";
        StringBuilder text = new($"{table.Statements.Length} statements in {layers.Length} layers, {means}");
        int shown = -1;
        for (int i = 0; i < table.Statements.Length; i++)
        {
            for (; shown < table.LayerOf[i]; shown++) AddLayer(text, table, layers, shown + 1);
            AddStatement(text, table.Statements[i], i, ways[i]);
        }

        for (; shown < layers.Length - 1; shown++) AddLayer(text, table, layers, shown + 1);
        return text.ToString();
    }

    private static void AddLayer(StringBuilder text, StatementTable table, string[] layers, int layer)
    {
        text.Append(CultureInfo.InvariantCulture, $"\nlayer {layer} {layers[layer]}");
        if (table.Masks is { } masks) text.Append(CultureInfo.InvariantCulture, $", allow 0x{masks.AllowsOf(layer):x}");
    }

    private static void AddStatement(StringBuilder text, CompiledStatement statement, int number, string way)
    {
        text.Append(CultureInfo.InvariantCulture, $"\n  {number} {statement.Syntax.Effect}");
        if (statement.CheckedPrincipal is not null) text.Append(' ').Append(statement.Syntax.Principal);
        text.Append(' ').Append(statement.Syntax.Action);
        if (statement.CheckedResource is not null) text.Append(' ').Append(statement.Syntax.Resource);
        foreach (ConditionMatcher condition in statement.Conditions) text.Append(' ').Append(condition);
        text.Append(" | ").Append(way);
    }

    /// <summary>The way by which the index finds each statement.</summary>
    private static string[] FindWays(CompiledStatement[] statements)
    {
        IndexPlan plan = new([.. statements.Select(static (statement, number) => new IndexEntry(number, statement))]);
        string[] ways = new string[statements.Length];
        foreach (int number in plan.Always) ways[number] = "always";
        foreach ((string prefix, int number) in plan.Prefixes) ways[number] += $"resource {prefix}* ";
        foreach ((string substring, int number) in plan.Substrings) ways[number] += $"resource *{substring}* ";
        foreach ((string prefix, int number) in plan.Actions) ways[number] += $"action {prefix}* ";
        foreach ((ConditionKey key, string value, int number) in plan.Values) ways[number] += $"{key} {value} ";
        return [.. ways.Select(static way => way.TrimEnd())];
    }
}
