using PolicyEngine.Language;
using PolicyEngine.Syntax;

namespace PolicyEngine.Checks;

/// <summary>Tells which actions an element names.</summary>
internal static class ActionCoverage
{
    /// <summary>True where the element names an action: a pattern of Action matches it, or none of NotAction.</summary>
    internal static bool Covers(ActionElement? element, string action)
    {
        if (element is null) return false;
        foreach (TextValue pattern in element.Patterns)
        {
            if (NameWildcard.IsMatch(pattern.Text, action)) return !element.IsNegated;
        }

        return element.IsNegated;
    }

    /// <summary>True where the element names one of these actions.</summary>
    internal static bool CoversAny(ActionElement? element, params ReadOnlySpan<string> actions)
    {
        foreach (string action in actions)
        {
            if (Covers(element, action)) return true;
        }

        return false;
    }
}
