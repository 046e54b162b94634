using PolicyEngine.Syntax;

namespace PolicyEngine.Reference;

/// <summary>Resource and NotResource (L-70 to L-81).</summary>
internal static class Resources
{
    private const string Shorthand = "execute-api:/";

    /// <summary>L-17, L-25, L-42, L-43, L-78.</summary>
    internal static Answer Match(ResourceElement? element, PolicyDocument document, AuthorizationRequest request)
    {
        if (element is null) return document.Type is PolicyType.Resource or PolicyType.Trust ? true : Answer.Defect;
        if (element.Patterns.Count == 0) return element.IsNegated ? Answer.Defect : false;
        Answer listed = Answer.Any(element.Patterns.Select(p => Match(p.Text, document, request, element.IsNegated)));
        return element.IsNegated ? !listed : listed;
    }

    /// <summary>L-70, L-73, L-77, L-80, L-180.</summary>
    private static Answer Match(string pattern, PolicyDocument document, AuthorizationRequest request, bool isNegated)
    {
        if (pattern.Length > 0 && pattern.All(static c => c == '*')) return true;
        bool isShort = document.Type == PolicyType.Resource && pattern.StartsWith(Shorthand, StringComparison.Ordinal);
        if (!isShort && !pattern.StartsWith("arn:", StringComparison.Ordinal)) return !isNegated && Forms.IsForeign(pattern) ? false : Answer.Defect;
        string resource = request.Resource == "*" && Forms.Ascii(request.Action) == "s3:listallmybuckets" ? $"arn:{request.Principal.Partition}:s3:::*" : request.Resource;
        if (resource == "*") return false;
        string full = isShort ? "arn:*:execute-api:*:*:" + pattern[Shorthand.Length..] : pattern;
        List<PatternChar>? signs = Patterns.Read(full, wildcards: true, document.HasVariables);
        string[] asked = resource.Split(':', 6);
        if (signs is null || asked.Length < 6) return Answer.Defect;
        return Patterns.InEachCase(signs, request.Context, find => Match(Patterns.Split(signs), resource, asked, find, document.Type, isShort, isNegated));
    }

    /// <summary>L-72, L-74 to L-76, L-79, L-171, L-175: the algorithm at the end of section 3.</summary>
    private static Answer Match(List<List<PatternChar>> parts, string resource, string[] asked, Func<string, ContextValue?> find, PolicyType type, bool isShort, bool isNegated)
    {
        bool completes = type is PolicyType.Identity or PolicyType.Managed or PolicyType.PermissionsBoundary;
        bool isWeak = (parts.Count < 6 && !completes) || parts.Take(5).Any(static part => part.Any(static s => s.Name is not null));
        while (parts.Count < 6) parts.Add([new PatternChar('*', IsWild: true)]);
        List<PatternChar>[] filled = new List<PatternChar>[6];
        Answer[] troubles = [.. parts.Select((part, i) => Patterns.Fill(part, find, out filled[i])).OfType<Answer>()];
        if (troubles.Length > 0) return Answer.Any(troubles) is { MayBe: true } trouble ? trouble : isNegated ? Answer.Defect : false;
        int slash = isShort ? asked[5].IndexOf('/', StringComparison.Ordinal) : -1;
        Answer tail = isShort && slash < 0 ? false : Patterns.Glob(filled[5], asked[5][(slash + 1)..]);
        Answer exact = tail & Answer.All(Enumerable.Range(0, 5).Select(i => Patterns.Glob(filled[i], asked[i])));
        if (exact.MayBe) return isWeak ? Answer.Defect : exact;
        Answer otherCase = tail & Answer.All(Enumerable.Range(0, 5).Select(i => Patterns.Glob([.. filled[i].Select(static s => s.Fold())], Forms.Fold(asked[i]))));
        return otherCase.MayBe || (!isShort && Crossing(filled, resource).MayBe) ? Answer.Defect : false;
    }

    /// <summary>L-74: the whole text, where a final * of the parts two to five may cross colons.</summary>
    private static Answer Crossing(List<PatternChar>[] filled, string resource)
    {
        List<PatternChar> whole = [];
        for (int i = 0; i < 5; i++)
        {
            whole.AddRange(filled[i].Select((s, at) => s with { StopsAtColon = s.IsWild && !(i > 0 && s.Char == '*' && at == filled[i].Count - 1) }));
            whole.Add(new PatternChar(':'));
        }

        return Patterns.Glob([.. whole, .. filled[5]], resource);
    }
}
