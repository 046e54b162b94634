using FsCheck;
using FsCheck.Fluent;

namespace PolicyEngine.FsCheck.Texts;

/// <summary>Chooses at random, the same for the same seed.</summary>
internal sealed class Draw(int seed)
{
    private readonly Random random = new(seed);

    /// <summary>A generator of what is drawn; the seed is FsCheck's, so that a replay makes the same value.</summary>
    internal static Gen<T> Make<T>(Func<Draw, int, T> make) =>
        Gen.Sized(size => Gen.Choose(0, int.MaxValue - 1).Select(seed => make(new Draw(seed), size)));

    internal static Gen<T> Make<T>(Func<Draw, T> make) => Gen.Choose(0, int.MaxValue - 1).Select(seed => make(new Draw(seed)));

    internal int Below(int end) => random.Next(end);

    internal bool OneIn(int n) => random.Next(n) == 0;

    internal T Of<T>(params ReadOnlySpan<T> items) => items[random.Next(items.Length)];

    /// <summary>Draws a number of items.</summary>
    internal static T[] Times<T>(int count, Func<T> item) => [.. Enumerable.Range(0, count).Select(_ => item())];

    /// <summary>The text with the letter case of one character swapped.</summary>
    internal static string SwapCase(string text, int at)
    {
        char c = text[at];
        char other = char.IsUpper(c) ? char.ToLowerInvariant(c) : char.ToUpperInvariant(c);
        return string.Concat(text.AsSpan(0, at), [other], text.AsSpan(at + 1));
    }
}
