using System.Text.Json;
using PolicyEngine.Json;

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
        span = default;
        MemberWalk members = new(ref cursor, context);
        while (members.Next(ref cursor))
        {
            if (!read(ref cursor, context, members.Name, members.NameSpan, state)) return false;
        }

        return members.End(ref cursor, out span);
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
