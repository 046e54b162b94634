using System.Text;

namespace PolicyEngine.Catalogue.Sources;

/// <summary>Writes what stands for any text in the lists of AWS as <c>*</c>.</summary>
internal static class Placeholders
{
    /// <summary>Words that stand for a tag's key although nothing marks them.</summary>
    private static readonly string[] UnmarkedTagKeys = ["tag-key", "TagKey", "key", ""];

    /// <summary>A condition key: <c>${Name}</c>, <c>&lt;name&gt;</c>, and a last part behind a slash that is empty or a word for the key of a tag.</summary>
    internal static string InKey(string text)
    {
        string marked = In(text);
        int slash = marked.LastIndexOf('/');
        return slash >= 0 && UnmarkedTagKeys.Contains(marked[(slash + 1)..], StringComparer.Ordinal) ? $"{marked[..(slash + 1)]}*" : marked;
    }

    /// <summary><c>${Name}</c>, <c>{Name}</c> and <c>&lt;name&gt;</c>; several in a row are one. What has no end stays as it is.</summary>
    internal static string In(string text)
    {
        StringBuilder written = new(text.Length);
        for (int i = 0; i < text.Length; i++)
        {
            int end = text[i] switch
            {
                '$' when i + 1 < text.Length && text[i + 1] == '{' => text.IndexOf('}', i),
                '{' => text.IndexOf('}', i),
                '<' => text.IndexOf('>', i),
                '*' => i,
                _ => -1,
            };
            if (end < 0)
            {
                written.Append(text[i]);
                continue;
            }

            if (written.Length == 0 || written[^1] != '*') written.Append('*');
            i = end;
        }

        return written.ToString();
    }
}
