using PolicyEngine.Cli.Cases;

namespace PolicyEngine.Cli.Commands;

/// <summary>Reads tags: <c>WHERE:KEY=VALUE</c>, which is short for a condition key.</summary>
internal static class TagOption
{
    /// <summary>The condition key and its value; of a tag of the request also the name of the tag, which is in <c>aws:TagKeys</c>.</summary>
    /// <exception cref="CaseFormatException">The text is no tag.</exception>
    internal static (string Key, string Value, string? TagKey) Read(string text)
    {
        int colon = text.IndexOf(':', StringComparison.Ordinal);
        int equals = text.IndexOf('=', StringComparison.Ordinal);
        if (colon <= 0 || equals < colon + 2) throw new CaseFormatException($"'{text}' is not WHERE:KEY=VALUE");
        string tag = text[(colon + 1)..equals];
        string value = text[(equals + 1)..];
        return text[..colon] switch
        {
            "principal" => ($"aws:PrincipalTag/{tag}", value, null),
            "resource" => ($"aws:ResourceTag/{tag}", value, null),
            "request" => ($"aws:RequestTag/{tag}", value, tag),
            string where => throw new CaseFormatException($"'{where}' has no tags; WHERE is principal, resource or request"),
        };
    }
}
