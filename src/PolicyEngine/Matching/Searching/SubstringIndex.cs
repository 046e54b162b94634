using System.Numerics;
using System.Runtime.InteropServices;

namespace PolicyEngine.Matching.Searching;

/// <summary>Finds, for a text, the numbers of pieces that it may hold somewhere: those of which it holds the rarest four characters.</summary>
/// <remarks>Four UTF-16 units are one 64-bit word. A small bit set answers for most words of a text that no piece has them; the others are
/// looked up in an open hash table. A walk costs one look at each place of the text. The hash differs from process to process, so that no policy
/// can be written whose words all fall on one place.</remarks>
internal sealed class SubstringIndex
{
    /// <summary>The shortest piece that can be indexed.</summary>
    internal const int GramLength = 4;

    private const int BitsPerGram = 16;

    /// <summary>Odd, and made of hashes of text, of which the runtime makes others in each process.</summary>
    private static readonly ulong Mixer = ((ulong)(uint)"gram".GetHashCode(StringComparison.Ordinal) << 32) | (uint)"table".GetHashCode(StringComparison.Ordinal) | 1;

    private readonly ulong[] filter;
    private readonly int filterShift;
    private readonly Slot[] slots;
    private readonly int slotShift;
    private readonly int[] numbers;

    private SubstringIndex(Dictionary<ulong, List<int>> byGram)
    {
        int filterBits = (int)BitOperations.RoundUpToPowerOf2((uint)Math.Max(byGram.Count * BitsPerGram, 64));
        int slotCount = (int)BitOperations.RoundUpToPowerOf2((uint)(byGram.Count * 2) + 2);
        filter = new ulong[filterBits / 64];
        filterShift = 64 - BitOperations.Log2((uint)filterBits);
        slots = new Slot[slotCount];
        slotShift = 64 - BitOperations.Log2((uint)slotCount);
        List<int> all = [];
        foreach ((ulong gram, List<int> own) in byGram)
        {
            ulong hash = HashOf(gram);
            int bit = (int)(hash >> filterShift);
            filter[bit >> 6] |= 1UL << (bit & 63);
            int at = (int)(hash >> slotShift);
            while (slots[at].Count != 0) at = (at + 1) & (slotCount - 1);
            slots[at] = new Slot(gram, all.Count, own.Count);
            all.AddRange(own);
        }

        numbers = [.. all];
    }

    /// <summary>Builds a table; each piece has at least four characters.</summary>
    internal static SubstringIndex Build(List<(string Piece, int Number)> pieces)
    {
        Dictionary<ulong, int> frequencies = new(new GramComparer());
        foreach ((string piece, _) in pieces)
        {
            for (int i = 0; i <= piece.Length - GramLength; i++) CollectionsMarshal.GetValueRefOrAddDefault(frequencies, GramAt(piece, i), out _)++;
        }

        Dictionary<ulong, List<int>> byGram = new(new GramComparer());
        foreach ((string piece, int number) in pieces)
        {
            ulong rarest = GramAt(piece, 0);
            for (int i = 1; i <= piece.Length - GramLength; i++)
            {
                ulong gram = GramAt(piece, i);
                if (frequencies[gram] < frequencies[rarest]) rarest = gram;
            }

            (CollectionsMarshal.GetValueRefOrAddDefault(byGram, rarest, out _) ??= []).Add(number);
        }

        return new SubstringIndex(byGram);
    }

    /// <summary>Begins a walk along a text.</summary>
    internal Walk Find(ReadOnlySpan<char> text) => new(this, text);

    internal static ulong HashOf(ulong gram) => gram * Mixer;

    private static ulong GramAt(ReadOnlySpan<char> text, int at) => MemoryMarshal.Read<ulong>(MemoryMarshal.AsBytes(text.Slice(at, GramLength)));

    /// <summary>Hashes as the table does; the framework's hash of a number can be foreseen.</summary>
    private sealed class GramComparer : IEqualityComparer<ulong>
    {
        public bool Equals(ulong one, ulong other) => one == other;

        public int GetHashCode(ulong gram) => (int)(HashOf(gram) >> 32);
    }

    /// <summary>A gram, and where its numbers stand; a slot without numbers is free.</summary>
    private readonly record struct Slot(ulong Gram, int First, int Count);

    /// <summary>A walk along one text; each step gives the numbers of the pieces of one gram.</summary>
    internal ref struct Walk(SubstringIndex table, ReadOnlySpan<char> text)
    {
        private readonly ReadOnlySpan<char> text = text;
        private int at;

        /// <summary>The numbers found by the last step.</summary>
        internal ReadOnlySpan<int> Numbers { get; private set; }

        /// <summary>Goes on to the next gram that a piece has.</summary>
        internal bool MoveNext()
        {
            ulong[] filter = table.filter;
            int shift = table.filterShift;
            for (int last = text.Length - GramLength; at <= last;)
            {
                ulong gram = GramAt(text, at++);
                ulong hash = HashOf(gram);
                int bit = (int)(hash >> shift);
                if (((filter[bit >> 6] >> bit) & 1) != 0 && TryFind(gram, hash)) return true;
            }

            return false;
        }

        private bool TryFind(ulong gram, ulong hash)
        {
            for (int slot = (int)(hash >> table.slotShift); table.slots[slot].Count != 0; slot = (slot + 1) & (table.slots.Length - 1))
            {
                if (table.slots[slot].Gram != gram) continue;
                Numbers = table.numbers.AsSpan(table.slots[slot].First, table.slots[slot].Count);
                return true;
            }

            return false;
        }
    }
}
