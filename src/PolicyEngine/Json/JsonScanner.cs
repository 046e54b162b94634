namespace PolicyEngine.Json;

/// <summary>Follows one JSON value byte by byte: its strings, its brackets, and what may not follow what. Numbers and words are left to a parser.</summary>
internal struct JsonScanner
{
    private bool escaped;
    private bool afterValue;
    private bool inWord;

    /// <summary>What a byte does to the value.</summary>
    internal enum Step
    {
        /// <summary>The value goes on.</summary>
        Inside,

        /// <summary>The value ends with this byte.</summary>
        Ends,

        /// <summary>The value, a number or word, ended before this byte.</summary>
        Ended,

        /// <summary>No JSON goes on like this. A scanner that is fed further still follows strings and brackets.</summary>
        Breaks,
    }

    /// <summary>The number of open brackets.</summary>
    internal int Depth { get; private set; }

    /// <summary>True while a string is open.</summary>
    internal bool InString { get; private set; }

    /// <summary>True while the value is, so far, neither in brackets nor a string.</summary>
    internal readonly bool IsScalar => Depth == 0 && !InString;

    /// <summary>True where a value or the name of a member may begin; false after one, where a comma, a colon or a bracket follows.</summary>
    internal readonly bool AwaitsValue => !afterValue && !inWord && !InString;

    /// <summary>Takes the next byte.</summary>
    internal Step Take(byte b)
    {
        if (InString) return TakeInString(b);
        Step begins = AwaitsValue ? Step.Inside : Step.Breaks;
        switch (b)
        {
            case (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n':
                return EndsWord() && Depth == 0 ? Step.Ended : Step.Inside;
            case (byte)'"':
                InString = true;
                return begins;
            case (byte)'{' or (byte)'[':
                Depth++;
                return begins;
            case (byte)'}' or (byte)']':
                if (Depth == 0) return EndsWord() ? Step.Ended : Step.Breaks;
                Depth--;
                inWord = false;
                afterValue = true;
                return Depth == 0 ? Step.Ends : Step.Inside;
            case (byte)',' or (byte)':':
                if (Depth == 0) return EndsWord() ? Step.Ended : Step.Breaks;
                inWord = afterValue = false;
                return Step.Inside;
            default:
                if (afterValue) return Step.Breaks;
                inWord = true;
                return Step.Inside;
        }
    }

    private Step TakeInString(byte b)
    {
        bool isEscaped = escaped;
        escaped = !isEscaped && b == '\\';
        if (b is (byte)'\n' or (byte)'\r') return Step.Breaks;
        if (isEscaped || b != '"') return Step.Inside;
        InString = false;
        inWord = false;
        afterValue = true;
        return Depth == 0 ? Step.Ends : Step.Inside;
    }

    private bool EndsWord()
    {
        if (!inWord) return false;
        inWord = false;
        afterValue = true;
        return true;
    }
}
