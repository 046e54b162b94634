using PolicyEngine.Syntax;
using PolicyEngine.Syntax.Drafts;

namespace PolicyEngine.Validation;

/// <summary>Checks the texts of an element one by one, each under its own path.</summary>
internal static class PatternListCheck
{
    /// <summary>Checks one text of a list.</summary>
    internal delegate void PatternCheck(ParseContext context, TextValue pattern, bool variables);

    internal static void Check(ParseContext context, string element, SyntaxList<TextValue> patterns, bool variables, PatternCheck check)
    {
        context.Path.Push(element);
        for (int i = 0; i < patterns.Count; i++)
        {
            context.PushItem(patterns, i);
            check(context, patterns[i], variables);
            context.PopItem(patterns);
        }

        context.Path.Pop();
    }
}
