namespace PolicyEngine.Language;

/// <summary>Tells texts that are no ARN, whichever way they are read, from texts that may be meant as one.</summary>
/// <remarks>Services store such texts in places: <see href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/CreateDestination.html">destinations of CloudWatch Logs</see>.</remarks>
internal static class ForeignText
{
    private const string ArnStart = "arn:";

    /// <summary>True where the text before the first wildcard or variable cannot begin an ARN, in any letter case; an empty text may be anything.</summary>
    internal static bool Is(ReadOnlySpan<char> text)
    {
        int open = text.IndexOfAny('*', '?', '$');
        ReadOnlySpan<char> head = open < 0 ? text : text[..open];
        int length = Math.Min(head.Length, ArnStart.Length);
        return text.Length > 0 && !head[..length].Equals(ArnStart.AsSpan(0, length), StringComparison.OrdinalIgnoreCase);
    }
}
