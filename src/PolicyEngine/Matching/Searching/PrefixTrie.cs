namespace PolicyEngine.Matching.Searching;

/// <summary>Finds, for a text, the numbers of all prefixes that it begins with, ASCII letter case ignored.</summary>
/// <remarks>A trie with whole labels on its edges, in flat arrays: the children of a node stand together, and the first characters of
/// their labels stand together too, so that one vector comparison finds the next node. A walk costs the length of the longest match.</remarks>
internal sealed class PrefixTrie
{
    private readonly Node[] nodes;
    private readonly char[] firsts;
    private readonly string[] labels;
    private readonly int[] numbers;

    private PrefixTrie(Node[] nodes, char[] firsts, string[] labels, int[] numbers)
    {
        this.nodes = nodes;
        this.firsts = firsts;
        this.labels = labels;
        this.numbers = numbers;
    }

    /// <summary>Builds a trie. A number may have several prefixes.</summary>
    internal static PrefixTrie Build(List<(string Prefix, int Number)> prefixes)
    {
        (string Prefix, int Number)[] sorted = [.. prefixes.Select(static p => (Fold(p.Prefix), p.Number)).OrderBy(static p => p.Item1, StringComparer.Ordinal)];
        List<Node> built = [default];
        List<string> texts = [""];
        List<int> found = [];
        Queue<(int Node, int Start, int End, int Depth)> open = new([(0, 0, sorted.Length, 0)]);
        while (open.TryDequeue(out (int Node, int Start, int End, int Depth) range))
        {
            int at = range.Start;
            int firstNumber = found.Count;
            while (at < range.End && sorted[at].Prefix.Length == range.Depth) found.Add(sorted[at++].Number);
            int firstChild = built.Count;
            while (at < range.End)
            {
                int end = at + 1;
                while (end < range.End && sorted[end].Prefix[range.Depth] == sorted[at].Prefix[range.Depth]) end++;
                int depth = CommonLength(sorted[at].Prefix, sorted[end - 1].Prefix);
                open.Enqueue((built.Count, at, end, depth));
                built.Add(default);
                texts.Add(sorted[at].Prefix[range.Depth..depth]);
                at = end;
            }

            built[range.Node] = new Node(firstChild, built.Count - firstChild, firstNumber, found.Count - firstNumber);
        }

        return new PrefixTrie([.. built], [.. texts.Select(static label => label.Length == 0 ? '\0' : label[0])], [.. texts], [.. found]);
    }

    /// <summary>Begins a walk along a text.</summary>
    internal Walk Find(ReadOnlySpan<char> text) => new(this, text);

    private static string Fold(string text) => string.Create(text.Length, text, static (span, own) =>
    {
        for (int i = 0; i < span.Length; i++) span[i] = Fold(own[i]);
    });

    private static char Fold(char c) => char.IsAsciiLetterUpper(c) ? (char)(c | 0x20) : c;

    private static int CommonLength(string one, string other) => one.AsSpan().CommonPrefixLength(other);

    /// <summary>A node: where its children and its numbers stand.</summary>
    private readonly record struct Node(int FirstChild, int ChildCount, int FirstNumber, int NumberCount);

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
            if (rest.IsEmpty) return false;
            ref readonly Node here = ref trie.nodes[node];
            int child = trie.firsts.AsSpan(here.FirstChild, here.ChildCount).IndexOf(Fold(rest[0]));
            if (child < 0) return false;
            node = here.FirstChild + child;
            string label = trie.labels[node];
            if (!rest.StartsWith(label, StringComparison.OrdinalIgnoreCase)) return false;
            rest = rest[label.Length..];
            return true;
        }
    }
}
