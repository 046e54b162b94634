namespace PolicyEngine.Workloads;

/// <summary>A stream of numbers that only its seed decides (xorshift, 32 bits), so that every run measures the same texts.</summary>
internal sealed class Draws(uint seed)
{
    private uint state = seed;

    internal int Below(int limit)
    {
        state ^= state << 13;
        state ^= state >> 17;
        state ^= state << 5;
        return (int)((ulong)state * (uint)limit >> 32);
    }

    internal string Hex(int digits) => string.Create(digits, this, static (text, draws) =>
    {
        for (int i = 0; i < text.Length; i++) text[i] = "0123456789abcdef"[draws.Below(16)];
    });
}
