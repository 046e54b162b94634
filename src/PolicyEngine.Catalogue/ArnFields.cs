using System.Diagnostics.CodeAnalysis;

namespace PolicyEngine.Catalogue;

/// <summary>The fields of the text of a Resource element that the catalogue looks at.</summary>
internal static class ArnFields
{
    private const int FieldsBeforeResource = 5;

    /// <summary>Splits a text; a colon within a policy variable divides nothing.</summary>
    /// <param name="text">The text.</param>
    /// <param name="service">The third field, without wildcards and variables.</param>
    /// <param name="resource">What follows the fifth field.</param>
    /// <returns>False for a text that has not six fields, does not begin with <c>arn</c>, or whose service is not told.</returns>
    internal static bool TrySplit(string text, out ReadOnlySpan<char> service, [NotNullWhen(true)] out string? resource)
    {
        service = default;
        resource = null;
        int field = 0;
        int start = 0;
        for (int i = 0; i < text.Length && field < FieldsBeforeResource; i++)
        {
            if (text[i] == '$' && i + 1 < text.Length && text[i + 1] == '{' && text.IndexOf('}', i) is > 0 and int end)
            {
                i = end;
                continue;
            }

            if (text[i] != ':') continue;
            ReadOnlySpan<char> own = text.AsSpan(start, i - start);
            if (field == 0 && own is not "arn") return false;
            if (field == 2) service = own;
            field++;
            start = i + 1;
        }

        if (field < FieldsBeforeResource || service.IsEmpty || service.ContainsAny('*', '?', '$')) return false;
        resource = text[start..];
        return true;
    }
}
