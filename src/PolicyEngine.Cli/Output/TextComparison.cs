namespace PolicyEngine.Cli.Output;

/// <summary>Two texts under each other, with the difference marked.</summary>
internal static class TextComparison
{
    private const char Ellipsis = '…';

    /// <summary>The number of characters that two texts begin with alike.</summary>
    internal static int CommonBeginning(string one, string other) => one.AsSpan().CommonPrefixLength(other);

    /// <summary>Cuts two texts to the same window, so that the place where they begin to differ is seen in both.</summary>
    /// <param name="policy">The text of the policy.</param>
    /// <param name="request">The text of the request.</param>
    /// <param name="room">The cells of a line.</param>
    /// <returns>The two pieces, and the place and length of the difference in the second; a length of 0 where no place can be told.</returns>
    internal static (string Policy, string Request, int Start, int Length) Cut(string policy, string request, int room)
    {
        int same = CommonBeginning(policy, request);
        bool isPattern = same < policy.Length && policy[same] is '*' or '?' or '$' or '[';
        bool isMarked = !isPattern && policy != request && request.Length > 0 && request[0] != '(';
        int most = Math.Max(policy.Length, request.Length);
        int first = most <= room ? 0 : Math.Clamp(same - (room / 2), 0, most - room);
        int tail = CommonEnd(policy, request, same);
        int length = isMarked ? Math.Max(1, request.Length - same - tail) : 0;
        string shown = Window(request, first, room);
        int start = same - first;
        return (Window(policy, first, room), shown, start, Math.Min(length, Math.Max(1, shown.Length - start)));
    }

    private static int CommonEnd(string one, string other, int same)
    {
        int most = Math.Min(one.Length, other.Length) - same;
        int tail = 0;
        while (tail < most && one[^(tail + 1)] == other[^(tail + 1)]) tail++;
        return tail;
    }

    private static string Window(string text, int first, int room)
    {
        if (first >= text.Length) return first == 0 ? text : Ellipsis.ToString();
        string piece = text.Length - first <= room ? text[first..] : $"{text.Substring(first, room - 1)}{Ellipsis}";
        return first == 0 ? piece : Ellipsis + piece[1..];
    }
}
