using PolicyEngine.FsCheck.Texts;

namespace PolicyEngine.Tests.Laws;

/// <summary>Draws what the generators of the package do not make, as no parser lets it pass: empty lists, and texts blurred anywhere.</summary>
internal static class HostileDraws
{
    extension(Draw draw)
    {
        internal T[] Some<T>(int most, Func<T> item) => [.. Enumerable.Range(0, draw.OneIn(25) ? 0 : 1 + draw.Below(most)).Select(_ => item())];

        /// <summary>The text in a form that is near it: blurred by wildcards, in another case, cut or extended; mostly as it is.</summary>
        internal string Near(string text)
        {
            if (text.Length == 0) return draw.Of("", "", "*", "?", "x");
            int start = draw.Below(text.Length);
            int end = start + 1 + draw.Below(Math.Min(4, text.Length - start));
            return draw.Below(14) switch
            {
                0 or 1 => string.Concat(text.AsSpan(0, start), "*", text.AsSpan(end)),
                2 => string.Concat(text.AsSpan(0, start), "*"),
                3 => string.Concat(text.AsSpan(0, start), "?", text.AsSpan(start + 1)),
                4 => string.Concat(text.AsSpan(0, start), draw.Of("*", "?", "**", "?*"), text.AsSpan(start)),
                5 => Draw.SwapCase(text, start),
                6 => string.Concat(text.AsSpan(0, start), text.AsSpan(end)),
                7 => string.Concat(text.AsSpan(0, start), draw.Of("x", ":", "/", "$", "é"), text.AsSpan(start)),
                8 => text.ToUpperInvariant(),
                9 => draw.Near(draw.Near(text)),
                _ => text,
            };
        }
    }
}
