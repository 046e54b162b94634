using System.Text;
using PolicyEngine.Primitives;
using PolicyEngine.Requests;

namespace PolicyEngine.Matching;

/// <summary>A resource pattern: five parts that never cross a colon, and a resource part that crosses everything.</summary>
/// <remarks>AWS: <see href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html">IAM JSON policy elements: Resource</see>.</remarks>
internal sealed class ResourcePattern : RequestPattern
{
    private const string ShorthandPrefix = "execute-api:/";
    private const int PartCount = 6;
    private const int MinPieceLength = 4;
    private readonly bool isAnything;
    private readonly bool isShorthand;
    private readonly bool isComplete = true;
    private readonly bool completes;
    private readonly bool hasHeadVariables;
    private readonly bool isConstant;
    private readonly bool isNegated;
    private readonly TextPattern[] parts = [];

    /// <summary>The first five parts with their colons, where they are literal ASCII; null where they are not.</summary>
    private readonly string? literalHead;

    /// <summary>Compiles a pattern.</summary>
    /// <param name="text">The text of the policy.</param>
    /// <param name="variables">Whether the document has policy variables.</param>
    /// <param name="completes">Whether missing last parts match anything, as in identity policies.</param>
    /// <param name="allowsShorthand">Whether API Gateway's shorthand may stand here.</param>
    /// <param name="isNegated">Whether the element is NotResource: a variable without value then leaves it undecided.</param>
    internal ResourcePattern(string text, bool variables, bool completes, bool allowsShorthand, bool isNegated)
    {
        this.completes = completes;
        this.isNegated = isNegated;
        isAnything = text.Length > 0 && !text.AsSpan().ContainsAnyExcept('*');
        isShorthand = allowsShorthand && text.StartsWith(ShorthandPrefix, StringComparison.Ordinal);
        if (isShorthand)
        {
            parts = [TextPattern.Compile(text[ShorthandPrefix.Length..], wildcards: true, variables)];
        }
        else if (!isAnything && text.StartsWith("arn:", StringComparison.Ordinal))
        {
            List<string> texts = ArnParts.SplitPattern(text, variables);
            isComplete = texts.Count == PartCount;
            while (texts.Count < PartCount) texts.Add("*");
            parts = [.. texts.Select(part => TextPattern.Compile(part, wildcards: true, variables))];
            hasHeadVariables = variables && texts.Take(PartCount - 1).Any(PatternTokens.HasVariable);
        }

        isConstant = parts.All(static part => part.IsConstant);
        if (isConstant && parts.Length == PartCount && isComplete && !hasHeadVariables && parts.Take(PartCount - 1).All(static part => part.IsLiteral && Ascii.IsValid(part.LiteralPrefix)))
        {
            literalHead = string.Concat(parts.Take(PartCount - 1).Select(static part => $"{part.LiteralPrefix}:"));
        }
    }

    internal override bool IsTrivial => isAnything;

    /// <summary>What a resource begins with that matches or is undecided, letter case ignored; null where nothing can be said, or no more than
    /// service, Region and account.</summary>
    internal string? LiteralPrefix
    {
        get
        {
            if (literalHead is null) return null;
            string own = parts[^1].LiteralPrefix;
            return own.Length == 0 && !parts[^1].IsLiteral ? null : literalHead + own;
        }
    }

    /// <summary>A text that a resource holds that matches or is undecided; null where there is none of use.</summary>
    internal string? LiteralPiece
    {
        get
        {
            if (!isConstant || parts.Length != PartCount || !isComplete) return null;
            string longest = parts[^1].LongestLiteral;
            return longest.Length >= MinPieceLength ? longest : null;
        }
    }

    internal override MatchResult Match(AuthorizationRequest request)
    {
        if (isAnything) return MatchResult.True;
        if (parts.Length == 0) return MatchResult.Undecided(MatchReason.Malformed);
        if (request.MatchedResource == "*") return MatchResult.No(MatchReason.ResourceLess);
        if (!request.HasResourceParts) return MatchResult.Undecided(MatchReason.RequestResourceMalformed);

        if (literalHead is not null && request.HasAsciiHead) return MatchLiteralHead(request, literalHead);
        if (isConstant) return MatchResolved(request, VariableReading.Only);
        VariableReadings readings = VariableReadings.Of(parts, request.Context);
        if (readings.IsTooMany) return MatchResult.Undecided(MatchReason.KeyCaseConflict);
        MatchResult match = MatchReading(request, readings[0]);
        for (int reading = 1; reading < readings.Count; reading++)
        {
            match = match.Agree(MatchReading(request, readings[reading]), MatchReason.VariableEmpty);
        }

        return match;
    }

