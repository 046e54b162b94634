using System.Text.Json;
using PolicyEngine.Diagnostics;

namespace PolicyEngine.Json;

/// <summary>Walks the members of one object: reads their names, keeps the path, and reports duplicates.</summary>
internal struct MemberWalk
{
    private readonly JsonContext context;
    private readonly int start;
    private NameSet names;
    private bool isInside;

    /// <summary>A walk through the object at the cursor.</summary>
    internal MemberWalk(ref JsonCursor cursor, JsonContext context)
    {
        this.context = context;
        start = cursor.Span.Start;
        Name = "";
    }

    internal string Name { get; private set; }

    internal TextSpan NameSpan { get; private set; }

    /// <summary>Goes to the value of the next member; false at the end of the object and at a fault of the text.</summary>
    internal bool Next(ref JsonCursor cursor)
    {
        if (isInside) context.Path.Pop();
        isInside = false;
        if (!cursor.Read() || cursor.TokenType != JsonTokenType.PropertyName) return false;
        Name = cursor.GetText();
        NameSpan = cursor.Span;
        if (!names.Add(Name)) context.Report(Descriptors.DuplicateName, NameSpan, Name);
        if (!cursor.Read()) return false;
        context.Path.Push(Name);
        isInside = true;
        return true;
    }

    /// <summary>Ends the walk; false when a fault of the text ended it.</summary>
    internal readonly bool End(ref JsonCursor cursor, out TextSpan span)
    {
        span = TextSpan.FromBounds(start, cursor.Span.End);
        return cursor.TokenType == JsonTokenType.EndObject;
    }
}
