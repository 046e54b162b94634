using PolicyEngine.Diagnostics;
using PolicyEngine.Json;

namespace PolicyEngine.Syntax.Parsing;

/// <summary>Goes past a member whose name is none of its object.</summary>
internal static class UnknownElement
{
    /// <summary>Reports the name at the cursor, a second time as a duplicate too.</summary>
    internal static bool Read(ref JsonCursor cursor, ParseContext context, ref HashSet<string>? others, string place, string[] known)
    {
        string name = cursor.GetText();
        TextSpan span = cursor.Span;
        others ??= new HashSet<string>(StringComparer.Ordinal);
        if (!others.Add(name)) context.Report(Descriptors.DuplicateName, span, name);
        if (!cursor.Read()) return false;
        context.Path.Push(name);
        context.Report(Descriptors.UnknownElement, span, name, place, ElementNames.Suggest(name, known));
        bool complete = cursor.Skip();
        context.Path.Pop();
        return complete;
    }
}
