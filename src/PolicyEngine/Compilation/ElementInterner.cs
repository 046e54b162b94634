using PolicyEngine.Matching;
using PolicyEngine.Matching.Conditions;
using PolicyEngine.Syntax;

namespace PolicyEngine.Compilation;

/// <summary>Equal elements of the policies that are compiled together, which are compiled and kept once.</summary>
/// <remarks>The same text may mean something else in a document without variables. Used while compiling only.</remarks>
internal sealed class ElementInterner
{
    private readonly Dictionary<(ActionElement Element, bool Variables), PatternList> actions = [];
    private readonly Dictionary<(ConditionOperator Operator, ConditionEntry Entry, bool Variables), ConditionMatcher> conditions = [];
    private readonly Dictionary<(PrincipalElement Element, bool Denies, bool OfEndpoint), PrincipalMatcher> principals = [];
    private readonly HashSet<string> texts = new(StringComparer.Ordinal);

    internal PatternList GetActions(ActionElement element, bool variables)
    {
        if (actions.TryGetValue((element, variables), out PatternList? known)) return known;
        PatternList compiled = new([.. element.Patterns.Select(pattern => new ActionPattern(pattern.Text, variables))], element.IsNegated);
        actions.Add((element, variables), compiled);
        return compiled;
    }

    internal ConditionMatcher GetCondition(ConditionOperator op, ConditionEntry entry, bool variables)
    {
        if (conditions.TryGetValue((op, entry, variables), out ConditionMatcher? known)) return known;
        ConditionMatcher compiled = ConditionCompiler.Compile(op, entry, variables);
        conditions.Add((op, entry, variables), compiled);
        return compiled;
    }

    internal PrincipalMatcher GetPrincipal(PrincipalElement element, bool denies, bool ofEndpoint)
    {
        if (principals.TryGetValue((element, denies, ofEndpoint), out PrincipalMatcher? known)) return known;
        List<PrincipalEntry> entries = element.IsEveryone ? [PrincipalEntry.Everyone] : [];
        foreach (PrincipalGroup group in element.Groups)
        {
            foreach (TextValue value in group.Values) entries.Add(PrincipalEntry.Create(group.Type, value.Text, element.IsNegated));
        }

        PrincipalMatcher compiled = new([.. entries], element.IsNegated, denies, ofEndpoint);
        principals.Add((element, denies, ofEndpoint), compiled);
        return compiled;
    }

    /// <summary>The one string that is kept of the same characters.</summary>
    internal string GetText(string text)
    {
        if (texts.TryGetValue(text, out string? known)) return known;
        texts.Add(text);
        return text;
    }
}
