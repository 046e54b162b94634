using System.Text.RegularExpressions;

namespace PolicyEngine.Reference;

/// <summary>Wildcards (L-60) and policy variables (L-170 to L-182).</summary>
internal static class Patterns
{
    private static readonly Regex Variable = Forms.Make(@"(?<name>[*?$])|(?<name>[^\s\p{Cc},'""{}:]+:[^\s\p{Cc},'""{}]*[^\s\p{Cc},'""{}/])(, '(?<default>[^'}]*)')?");

    /// <summary>L-20, L-170, L-172, L-180: the signs of a text; null when a variable in it is malformed.</summary>
    internal static List<PatternChar>? Read(string text, bool wildcards, bool variables)
    {
        List<PatternChar> signs = [];
        for (int i = 0; i < text.Length; i++)
        {
            bool isVariable = variables && string.CompareOrdinal(text, i, "${", 0, 2) == 0;
            if (!isVariable)
            {
                signs.Add(new PatternChar(text[i], IsWild: wildcards && text[i] is ('*' or '?')));
                continue;
            }

            int end = text.IndexOf('}', i);
            Match match = Variable.Match(end < 0 ? "" : text[(i + 2)..end]);
            if (!match.Success) return null;
            signs.Add(new PatternChar('$', Name: match.Groups["name"].Value, Default: match.Groups["default"] is { Success: true } given ? given.Value : null));
            i = end;
        }

        return signs;
    }

    /// <summary>L-71, L-162: at most six parts, split at the first five colons outside variables.</summary>
    internal static List<List<PatternChar>> Split(IEnumerable<PatternChar> signs)
    {
        List<List<PatternChar>> parts = [[]];
        foreach (PatternChar sign in signs)
        {
            if (parts.Count < 6 && sign is { Char: ':', Name: null }) parts.Add([]);
            else parts[^1].Add(sign);
        }

        return parts;
    }

    /// <summary>L-113, L-173, L-182: the answer under each value of the variables: each spelling's value, and the empty text as such and as no value.</summary>
    internal static Answer InEachCase(IEnumerable<PatternChar> signs, RequestContext context, Func<Func<string, ContextValue?>, Answer> match)
    {
        List<Dictionary<string, ContextValue?>> assignments = [new(StringComparer.OrdinalIgnoreCase)];
        foreach (string name in signs.Where(static s => s.Name?.Contains(':', StringComparison.Ordinal) == true).Select(static s => s.Name!).Distinct(StringComparer.OrdinalIgnoreCase))
        {
            IEnumerable<ContextValue?> values = Conditions.Find(context, name).Select(static value => value.Values is [AwsOwned.Account or AwsOwned.Organization] ? ContextValue.Unknown : value).DefaultIfEmpty();
            assignments = [.. assignments.SelectMany(_ => values, (assignment, value) => new Dictionary<string, ContextValue?>(assignment, StringComparer.OrdinalIgnoreCase) { [name] = value })];
        }

        return Answer.Agree(assignments.SelectMany(_ => new[] { true, false }, (assignment, keepsEmpty) =>
            match(name => assignment[name] is { IsList: false, Values: [""] } && !keepsEmpty ? null : assignment[name])));
    }

    /// <summary>L-174, L-176 to L-179, A-91: signs with the values of their variables. Else what replaces the match: false where a
    /// variable has no value, undecided where it is a list or unknown.</summary>
    internal static Answer? Fill(List<PatternChar> signs, Func<string, ContextValue?> find, out List<PatternChar> filled)
    {
        filled = [];
        Answer? trouble = null;
        foreach (PatternChar sign in signs)
        {
            ContextValue? value = sign.Name?.Length > 1 ? find(sign.Name) : null;
            string? text = sign.Name is null ? null : sign.Name.Length == 1 ? sign.Name : value is null ? sign.Default : value.IsList || value.IsUnknown ? null : value.Values[0];
            if (sign.Name is null) filled.Add(sign);
            else if (text is not null) filled.AddRange(text.Select(static c => new PatternChar(c)));
            else trouble = (trouble ?? false) | (value is null ? false : value.IsUnknown ? Answer.UnknownKey : Answer.Defect);
        }

        return trouble;
    }

    /// <summary>L-60: the whole text, with ? read as a code point and as a code unit.</summary>
    internal static Answer Glob(List<PatternChar> pattern, string text) => Answer.Agree([Glob(pattern, text, byCodePoint: false), Glob(pattern, text, byCodePoint: true)]);

    /// <summary>L-60: by all places of the text that each sign reaches.</summary>
    private static bool Glob(List<PatternChar> pattern, string text, bool byCodePoint)
    {
        bool[] reached = [true, .. new bool[text.Length]];
        foreach (PatternChar sign in pattern)
        {
            bool[] next = new bool[text.Length + 1];
            for (int i = 0; i <= text.Length; i++)
            {
                bool IsPair(int at) => byCodePoint && at >= 0 && at + 1 < text.Length && char.IsSurrogatePair(text[at], text[at + 1]);
                if (sign is { IsWild: true, Char: '*' }) next[i] |= reached[i] || (i > 0 && next[i - 1] && !(sign.StopsAtColon && text[i - 1] == ':'));
                else if (!reached[i] || i == text.Length) continue;
                else if (!sign.IsWild) next[i + 1] |= sign.Char == text[i];
                else if (!IsPair(i - 1) && !(sign.StopsAtColon && text[i] == ':')) next[i + (IsPair(i) ? 2 : 1)] = true;
            }

            reached = next;
        }

        return reached[^1];
    }
}
