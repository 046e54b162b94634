namespace PolicyEngine.Json;

/// <summary>What a byte does to the value that is being followed.</summary>
internal enum OutlineStep
{
    /// <summary>The value goes on.</summary>
    Inside,

    /// <summary>The value ends with this byte.</summary>
    Ends,

    /// <summary>The value, a number or word, ended before this byte.</summary>
    Ended,

    /// <summary>No JSON goes on like this.</summary>
    Breaks,
}

/// <summary>Follows one JSON value byte by byte: its strings, its brackets, and what may not follow what. Numbers and words are left to a parser.</summary>
internal struct JsonScanner
{
    private bool escaped;
    private bool afterValue;
    private bool inWord;

    /// <summary>How many brackets are open.</summary>
    internal int Depth { get; private set; }

    /// <summary>Whether a string is open.</summary>
    internal bool InString { get; private set; }

    /// <summary>Whether the next thing is a value or the name of a member; false after one, where a comma, a colon or a bracket follows.</summary>
    internal readonly bool AwaitsValue => !afterValue && !inWord && !InString;

    /// <summary>Takes the next byte.</summary>
    internal OutlineStep Take(byte b)
    {
        if (InString) return TakeInString(b);
        switch (b)
        {
            case (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n':
                return EndsWord() && Depth == 0 ? OutlineStep.Ended : OutlineStep.Inside;
            case (byte)'"':
                if (!AwaitsValue) return OutlineStep.Breaks;
                InString = true;
                return OutlineStep.Inside;
            case (byte)'{' or (byte)'[':
                if (!AwaitsValue) return OutlineStep.Breaks;
                Depth++;
                return OutlineStep.Inside;
            case (byte)'}' or (byte)']':
                if (Depth == 0) return EndsWord() ? OutlineStep.Ended : OutlineStep.Breaks;
                Depth--;
                inWord = false;
                afterValue = true;
                return Depth == 0 ? OutlineStep.Ends : OutlineStep.Inside;
            case (byte)',' or (byte)':':
                if (Depth == 0) return EndsWord() ? OutlineStep.Ended : OutlineStep.Breaks;
                inWord = afterValue = false;
                return OutlineStep.Inside;
            default:
                if (afterValue) return OutlineStep.Breaks;
                inWord = true;
                return OutlineStep.Inside;
        }
    }

    private OutlineStep TakeInString(byte b)
    {
        if (b is (byte)'\n' or (byte)'\r') return OutlineStep.Breaks;
        if (escaped) escaped = false;
        else if (b == '\\') escaped = true;
        else if (b == '"')
        {
            InString = false;
            afterValue = true;
            if (Depth == 0) return OutlineStep.Ends;
        }

        return OutlineStep.Inside;
    }

    private bool EndsWord()
    {
        if (!inWord) return false;
        inWord = false;
        afterValue = true;
        return true;
    }
}
