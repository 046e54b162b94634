using System.Collections.Frozen;
using PolicyEngine.Facts;
using PolicyEngine.Language;

namespace PolicyEngine.CloudTrail.Mapping;

/// <summary>The tables about events and their actions that come with the library.</summary>
/// <remarks>AWS: <see href="https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html">Actions, resources, and condition keys for AWS services</see>.</remarks>
internal static class EventTables
{
    private static readonly Lazy<FrozenDictionary<string, Row>> Rows = new(ReadRows);
    private static readonly Lazy<Dictionary<string, string[]>> ActionsWithoutResource = new(ReadActions);

    /// <summary>The row of an event whose name is not that of the action that it needs; null for all others.</summary>
    /// <param name="source">The event source without its DNS suffix.</param>
    /// <param name="name">The name of the event; letter case is ignored.</param>
    internal static Row? Find(string source, string name) => Rows.Value.GetValueOrDefault($"{source}\t{name}");

    /// <summary>True for an action that is authorized on <c>*</c>, because it has no resource types.</summary>
    internal static bool HasNoResource(string action)
    {
        int colon = action.IndexOf(':', StringComparison.Ordinal);
        if (colon < 0 || !ActionsWithoutResource.Value.TryGetValue(action[..colon], out string[]? names)) return false;
        foreach (string name in names)
        {
            if (NameWildcard.IsMatch(name, action.AsSpan(colon + 1))) return true;
        }

        return false;
    }

    private static FrozenDictionary<string, Row> ReadRows() => FactTable.ReadRows("EventMap")
        .ToFrozenDictionary(
            static row => $"{row[0]}\t{row[1]}",
            static row => new Row(row[2], row.Length > 3 ? row[3] : null),
            StringComparer.OrdinalIgnoreCase);

    private static Dictionary<string, string[]> ReadActions() => FactTable.ReadRows("ActionsWithoutResource", ' ')
        .ToDictionary(static words => words[0], static words => words[1..], StringComparer.OrdinalIgnoreCase);

    /// <summary>What an event needs.</summary>
    /// <param name="Actions">Actions: <c>+</c> between them where all are needed, <c>|</c> where the request decides, <c>-</c> where none is.</param>
    /// <param name="Path">The path of the resource in API Gateway, with parameters in braces.</param>
    internal sealed record Row(string Actions, string? Path);
}
