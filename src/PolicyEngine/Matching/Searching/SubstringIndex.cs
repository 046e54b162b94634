using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace PolicyEngine.Matching.Searching;

/// <summary>Finds, for a text, the numbers of substrings that it may contain: those of which it contains the rarest n-gram, four characters.</summary>
/// <remarks>
/// <code>
/// n-gram    four UTF-16 units, one 64-bit word
/// filter    16 bits for each n-gram, one of them set: most n-grams of a text are in no substring, and end here
/// slots     an open hash table: n-gram, and its range of numbers
/// numbers   those of all n-grams
/// </code>
/// A walk costs one look at each position of the text (OnePartBenchmarks.Compiled), and gives the numbers of an n-gram that comes again and again once, as long
/// as it is among the last few. The hash differs from process to process, so that no policy
/// can be written whose n-grams all fall on one slot.</remarks>
internal sealed class SubstringIndex
{
    /// <summary>The shortest substring that can be indexed.</summary>
    internal const int NGramLength = 4;

    private const int BitsPerNGram = 16;

    /// <summary>Odd, and made of hashes of text, of which the runtime makes others in each process.</summary>
    private static readonly ulong Mixer = ((ulong)(uint)"gram".GetHashCode(StringComparison.Ordinal) << 32) | (uint)"table".GetHashCode(StringComparison.Ordinal) | 1;

    private readonly ulong[] filter;
    private readonly int filterShift;
    private readonly Slot[] slots;
    private readonly int slotShift;
    private readonly int[] numbers;

    private SubstringIndex(Dictionary<ulong, List<int>> byNGram)
    {
        int filterBits = (int)BitOperations.RoundUpToPowerOf2((uint)Math.Max(byNGram.Count * BitsPerNGram, 64));
        int slotCount = (int)BitOperations.RoundUpToPowerOf2((uint)(byNGram.Count * 2) + 2);
        filter = new ulong[filterBits / 64];
        filterShift = 64 - BitOperations.Log2((uint)filterBits);
        slots = new Slot[slotCount];
        slotShift = 64 - BitOperations.Log2((uint)slotCount);
        List<int> all = [];
        foreach ((ulong nGram, List<int> own) in byNGram)
        {
            ulong hash = HashOf(nGram);
            int bit = (int)(hash >> filterShift);
            filter[bit >> 6] |= 1UL << (bit & 63);
            int at = (int)(hash >> slotShift);
            while (slots[at].Count != 0) at = (at + 1) & (slotCount - 1);
            slots[at] = new Slot(nGram, all.Count, own.Count);
            all.AddRange(own);
        }

        numbers = [.. all];
    }

    /// <summary>Builds an index; each substring has at least four characters.</summary>
    internal static SubstringIndex Build(List<(string Substring, int Number)> substrings)
    {
        Dictionary<ulong, int> frequencies = new(new NGramComparer());
        foreach ((string substring, _) in substrings)
        {
            for (int i = 0; i <= substring.Length - NGramLength; i++) CollectionsMarshal.GetValueRefOrAddDefault(frequencies, NGramAt(substring, i), out _)++;
        }

        Dictionary<ulong, List<int>> byNGram = new(new NGramComparer());
        foreach ((string substring, int number) in substrings)
        {
            ulong rarest = NGramAt(substring, 0);
            for (int i = 1; i <= substring.Length - NGramLength; i++)
            {
                ulong nGram = NGramAt(substring, i);
                if (frequencies[nGram] < frequencies[rarest]) rarest = nGram;
            }

            (CollectionsMarshal.GetValueRefOrAddDefault(byNGram, rarest, out _) ??= []).Add(number);
        }

        return new SubstringIndex(byNGram);
    }

    /// <summary>Begins a walk along a text.</summary>
    internal Walk Find(ReadOnlySpan<char> text) => new(this, text);

    internal static ulong HashOf(ulong nGram) => nGram * Mixer;

    private static ulong NGramAt(ReadOnlySpan<char> text, int at) => MemoryMarshal.Read<ulong>(MemoryMarshal.AsBytes(text.Slice(at, NGramLength)));

    /// <summary>Hashes as the index does; the framework's hash of a number can be foreseen.</summary>
    private sealed class NGramComparer : IEqualityComparer<ulong>
    {
        public bool Equals(ulong one, ulong other) => one == other;

        public int GetHashCode(ulong nGram) => (int)(HashOf(nGram) >> 32);
    }

    /// <summary>An n-gram, and the range of its numbers; a slot without numbers is free.</summary>
    private readonly record struct Slot(ulong Gram, int First, int Count);

    /// <summary>The n-grams of a text that were looked up last, one for each of a few hashes.</summary>
    [InlineArray(Count)]
    private struct RecentNGrams
    {
        internal const int Count = 8;
        private ulong first;
    }

    /// <summary>A walk along one text; each step gives the numbers of the substrings of one n-gram.</summary>
    internal ref struct Walk(SubstringIndex table, ReadOnlySpan<char> text)
    {
        private readonly ReadOnlySpan<char> text = text;
        private RecentNGrams recent;
        private byte recentMask;
        private int at;

        /// <summary>The numbers found by the last step.</summary>
        internal ReadOnlySpan<int> Numbers { get; private set; }

        /// <summary>Goes on to the next n-gram of a substring.</summary>
        internal bool MoveNext()
        {
            ulong[] filter = table.filter;
            int shift = table.filterShift;
            for (int last = text.Length - NGramLength; at <= last;)
            {
                ulong nGram = NGramAt(text, at++);
                ulong hash = HashOf(nGram);
                int bit = (int)(hash >> shift);
                if (((filter[bit >> 6] >> bit) & 1) != 0 && !IsRecent(nGram, hash) && TryFind(nGram, hash)) return true;
            }

            return false;
        }

        /// <summary>True where an n-gram was found a few steps before; otherwise it is remembered.</summary>
        private bool IsRecent(ulong nGram, ulong hash)
        {
            int place = (int)(hash >> 32) & (RecentNGrams.Count - 1);
            if (((recentMask >> place) & 1) != 0 && recent[place] == nGram) return true;
            recent[place] = nGram;
            recentMask |= (byte)(1 << place);
            return false;
        }

        private bool TryFind(ulong nGram, ulong hash)
        {
            for (int slot = (int)(hash >> table.slotShift); table.slots[slot].Count != 0; slot = (slot + 1) & (table.slots.Length - 1))
            {
                if (table.slots[slot].Gram != nGram) continue;
                Numbers = table.numbers.AsSpan(table.slots[slot].First, table.slots[slot].Count);
                return true;
            }

            return false;
        }
    }
}
