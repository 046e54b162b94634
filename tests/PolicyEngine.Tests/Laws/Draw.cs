namespace PolicyEngine.Tests.Laws;

/// <summary>Chooses at random, the same for the same seed.</summary>
internal sealed class Draw(int seed)
{
    private readonly Random random = new(seed);

    internal int Below(int end) => random.Next(end);

    internal bool OneIn(int n) => random.Next(n) == 0;

    internal T Of<T>(params ReadOnlySpan<T> items) => items[random.Next(items.Length)];

    internal T[] Some<T>(int most, Func<T> item) => [.. Enumerable.Range(0, OneIn(25) ? 0 : 1 + random.Next(most)).Select(_ => item())];

    /// <summary>The text in a form that is near it: blurred by wildcards, in another case, cut or extended; mostly as it is.</summary>
    internal string Near(string text)
    {
        if (text.Length == 0) return Of("", "", "*", "?", "x");
        int start = Below(text.Length);
        int end = start + 1 + Below(Math.Min(4, text.Length - start));
        return Below(14) switch
        {
            0 or 1 => string.Concat(text.AsSpan(0, start), "*", text.AsSpan(end)),
            2 => string.Concat(text.AsSpan(0, start), "*"),
            3 => string.Concat(text.AsSpan(0, start), "?", text.AsSpan(start + 1)),
            4 => string.Concat(text.AsSpan(0, start), Of("*", "?", "**", "?*"), text.AsSpan(start)),
            5 => SwapCase(text, start),
            6 => string.Concat(text.AsSpan(0, start), text.AsSpan(end)),
            7 => string.Concat(text.AsSpan(0, start), Of("x", ":", "/", "$", "é"), text.AsSpan(start)),
            8 => text.ToUpperInvariant(),
            9 => Near(Near(text)),
            _ => text,
        };
    }

    internal string SwapCase(string text, int at)
    {
        char c = text[at];
        char other = char.IsUpper(c) ? char.ToLowerInvariant(c) : char.ToUpperInvariant(c);
        return string.Concat(text.AsSpan(0, at), [other], text.AsSpan(at + 1));
    }
}
