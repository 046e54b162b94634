using PolicyEngine.Diagnostics;
using PolicyEngine.Text;

namespace PolicyEngine.Syntax.Parsing;

/// <summary>The names met in one object, after unescaping.</summary>
internal sealed class NameSet(ParseContext context)
{
    private readonly HashSet<string> names = new(StringComparer.Ordinal);

    /// <summary>Adds a name and reports it when it is there already.</summary>
    internal void Add(string name, TextSpan span)
    {
        if (!names.Add(name)) context.Report(Descriptors.DuplicateName, span, name);
    }
}
