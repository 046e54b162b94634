namespace PolicyEngine.Reference;

/// <summary>One sign of a pattern: an ordinary character, a wildcard, or a variable or escape with its name.</summary>
internal readonly record struct PatternChar(char Char, bool IsWild = false, bool StopsAtColon = false, string? Name = null, string? Default = null)
{
    /// <summary>L-76: the sign without its letter case.</summary>
    internal PatternChar Fold() => this with { Char = Forms.Fold(Char.ToString())[0] };
}
