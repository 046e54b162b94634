using System.Text.Json;
using PolicyEngine.Diagnostics;
using PolicyEngine.Text;

namespace PolicyEngine.Syntax.Parsing;

/// <summary>Reads the value of one member of an object; answers whether the walk can go on.</summary>
internal delegate bool MemberReader<in T>(ref JsonCursor cursor, ParseContext context, string name, TextSpan nameSpan, T state);

/// <summary>Reads one item of an array; answers whether the walk can go on.</summary>
internal delegate bool ItemReader<in T>(ref JsonCursor cursor, ParseContext context, int index, T state);

/// <summary>Walks objects and arrays, keeps the path, and reports duplicate names.</summary>
/// <remarks>Every reader of this folder answers whether the walk can go on: false only after a fault of the text itself.</remarks>
internal static class ContainerReader
{
    /// <summary>Walks the members of the object at the cursor.</summary>
    internal static bool ReadObject<T>(ref JsonCursor cursor, ParseContext context, T state, MemberReader<T> read, out TextSpan span)
    {
        span = cursor.Span;
        NameSet names = default;
        while (cursor.Read() && cursor.TokenType == JsonTokenType.PropertyName)
        {
            string name = cursor.GetText();
            TextSpan nameSpan = cursor.Span;
            if (!names.Add(name)) context.Report(Descriptors.DuplicateName, nameSpan, name);
            if (!cursor.Read()) return false;
            context.Path.Push(name);
            bool complete = read(ref cursor, context, name, nameSpan, state);
            context.Path.Pop();
            if (!complete) return false;
        }

        span = TextSpan.FromBounds(span.Start, cursor.Span.End);
        return cursor.TokenType == JsonTokenType.EndObject;
    }

    /// <summary>Walks the items of the array at the cursor.</summary>
    internal static bool ReadArray<T>(ref JsonCursor cursor, ParseContext context, T state, ItemReader<T> read, out TextSpan span)
    {
        span = cursor.Span;
        for (int index = 0; cursor.Read() && cursor.TokenType != JsonTokenType.EndArray; index++)
        {
            context.Path.Push(index);
            bool complete = read(ref cursor, context, index, state);
            context.Path.Pop();
            if (!complete) return false;
        }

        span = TextSpan.FromBounds(span.Start, cursor.Span.End);
        return cursor.TokenType == JsonTokenType.EndArray;
    }
}
