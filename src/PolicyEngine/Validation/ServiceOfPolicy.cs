using PolicyEngine.Facts;
using PolicyEngine.Syntax;
using PolicyEngine.Syntax.Drafts;

namespace PolicyEngine.Validation;

/// <summary>Finds the service of a resource policy, and what it demands.</summary>
internal static class ServiceOfPolicy
{
    /// <summary>The profile of the service: as the options say, or of the one service that all statements name; null where it is unknown.</summary>
    internal static ServiceProfile? Find(ParseContext context, DocumentDraft draft)
    {
        if (context.Options.Service is { } told) return ServiceProfiles.Find(told);
        ReadOnlySpan<char> service = default;
        foreach (StatementDraft statement in draft.Statements)
        {
            if (statement.Action is not { IsNegated: false } action) return null;
            foreach (TextValue pattern in action.Patterns)
            {
                ReadOnlySpan<char> prefix = PrefixOf(pattern.Text);
                if (prefix.IsEmpty || !(service.IsEmpty || prefix.Equals(service, StringComparison.OrdinalIgnoreCase))) return null;
                service = prefix;
            }
        }

        return service.IsEmpty ? null : ServiceProfiles.Find(service);
    }

    /// <summary>What the service demands of Resource in a statement; null where that is unknown.</summary>
    internal static ProfileCell? FindResourceRule(ParseContext context, in StatementDraft statement)
    {
        if (context.Service is not { } service) return null;
        string[] names = statement.Action is { IsNegated: false } action
            ? [.. action.Patterns.Select(static pattern => pattern.Text).Select(text => PrefixOf(text).Equals(service.Prefix, StringComparison.OrdinalIgnoreCase) ? text[(service.Prefix.Length + 1)..] : "*")]
            : [];
        return service.FindResourceRule(names);
    }

    /// <summary>The text before the colon; empty where it holds a wildcard, or there is none.</summary>
    private static ReadOnlySpan<char> PrefixOf(string text)
    {
        ReadOnlySpan<char> prefix = text.AsSpan(0, Math.Max(text.IndexOf(':', StringComparison.Ordinal), 0));
        return prefix.ContainsAny('*', '?') ? default : prefix;
    }
}
