using PolicyEngine.Syntax;

namespace PolicyEngine.Reference;

/// <summary>Action and NotAction (L-60 to L-66).</summary>
internal static class Actions
{
    /// <summary>L-17, L-65.</summary>
    internal static Answer Match(ActionElement element, PolicyDocument document, string action)
    {
        if (element.Patterns.Count == 0) return element.IsNegated ? Answer.Defect : false;
        Answer listed = Answer.Any(element.Patterns.Select(p => Match(p.Text, document, action)));
        return element.IsNegated ? !listed : listed;
    }

    /// <summary>L-28, L-61 to L-64, L-171: malformed patterns are undecided; so is a wildcard in the prefix that would match.</summary>
    private static Answer Match(string pattern, PolicyDocument document, string action)
    {
        if (pattern is "*" or "*:*") return true;
        string[] own = Forms.Ascii(pattern).Split(':');
        string[] asked = Forms.Ascii(action).Split(':', 2);
        bool isFormed = own.Length == 2 && own[0].Length > 0 && own[1].Length > 0 && own[0].All(static c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '*' or '?');
        if (!isFormed || asked.Length < 2 || (document.HasVariables && pattern.Contains("${", StringComparison.Ordinal))) return Answer.Defect;
        Answer all = Answer.All(own.Zip(asked, static (p, text) => Patterns.Glob(Patterns.Read(p, wildcards: true, variables: false)!, text)));
        return all.MayBe && own[0].AsSpan().ContainsAny('*', '?') ? Answer.Defect : all;
    }
}
