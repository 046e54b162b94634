namespace PolicyEngine.Reference;

/// <summary>One sign of a pattern: an ordinary character, a wildcard, or a variable or escape with its name.</summary>
internal readonly record struct Sign(char Char, bool IsWild = false, bool StopsAtColon = false, string? Name = null, string? Default = null)
{
    /// <summary>L-6: the sign in upper case, as OrdinalIgnoreCase compares.</summary>
    internal Sign Upper() => this with { Char = char.ToUpperInvariant(Char) };
}
