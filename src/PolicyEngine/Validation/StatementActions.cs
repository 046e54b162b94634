using PolicyEngine.Language;
using PolicyEngine.Syntax;

namespace PolicyEngine.Validation;

/// <summary>Asks which services the actions of a statement belong to.</summary>
internal static class StatementActions
{
    /// <summary>Whether the statement names actions of these services and no others.</summary>
    internal static bool AreAllOf(ActionElement? actions, params ReadOnlySpan<string> services)
    {
        if (actions is not { IsNegated: false }) return false;
        foreach (TextValue pattern in actions.Patterns)
        {
            bool isOfAny = false;
            foreach (string service in services) isOfAny |= IsOf(pattern.Text, service);
            if (!isOfAny) return false;
        }

        return true;
    }

    /// <summary>Whether an action pattern names every action of every service.</summary>
    internal static bool IsAny(string pattern) => ActionForm.Classify(pattern, out _) == ActionFormKind.Any;

    /// <summary>Whether an action pattern names actions of one service.</summary>
    internal static bool IsNamed(string pattern) => ActionForm.Classify(pattern, out _) == ActionFormKind.Named;

    private static bool IsOf(string pattern, string service) =>
        pattern.Length > service.Length && pattern[service.Length] == ':' && pattern.StartsWith(service, StringComparison.OrdinalIgnoreCase);
}
