namespace PolicyEngine.Facts;

/// <summary>One fact of a service profile, with where it stands.</summary>
/// <param name="Column">What the fact is about, such as <c>resource</c>.</param>
/// <param name="Value">The fact.</param>
/// <param name="Source">The page of AWS that says so.</param>
/// <param name="AsOf">The month of that page, such as <c>2026-10</c>.</param>
internal sealed record ProfileCell(string Column, string Value, string Source, string AsOf)
{
    /// <summary>The words of the value.</summary>
    internal string[] Words { get; } = Value.Split(' ');
}
