using System.Text.Json;
using PolicyEngine.Diagnostics;
using PolicyEngine.Json;

namespace PolicyEngine.Endpoints.Reading;

/// <summary>The fields of a JSON object, and what each of them sets in the draft of its owner.</summary>
/// <remarks>Null is the same as an absent field, another JSON type is an error, and unknown fields are passed over. Every method that reads
/// answers if the walk can go on: it returns false only after a fault of the text itself.</remarks>
/// <typeparam name="T">The draft.</typeparam>
internal sealed class FieldTable<T>
{
    private readonly Dictionary<string, Reader> readers = new(StringComparer.Ordinal);

    /// <summary>Reads the value of a field into the draft.</summary>
    internal delegate bool Reader(ref JsonCursor cursor, JsonContext context, string name, T draft);

    internal FieldTable<T> Text(string name, Action<T, string?> set) => Text(name, (draft, text, _) => set(draft, text));

    /// <summary>A string, of which the place is kept too.</summary>
    internal FieldTable<T> Text(string name, Action<T, string?, TextSpan> set) => Add(name, (ref cursor, context, field, draft) =>
    {
        TextSpan span = cursor.Span;
        bool goesOn = FieldValue.ReadText(ref cursor, context, field, out string? text);
        set(draft, text, span);
        return goesOn;
    });

    internal FieldTable<T> Boolean(string name, Action<T, bool?> set) => Add(name, (ref cursor, context, field, draft) =>
    {
        bool isBoolean = cursor.TokenType is JsonTokenType.True or JsonTokenType.False;
        set(draft, isBoolean ? cursor.TokenType == JsonTokenType.True : null);
        return isBoolean || cursor.TokenType == JsonTokenType.Null || FieldValue.ReportWrongType(ref cursor, context, field, "true or false");
    });

    /// <summary>The name of a value of an enumeration, in any letter case; another name is <paramref name="unrecognized"/>, with a warning.</summary>
    internal FieldTable<T> Name<TEnum>(string name, TEnum unrecognized, Action<T, TEnum?> set)
        where TEnum : struct, Enum => Add(name, (ref cursor, context, field, draft) =>
    {
        bool goesOn = FieldValue.ReadText(ref cursor, context, field, out string? text);
        TEnum? value = text is null ? null : Find(text, unrecognized);
        if (value.Equals(unrecognized)) context.Report(Descriptors.UnknownFieldValue, cursor.Span, text, field);
        set(draft, value);
        return goesOn;
    });

    /// <summary>An array of strings.</summary>
    internal FieldTable<T> Texts(string name, Action<T, string> add) => Items(name, (ref cursor, context, field, draft) =>
    {
        if (!FieldValue.ReadText(ref cursor, context, field, out string? text)) return false;
        if (text is not null) add(draft, text);
        return true;
    });

    /// <summary>An object with fields of its own; <paramref name="set"/> takes it when it is complete.</summary>
    internal FieldTable<T> Object<TPart>(string name, FieldTable<TPart> fields, Action<T, TPart> set)
        where TPart : new() => Add(name, ReadPart(fields, set));

    /// <summary>An array of such objects.</summary>
    internal FieldTable<T> Objects<TPart>(string name, FieldTable<TPart> fields, Action<T, TPart> add)
        where TPart : new() => Items(name, ReadPart(fields, add));

    /// <summary>An array of objects whose fields belong to the same draft.</summary>
    internal FieldTable<T> Wrappers(string name, FieldTable<T> fields) => Items(name, (ref cursor, context, field, draft) => fields.ReadObject(ref cursor, context, field, draft));

    /// <summary>A field with a reader of its own.</summary>
    internal FieldTable<T> Add(string name, Reader reader)
    {
        readers.Add(name, reader);
        return this;
    }

    /// <summary>Reads the value of a field; <paramref name="isKnown"/> is false for one that is passed over.</summary>
    internal bool ReadField(ref JsonCursor cursor, JsonContext context, string name, T draft, out bool isKnown)
    {
        isKnown = readers.TryGetValue(name, out Reader? read);
        return isKnown ? read!(ref cursor, context, name, draft) : cursor.Skip();
    }

    /// <summary>Reads the fields of the object at the cursor.</summary>
    internal bool ReadFields(ref JsonCursor cursor, JsonContext context, T draft, out TextSpan span)
    {
        MemberWalk members = new(ref cursor, context);
        while (members.Next(ref cursor))
        {
            if (ReadField(ref cursor, context, members.Name, draft, out _)) continue;
            span = default;
            return false;
        }

        return members.End(ref cursor, out span);
    }

    private bool ReadObject(ref JsonCursor cursor, JsonContext context, string name, T draft)
    {
        if (cursor.TokenType == JsonTokenType.Null) return true;
        return cursor.TokenType == JsonTokenType.StartObject
            ? ReadFields(ref cursor, context, draft, out _)
            : FieldValue.ReportWrongType(ref cursor, context, name, "an object");
    }

    private static TEnum Find<TEnum>(string text, TEnum unrecognized)
        where TEnum : struct, Enum
    {
        TEnum found = Array.Find(Enum.GetValues<TEnum>(), known => string.Equals(known.ToString(), text, StringComparison.OrdinalIgnoreCase));
        return found.Equals(default(TEnum)) ? unrecognized : found;
    }

    private static Reader ReadPart<TPart>(FieldTable<TPart> fields, Action<T, TPart> take)
        where TPart : new() => (ref cursor, context, field, draft) =>
    {
        TPart part = new();
        if (!fields.ReadObject(ref cursor, context, field, part)) return false;
        take(draft, part);
        return true;
    };

    private FieldTable<T> Items(string name, Reader readItem) => Add(name, (ref cursor, context, field, draft) =>
        FieldValue.ReadArray(ref cursor, context, field, (readItem, field, draft), static (ref cursor, context, state) => state.readItem(ref cursor, context, state.field, state.draft)));
}
