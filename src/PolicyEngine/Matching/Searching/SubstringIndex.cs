using System.Buffers;
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
/// A walk costs one look at each position of the text (OnePartBenchmarks.Compiled), or two where many of its n-grams are in substrings, and gives the numbers
/// of each n-gram once. The hash differs from process to process, so that no policy can be written whose n-grams all fall on one slot.</remarks>
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

    /// <summary>The slot of an n-gram; negative where it has none.</summary>
    private int IndexOf(ulong nGram, ulong hash)
    {
        for (int slot = (int)(hash >> slotShift); slots[slot].Count != 0; slot = (slot + 1) & (slots.Length - 1))
        {
            if (slots[slot].Gram == nGram) return slot;
        }

        return -1;
    }

    /// <summary>A walk along one text; each step gives the numbers of the substrings of one n-gram, and none gives those of another step again.</summary>
    internal ref struct Walk(SubstringIndex table, ReadOnlySpan<char> text)
    {
        private const int BitsPerWord = 64;
        private readonly ReadOnlySpan<char> text = text;
        private int at;

        /// <summary>One bit for the slots that were found, by the end of their number; while none falls on the bit of another, none was found before.</summary>
        private ulong found;

        /// <summary>One bit for each slot that was found; null until two fall on one bit of <see cref="found"/>.</summary>
        private ulong[]? visited;

        /// <summary>The numbers found by the last step.</summary>
        internal ReadOnlySpan<int> Numbers { get; private set; }

        /// <summary>Goes on to the next n-gram of a substring.</summary>
        /// <remarks>Put into its callers by hand: most positions of a text end at the filter (OnePartBenchmarks.Compiled).</remarks>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        internal bool MoveNext()
        {
            ReadOnlySpan<char> own = text;
            ulong[] filter = table.filter;
            int shift = table.filterShift;
            for (int i = at; i <= own.Length - NGramLength; i++)
            {
                ulong nGram = NGramAt(own, i);
                ulong hash = HashOf(nGram);
                int bit = (int)(hash >> shift);
                if (((filter[bit >> 6] >> bit) & 1) == 0) continue;
                at = i + 1;
                if (TryFind(nGram, hash)) return true;
            }

            at = own.Length;
            return false;
        }

        /// <summary>Gives back what the walk borrowed.</summary>
        internal void Dispose()
        {
            if (visited is null) return;
            ArrayPool<ulong>.Shared.Return(visited);
            visited = null;
        }

        private bool TryFind(ulong nGram, ulong hash)
        {
            int slot = table.IndexOf(nGram, hash);
            if (slot < 0 || !IsFirst(slot)) return false;
            Numbers = table.numbers.AsSpan(table.slots[slot].First, table.slots[slot].Count);
            return true;
        }

        /// <summary>True for a slot that was not found before; it is remembered.</summary>
        private bool IsFirst(int slot)
        {
            ulong bit = 1UL << slot;
            bool isFree = (found & bit) == 0;
            found |= bit;
            if (visited is null && isFree) return true;
            ulong[] all = visited ??= FindVisited();
            ref ulong word = ref all[slot / BitsPerWord];
            bool isFirst = (word & bit) == 0;
            word |= bit;
            return isFirst;
        }

        /// <summary>The slots that the walk found so far, by walking there once more.</summary>
        private readonly ulong[] FindVisited()
        {
            int words = (table.slots.Length + BitsPerWord - 1) / BitsPerWord;
            ulong[] all = ArrayPool<ulong>.Shared.Rent(words);
            all.AsSpan(0, words).Clear();
            for (int before = 0; before < at - 1; before++)
            {
                ulong nGram = NGramAt(text, before);
                ulong hash = HashOf(nGram);
                int bit = (int)(hash >> table.filterShift);
                int slot = ((table.filter[bit >> 6] >> bit) & 1) != 0 ? table.IndexOf(nGram, hash) : -1;
                if (slot >= 0) all[slot / BitsPerWord] |= 1UL << slot;
            }

            return all;
        }
    }
}