    internal override void AddKeys(ICollection<string> keys)
    {
        foreach (TextPattern part in parts) part.AddKeys(keys);
    }

    /// <summary>Without wildcards before the resource part nothing can cross a colon, and the head is one comparison.</summary>
    private MatchResult MatchLiteralHead(AuthorizationRequest request, string head)
    {
        ReadOnlySpan<char> text = request.MatchedResource;
        if (!text.StartsWith(head, StringComparison.OrdinalIgnoreCase)) return MatchResult.No(MatchReason.ResourceDiffers);
        MatchResult tail = parts[^1].Match(text[head.Length..], request.Context);
        if (tail.IsFalse) return MatchResult.No(MatchReason.ResourceDiffers);
        return text.StartsWith(head) ? tail : MatchResult.Undecided(MatchReason.ArnCaseDiffers);
    }

    private MatchResult MatchReading(AuthorizationRequest request, VariableReading reading)
    {
        MatchResult resolved = TextPattern.CanResolve(parts, request.Context, reading);
        if (resolved.IsIndeterminate) return resolved;

        // AWS: a pattern whose variable has no value names nothing, and what NotResource then excludes is not documented.
        if (resolved.IsFalse) return isNegated ? MatchResult.Undecided(MatchReason.VariableUnresolved) : resolved;
        return MatchResolved(request, reading);
    }

    private MatchResult MatchResolved(AuthorizationRequest request, VariableReading reading) =>
        isShorthand ? MatchShorthand(request, reading) : MatchArn(request, reading);

    private MatchResult MatchShorthand(AuthorizationRequest request, VariableReading reading)
    {
        ReadOnlySpan<char> resource = request.ResourceParts.Of(request.MatchedResource, PartCount - 1);
        int slash = resource.IndexOf('/');
        if (slash < 0) return MatchResult.No(MatchReason.ResourceDiffers);
        ReadOnlySpan<char> first = request.ResourceParts.Of(request.MatchedResource, 0);
        ReadOnlySpan<char> service = request.ResourceParts.Of(request.MatchedResource, 2);
        bool isApi = first.Equals("arn", StringComparison.OrdinalIgnoreCase) && service.Equals("execute-api", StringComparison.OrdinalIgnoreCase);
        if (!isApi) return MatchResult.No(MatchReason.ResourceDiffers);
        MatchResult match = parts[0].MatchReading(resource[(slash + 1)..], request.Context, reading);
        if (match.IsFalse) return match.Because(MatchReason.ResourceDiffers);
        return first is "arn" && service is "execute-api" ? match : MatchResult.Undecided(MatchReason.ArnCaseDiffers);
    }

    private MatchResult MatchArn(AuthorizationRequest request, VariableReading reading)
    {
        MatchResult tail = MatchPart(request, PartCount - 1, reading, TextComparison.Ordinal);
        MatchResult whole = tail.IsFalse ? tail : tail.And(MatchHead(request, reading, TextComparison.Ordinal));
        if (whole.IsTrue && hasHeadVariables) return MatchResult.Undecided(MatchReason.VariableBeforeResource);
        if (whole.IsTrue && !isComplete && !completes) return MatchResult.Undecided(MatchReason.IncompleteArn);
        if (!whole.IsFalse) return whole;

        // AWS services differ in how they treat letter case before the resource part, and in whether a wildcard at the end of a part crosses colons.
        if (!tail.IsFalse && !MatchHead(request, reading, TextComparison.IgnoreUnicodeCase).IsFalse)
        {
            return MatchResult.Undecided(MatchReason.ArnCaseDiffers);
        }

        return ArnCrossing.IsMatch(parts, request, reading)
            ? MatchResult.Undecided(MatchReason.WildcardCrossesColon)
            : MatchResult.No(MatchReason.ResourceDiffers);
    }

    private MatchResult MatchHead(AuthorizationRequest request, VariableReading reading, TextComparison comparison)
    {
        MatchResult all = MatchResult.True;
        for (int i = PartCount - 2; i >= 0 && !all.IsFalse; i--) all = all.And(MatchPart(request, i, reading, comparison));
        return all;
    }

    private MatchResult MatchPart(AuthorizationRequest request, int part, VariableReading reading, TextComparison comparison) =>
        parts[part].MatchReading(request.ResourceParts.Of(request.MatchedResource, part), request.Context, reading, comparison);
}
