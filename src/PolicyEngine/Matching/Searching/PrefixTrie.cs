namespace PolicyEngine.Matching.Searching;

/// <summary>Finds, for a text, the numbers of all prefixes that it begins with, ASCII letter case ignored.</summary>
/// <remarks>
/// <code>
/// nodes    of each node the ranges of its children, its numbers and its label; the children of a node are adjacent
/// firsts   the first character of each label, so that one vector comparison finds the next node
/// labels   the characters of all labels
/// numbers  those of all nodes
/// </code>
/// Flat arrays, as a walk through a large trie waits for memory rather than for anything else (GrowthBenchmarks.Random). A walk costs the length of the longest match.</remarks>
internal sealed class PrefixTrie
{
    private readonly Node[] nodes;
    private readonly char[] firsts;
    private readonly char[] labels;
    private readonly int[] numbers;

    private PrefixTrie(Node[] nodes, char[] firsts, char[] labels, int[] numbers)
    {
        this.nodes = nodes;
        this.firsts = firsts;
        this.labels = labels;
        this.numbers = numbers;
    }

    /// <summary>Builds a trie. A number may have several prefixes.</summary>
    internal static PrefixTrie Build(List<(string Prefix, int Number)> prefixes)
    {
        string[] sorted = [.. prefixes.Select(static p => Fold(p.Prefix))];
        int[] sortedNumbers = [.. prefixes.Select(static p => p.Number)];
        Array.Sort(sorted, sortedNumbers, StringComparer.Ordinal);
        List<Node> built = [default];
        List<char> starts = ['\0'];
        List<char> texts = [];
        List<int> found = [];
        Queue<(int Node, int Start, int End, int Depth)> open = new([(0, 0, sorted.Length, 0)]);
        while (open.TryDequeue(out (int Node, int Start, int End, int Depth) range))
        {
            int at = range.Start;
            int firstNumber = found.Count;
            while (at < range.End && sorted[at].Length == range.Depth) found.Add(sortedNumbers[at++]);
            int firstChild = built.Count;
            while (at < range.End)
            {
                int end = at + 1;
                while (end < range.End && sorted[end][range.Depth] == sorted[at][range.Depth]) end++;
                int depth = CommonLength(sorted[at], sorted[end - 1]);
                open.Enqueue((built.Count, at, end, depth));
                built.Add(new Node { FirstCharacter = texts.Count, Length = depth - range.Depth });
                starts.Add(sorted[at][range.Depth]);
                texts.AddRange(sorted[at].AsSpan(range.Depth, depth - range.Depth));
                at = end;
            }

            built[range.Node] = built[range.Node] with { FirstChild = firstChild, ChildCount = built.Count - firstChild, FirstNumber = firstNumber, NumberCount = found.Count - firstNumber };
        }

        return new PrefixTrie([.. built], [.. starts], [.. texts], [.. found]);
    }

    /// <summary>Begins a walk along a text.</summary>
    internal Walk Find(ReadOnlySpan<char> text) => new(this, text);

    private static string Fold(string text) => !text.AsSpan().ContainsAnyInRange('A', 'Z') ? text : string.Create(text.Length, text, static (span, own) =>
    {
        for (int i = 0; i < span.Length; i++) span[i] = Fold(own[i]);
    });

    private static char Fold(char c) => char.IsAsciiLetterUpper(c) ? (char)(c | 0x20) : c;

    private static int CommonLength(string one, string other) => one.AsSpan().CommonPrefixLength(other);

    /// <summary>The ranges of a node in the arrays.</summary>
    private readonly record struct Node
    {
        internal int FirstChild { get; init; }

        internal int ChildCount { get; init; }

        internal int FirstNumber { get; init; }

        internal int NumberCount { get; init; }

        internal int FirstCharacter { get; init; }

        internal int Length { get; init; }
    }

    /// <summary>A walk along one text; each step gives the numbers of one more prefix.</summary>
    internal ref struct Walk(PrefixTrie trie, ReadOnlySpan<char> text)
    {
        private ReadOnlySpan<char> rest = text;
        private int node = -1;

        /// <summary>The numbers found by the last step.</summary>
        internal ReadOnlySpan<int> Numbers { get; private set; }

        /// <summary>Goes on to the next node that has numbers.</summary>
        internal bool MoveNext()
        {
            while (node < 0 ? Enter() : Descend())
            {
                ref readonly Node here = ref trie.nodes[node];
                if (here.NumberCount == 0) continue;
                Numbers = trie.numbers.AsSpan(here.FirstNumber, here.NumberCount);
                return true;
            }

            return false;
        }

        private bool Enter()
        {
            node = 0;
            return true;
        }

        private bool Descend()
        {
            ref readonly Node here = ref trie.nodes[node];
            if (rest.IsEmpty || here.ChildCount == 0) return false;
            int child = trie.firsts.AsSpan(here.FirstChild, here.ChildCount).IndexOf(Fold(rest[0]));
            if (child < 0) return false;
            node = here.FirstChild + child;
            ref readonly Node next = ref trie.nodes[node];
            ReadOnlySpan<char> label = trie.labels.AsSpan(next.FirstCharacter, next.Length);
            if (!rest.StartsWith(label) && !rest.StartsWith(label, StringComparison.OrdinalIgnoreCase)) return false;
            rest = rest[label.Length..];
            return true;
        }
    }
}
