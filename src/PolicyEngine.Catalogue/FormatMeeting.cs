namespace PolicyEngine.Catalogue;

/// <summary>Tells whether a form of ARNs and a pattern of a policy mean a text in common.</summary>
/// <remarks>Walks both at once with a table of the places that can be reached, so that the cost is the product of the lengths.</remarks>
internal static class FormatMeeting
{
    private const int ShortLength = 512;

    private enum Kind : byte
    {
        Character,
        One,
        Many,
    }

    /// <summary>True where they do.</summary>
    /// <param name="format">The form, in which <c>*</c> stands for one character or more; a last one behind a slash may be empty.</param>
    /// <param name="pattern">The pattern, with <c>*</c>, <c>?</c> and policy variables, which can stand for anything.</param>
    /// <param name="mayHoldSlash">False where what stands for a name has no slash.</param>
    internal static bool Meets(string format, string pattern, bool mayHoldSlash)
    {
        Span<Token> left = format.Length <= ShortLength / 2 ? stackalloc Token[ShortLength] : new Token[format.Length * 2];
        Span<Token> right = pattern.Length <= ShortLength ? stackalloc Token[ShortLength] : new Token[pattern.Length];
        left = left[..ReadFormat(format, left)];
        right = right[..ReadPattern(pattern, right)];
        int width = right.Length + 1;
        Span<bool> here = width <= ShortLength ? stackalloc bool[ShortLength] : new bool[width];
        Span<bool> next = width <= ShortLength ? stackalloc bool[ShortLength] : new bool[width];
        here = here[..width];
        next = next[..width];
        here.Clear();
        here[0] = true;
        for (int i = 0; i <= left.Length; i++)
        {
            next.Clear();
            for (int j = 0; j < width; j++)
            {
                if (here[j]) Step(left, right, i, j, here, next, mayHoldSlash);
            }

            if (i == left.Length) break;
            Span<bool> done = here;
            here = next;
            next = done;
        }

        return here[^1];
    }

    private static void Step(ReadOnlySpan<Token> left, ReadOnlySpan<Token> right, int i, int j, Span<bool> here, Span<bool> next, bool mayHoldSlash)
    {
        bool isLeft = i < left.Length;
        bool isRight = j < right.Length;
        if (isLeft && left[i].Kind == Kind.Many) next[j] = true;
        if (isRight && right[j].Kind == Kind.Many) here[j + 1] = true;
        if (!isLeft || !isRight || !Agree(left[i], right[j], mayHoldSlash)) return;
        bool leftStays = left[i].Kind == Kind.Many;
        bool rightStays = right[j].Kind == Kind.Many;
        if (leftStays && !rightStays) here[j + 1] = true;
        if (!leftStays && rightStays) next[j] = true;
        if (!leftStays && !rightStays) next[j + 1] = true;
    }

    private static bool Agree(Token left, Token right, bool mayHoldSlash) => left.Kind == Kind.Character
        ? right.Kind != Kind.Character || right.Character == left.Character
        : mayHoldSlash || right.Kind != Kind.Character || right.Character != '/';

    private static int ReadFormat(string format, Span<Token> tokens)
    {
        int count = 0;
        for (int i = 0; i < format.Length; i++)
        {
            if (format[i] != '*')
            {
                tokens[count++] = new Token(Kind.Character, format[i]);
                continue;
            }

            bool mayBeEmpty = i == format.Length - 1 && i > 0 && format[i - 1] == '/';
            if (!mayBeEmpty) tokens[count++] = new Token(Kind.One, '*');
            tokens[count++] = new Token(Kind.Many, '*');
        }

        return count;
    }

    private static int ReadPattern(string pattern, Span<Token> tokens)
    {
        int count = 0;
        for (int i = 0; i < pattern.Length; i++)
        {
            if (pattern[i] == '$' && i + 1 < pattern.Length && pattern[i + 1] == '{' && pattern.IndexOf('}', i) is > 0 and int end)
            {
                // ${*}, ${?} and ${$} are the characters themselves.
                bool isEscape = end == i + 3 && pattern[i + 2] is '*' or '?' or '$';
                tokens[count++] = isEscape ? new Token(Kind.Character, pattern[i + 2]) : new Token(Kind.Many, '*');
                i = end;
                continue;
            }

            tokens[count++] = pattern[i] switch
            {
                '*' => new Token(Kind.Many, '*'),
                '?' => new Token(Kind.One, '?'),
                char c => new Token(Kind.Character, c),
            };
        }

        return count;
    }

    private readonly record struct Token(Kind Kind, char Character);
}
