namespace PolicyEngine.Cli.Cases;

/// <summary>Finds the end of a JSON value by its strings and brackets.</summary>
internal struct BracketScanner
{
    private int depth;
    private bool inString;
    private bool escaped;

    /// <summary>Whether the value is, so far, neither in brackets nor a string.</summary>
    internal readonly bool IsScalar => depth == 0 && !inString;

    /// <summary>Takes the next byte and tells whether the value ends with it.</summary>
    internal bool Ends(byte b)
    {
        if (inString)
        {
            if (escaped) escaped = false;
            else if (b == '\\') escaped = true;
            else if (b == '"') inString = false;
            return !inString && depth == 0;
        }

        switch (b)
        {
            case (byte)'"':
                inString = true;
                return false;
            case (byte)'{' or (byte)'[':
                depth++;
                return false;
            case (byte)'}' or (byte)']':
                depth--;
                return depth <= 0;
            default:
                return false;
        }
    }
}
