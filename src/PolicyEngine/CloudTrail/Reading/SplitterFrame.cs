using PolicyEngine.Json;

namespace PolicyEngine.CloudTrail.Reading;

/// <summary>An array whose elements are being cut out.</summary>
/// <param name="label">The member that holds it; empty when nothing does.</param>
internal sealed class SplitterFrame(string label)
{
    internal string Label { get; } = label;

    /// <summary>The number of elements before the one at hand.</summary>
    internal long Count { get; set; }

    /// <summary>True where a comma would follow no element: at the beginning, and after another comma.</summary>
    internal bool LacksElement { get; set; } = true;

    /// <summary>The object that holds the array, as far as it was followed; null when none does.</summary>
    internal JsonScanner? Outline { get; init; }

    /// <summary>The line on which that object begins.</summary>
    internal int FirstLine { get; init; }
}
