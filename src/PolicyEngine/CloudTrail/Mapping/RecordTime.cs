using PolicyEngine.Language;

namespace PolicyEngine.CloudTrail.Mapping;

/// <summary>Reads the times of records.</summary>
internal static class RecordTime
{
    /// <summary>The time in the form of condition keys; old records write it without hyphens and colons. Null when it is none.</summary>
    internal static string? Normalize(string? text)
    {
        bool isCompact = text is { Length: 16 } && text[8] == 'T' && text[15] == 'Z' && !text.Contains('-', StringComparison.Ordinal);
        if (isCompact) text = $"{text![..4]}-{text[4..6]}-{text[6..11]}:{text[11..13]}:{text[13..]}";
        return text?.Contains('T', StringComparison.Ordinal) == true && PolicyInstant.TryParse(text, out _) ? text : null;
    }
}
