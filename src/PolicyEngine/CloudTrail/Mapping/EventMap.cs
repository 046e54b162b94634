using System.Collections.Frozen;

namespace PolicyEngine.CloudTrail.Mapping;

/// <summary>The events whose names are not those of the actions that they need.</summary>
internal static class EventMap
{
    private static readonly Lazy<FrozenDictionary<string, EventRow>> Rows = new(Read);

    /// <summary>The row of an event.</summary>
    /// <param name="source">The event source without its DNS suffix.</param>
    /// <param name="name">The name of the event, letter case ignored.</param>
    internal static EventRow? Find(string source, string name) => Rows.Value.GetValueOrDefault($"{source}\t{name}");

    private static FrozenDictionary<string, EventRow> Read() => DataLines.Of("PolicyEngine.EventMap")
        .Select(static line => line.Split('\t'))
        .ToFrozenDictionary(
            static row => $"{row[0]}\t{row[1]}",
            static row => new EventRow(row[2], row.Length > 3 ? row[3] : null),
            StringComparer.OrdinalIgnoreCase);
}
