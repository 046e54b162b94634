namespace PolicyEngine.CloudTrail.Reading;

/// <summary>Recognizes how every record begins, <c>{"eventVersion"</c>, to go on after a broken one.</summary>
internal struct RecordStart
{
    private int matched;

    private static ReadOnlySpan<byte> Pattern => "{\"eventversion\""u8;

    /// <summary>Takes the next byte; tells whether the beginning of a record is complete with it.</summary>
    internal bool Ends(byte b)
    {
        bool isBlank = b is (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n';
        if (matched == 1 && isBlank) return false;
        byte lower = b is >= (byte)'A' and <= (byte)'Z' ? (byte)(b | 0x20) : b;
        matched = lower == Pattern[matched] ? matched + 1 : b == '{' ? 1 : 0;
        if (matched < Pattern.Length) return false;
        matched = 0;
        return true;
    }
}
