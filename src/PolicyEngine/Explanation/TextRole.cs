namespace PolicyEngine.Explanation;

/// <summary>The role of a part of a line; a terminal shows it by colour.</summary>
internal enum TextRole
{
    Plain,
    Strong,
    Good,
    Bad,
    Doubtful,
    Faint,
}
