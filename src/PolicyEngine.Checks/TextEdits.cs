using System.Text.Json;
using PolicyEngine.Syntax;

namespace PolicyEngine.Checks;

/// <summary>Makes the edits of fixes. Each is null where the text has no such place, or where the change would meet what stands beside it.</summary>
internal static class TextEdits
{
    /// <summary>Writes a text in place of a JSON string.</summary>
    internal static FindingFix? Replace(PolicyText source, TextSpan text, string newText, bool keepsMeaning = false)
    {
        bool isText = text.Length >= 2 && text.End <= source.Length && source.Utf8[text.Start] == (byte)'"' && source.Utf8[text.End - 1] == (byte)'"';
        return isText ? new FindingFix(keepsMeaning, new TextEdit(text, $"\"{JsonEncodedText.Encode(newText)}\"")) : null;
    }

    /// <summary>Writes another operator, where the clause has no other key and the new operator does not stand beside it.</summary>
    internal static FindingFix? RenameOperator(PolicyText source, ConditionTest test, string newName, bool keepsMeaning = false)
    {
        bool isFree = test.Clause.Entries.Count == 1 && test.Condition.Clauses.All(clause => clause.Operator.ToString() != newName);
        return isFree ? Replace(source, NameOf(source, test.Clause.Span), newName, keepsMeaning) : null;
    }

    /// <summary>Writes another key, where the new one does not stand beside it.</summary>
    internal static FindingFix? RenameKey(PolicyText source, ConditionTest test, string newName, bool keepsMeaning = false)
    {
        bool isFree = test.Clause.Entries.All(entry => ReferenceEquals(entry, test.Entry) || !ConditionKey.NameComparer.Equals(entry.Key, newName));
        return isFree ? Replace(source, NameOf(source, test.Entry.Span), newName, keepsMeaning) : null;
    }

    /// <summary>Takes an item out of a list, or a member out of an object, with the comma behind it, or, for the last one, before it.</summary>
    internal static FindingFix? Remove(PolicyText source, TextSpan item)
    {
        if (item.Length == 0 || item.End > source.Length) return null;
        int behind = SkipBlanks(source, item.End);
        if (behind < source.Length && source.Utf8[behind] == (byte)',') return Cut(item.Start, SkipBlanks(source, behind + 1));
        int before = item.Start;
        while (before > 0 && IsBlank(source.Utf8[before - 1])) before--;
        if (before > 0 && source.Utf8[before - 1] == (byte)',') return Cut(before - 1, item.End);
        return null;

        static FindingFix Cut(int start, int end) => new(keepsMeaning: true, new TextEdit(TextSpan.FromBounds(start, end), ""));
    }

    /// <summary>The bytes of a member, name and value, of the object that a span cuts out; null where it has no such member.</summary>
    internal static TextSpan? FindMember(PolicyText source, TextSpan parent, string name)
    {
        if (parent.Length == 0 || parent.End > source.Length) return null;
        JsonReaderOptions options = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip };
        Utf8JsonReader reader = new(source.Utf8.Slice(parent.Start, parent.Length), options);
        try
        {
            while (reader.Read())
            {
                if (reader.CurrentDepth != 1 || reader.TokenType != JsonTokenType.PropertyName) continue;
                bool isMember = reader.ValueTextEquals(name);
                int start = (int)reader.TokenStartIndex;
                reader.Read();
                reader.Skip();
                if (isMember) return TextSpan.FromBounds(parent.Start + start, parent.Start + (int)reader.BytesConsumed);
            }
        }
        catch (JsonException)
        {
            // A tree that was put together in code can have spans of another text.
        }

        return null;
    }

    /// <summary>The name, with its quotes, of a member that a span cuts out.</summary>
    private static TextSpan NameOf(PolicyText source, TextSpan member)
    {
        if (member.Length == 0 || member.End > source.Length || source.Utf8[member.Start] != (byte)'"') return default;
        for (int i = member.Start + 1; i < member.End; i++)
        {
            if (source.Utf8[i] == (byte)'\\') i++;
            else if (source.Utf8[i] == (byte)'"') return TextSpan.FromBounds(member.Start, i + 1);
        }

        return default;
    }

    private static int SkipBlanks(PolicyText source, int start)
    {
        while (start < source.Length && IsBlank(source.Utf8[start])) start++;
        return start;
    }

    private static bool IsBlank(byte b) => b is (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n';
}
