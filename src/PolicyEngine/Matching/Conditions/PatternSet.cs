using System.Collections.Frozen;
using PolicyEngine.Matching.Searching;

namespace PolicyEngine.Matching.Conditions;

/// <summary>Many patterns of one condition, of which any may match.</summary>
/// <remarks>Literal texts are a set. Many others are found by a trie where they begin with literal text, and by an index of n-grams where they contain four literal
/// characters (ConditionBenchmarks.Compiled); what is found is still matched, and what is not found does not match.</remarks>
internal sealed class PatternSet
{
    private const int FewPatterns = 8;
    private const int FewLiterals = 4;
    private static readonly string[] NoTexts = [];
    private readonly string[] fewLiterals = NoTexts;
    private readonly FrozenSet<string>? manyLiterals;
    private readonly TextPattern[] patterns;
    private readonly TextPattern[] unindexed;
    private readonly PrefixTrie? prefixes;
    private readonly SubstringIndex? substrings;

    internal PatternSet(TextPattern[] all)
    {
        string[] texts = [.. all.Where(static p => p.IsConstant && p.IsLiteral).Select(static p => p.LiteralPrefix)];
        if (texts.Length > FewLiterals) manyLiterals = texts.ToFrozenSet(StringComparer.Ordinal);
        else fewLiterals = texts;
        patterns = [.. all.Where(static p => !p.IsConstant || !p.IsLiteral)];
        unindexed = patterns;
        if (patterns.Length <= FewPatterns) return;
        (TextPattern Pattern, int Number)[] constant = [.. patterns.Index().Where(static p => p.Item.IsConstant).Select(static p => (p.Item, p.Index))];
        prefixes = PrefixTrie.Build([.. constant.Where(static p => p.Pattern.LiteralPrefix.Length > 0).Select(static p => (p.Pattern.LiteralPrefix, p.Number))]);
        substrings = SubstringIndex.Build([.. constant.Where(static p => HasSubstringOnly(p.Pattern)).Select(static p => (p.Pattern.LongestLiteral, p.Number))]);
        unindexed = [.. patterns.Where(static p => !p.IsConstant || (p.LiteralPrefix.Length == 0 && !HasSubstringOnly(p)))];
    }

    /// <summary>The only pattern, where there is one and it is literal; else null.</summary>
    internal string? OnlyText => fewLiterals is [var only] && patterns.Length == 0 ? only : null;

    internal MatchResult Match(string value, RequestContext context)
    {
        foreach (string text in fewLiterals)
        {
            if (text == value) return MatchResult.True;
        }

        if (manyLiterals is not null && manyLiterals.Contains(value)) return MatchResult.True;
        MatchResult any = MatchResult.No(MatchReason.None);
        foreach (TextPattern pattern in unindexed)
        {
            any = any.Or(pattern.Match(value, context));
            if (any.IsTrue) return any;
        }

        return (prefixes is null ? any : MatchIndexed(value, context, any)).OrElse(MatchReason.ValueDiffers);
    }

    internal void AddKeys(ICollection<string> keys)
    {
        foreach (TextPattern pattern in patterns) pattern.AddKeys(keys);
    }

    private static bool HasSubstringOnly(TextPattern pattern) => pattern.LiteralPrefix.Length == 0 && pattern.LongestLiteral.Length >= SubstringIndex.NGramLength;

    private MatchResult MatchIndexed(string value, RequestContext context, MatchResult any)
    {
        for (PrefixTrie.Walk walk = prefixes!.Find(value); !any.IsTrue && walk.MoveNext();) any = Match(walk.Numbers, value, context, any);
        SubstringIndex.Walk within = substrings!.Find(value);
        while (!any.IsTrue && within.MoveNext()) any = Match(within.Numbers, value, context, any);
        within.Dispose();
        return any;
    }

    private MatchResult Match(ReadOnlySpan<int> numbers, string value, RequestContext context, MatchResult any)
    {
        foreach (int number in numbers)
        {
            any = any.Or(patterns[number].Match(value, context));
            if (any.IsTrue) break;
        }

        return any;
    }
}
