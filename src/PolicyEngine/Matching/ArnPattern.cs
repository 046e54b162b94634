using System.Text;
using PolicyEngine.Language;

namespace PolicyEngine.Matching;

/// <summary>A resource pattern: five parts that never cross a colon, and a resource part that crosses everything.</summary>
/// <remarks>
/// <code>
/// arn:aws:ec2:*:123456789012:instance/i-*
/// lead        │ middle      │ tail            lead: the first parts without wildcards, with their colons, which are one comparison
/// </code>
/// AWS: <see href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html">IAM JSON policy elements: Resource</see>.</remarks>
internal sealed class ArnPattern : ResourcePattern
{
    private const int TailPart = 5;
    private const int PartCount = 6;
    private const int MinSubstringLength = 4;
    private static readonly TextPattern[] None = [];

    private readonly string lead;
    private readonly TextPattern[] middle;
    private readonly TextPattern tail;
    private readonly bool hasHeadVariables;

    /// <summary>True where parts are missing at the end that do not match anything.</summary>
    private readonly bool lacksParts;

    private readonly bool isSimple;

    private ArnPattern(string lead, TextPattern[] middle, TextPattern tail, bool hasHeadVariables, bool lacksParts, bool isNegated)
        : base([.. middle, tail], isNegated)
    {
        this.lead = lead;
        this.middle = middle;
        this.tail = tail;
        this.hasHeadVariables = hasHeadVariables;
        this.lacksParts = lacksParts;
        isSimple = middle.Length == 0 && !lacksParts && tail.Simple.Shape != GlobShape.General;
    }

    /// <summary>What a resource begins with that matches or is undecided; null where that is no more than service, Region and account, or where
    /// a variable may leave any resource undecided.</summary>
    internal override string? LiteralPrefix
    {
        get
        {
            if (middle.Length > 0 || lacksParts || !tail.IsConstant || !Ascii.IsValid(lead)) return null;
            string own = tail.LiteralPrefix;
            return own.Length == 0 && !tail.IsLiteral ? null : lead + own;
        }
    }

    internal override string? RequiredSubstring
    {
        get
        {
            if (lacksParts || !tail.IsConstant || !Array.TrueForAll(middle, static part => part.IsConstant)) return null;
            string longest = tail.LongestLiteral;
            return longest.Length >= MinSubstringLength ? longest : null;
        }
    }

    internal static ArnPattern Compile(string text, bool variables, bool completes, bool isNegated, Func<string, string> intern)
    {
        List<string> texts = ArnParts.SplitPattern(text, variables);
        bool isShort = texts.Count < PartCount;
        while (texts.Count < PartCount) texts.Add("*");
        int leading = 0;
        while (leading < TailPart && IsLiteral(texts[leading], variables)) leading++;
        List<string> others = texts[leading..TailPart];
        return new ArnPattern(
            intern(JoinLead(text, texts, leading)),
            others.Count == 0 ? None : [.. others.Select(part => TextPattern.Compile(part, wildcards: true, variables))],
            TextPattern.Compile(texts[TailPart], wildcards: true, variables),
            hasHeadVariables: variables && others.Exists(PatternTokens.HasVariable),
            lacksParts: isShort && !completes,
            isNegated);
    }

    internal override MatchResult Match(AuthorizationRequest request)
    {
        // The commonest pattern: only the resource part has wildcards (IdentityPolicyBenchmarks.Compiled). All others take the long way.
        if (!isSimple || !request.HasResourceParts || !request.BeginsWith(lead)) return base.Match(request);
        return MatchResult.When(tail.Simple.IsMatch(request.MatchedResource.AsSpan(lead.Length)), MatchReason.ResourceDiffers);
    }

    private protected override MatchResult MatchResolved(AuthorizationRequest request, ReadOnlySpan<string?> values)
    {
        string text = request.MatchedResource;
        bool leads = request.BeginsWith(lead);
        if (!leads && !LeadsInOtherCase(request)) return MatchResult.No(MatchReason.ResourceDiffers);
        MatchResult end = tail.MatchResolved(text.AsSpan(request.ResourceParts.StartOf(TailPart)), values[^tail.Variables.Length..]);
        if (!end.IsFalse)
        {
            MatchResult whole = !leads ? MatchResult.No(MatchReason.ResourceDiffers) : middle.Length == 0 ? end : end.And(MatchMiddle(request, values, TextComparison.Ordinal));
            if (whole.IsTrue && hasHeadVariables) return MatchResult.Undecided(MatchReason.VariableBeforeResource);
            if (whole.IsTrue && lacksParts) return MatchResult.Undecided(MatchReason.IncompleteArn);
            if (!whole.IsFalse) return whole;

            // AWS: services differ in how they treat letter case before the resource part.
            if (!MatchMiddle(request, values, TextComparison.IgnoreUnicodeCase).IsFalse) return MatchResult.Undecided(MatchReason.ArnCaseDiffers);
        }

        // AWS: and in whether a wildcard at the end of a part crosses colons.
        return leads && middle.Length > 0 && new ColonCrossing<ICharacterMeter.None>(request, values).IsMatch(middle, tail)
            ? MatchResult.Undecided(MatchReason.WildcardCrossesColon)
            : MatchResult.No(MatchReason.ResourceDiffers);
    }

    /// <summary>The first parts with their colons.</summary>
    private static string JoinLead(string text, List<string> parts, int count)
    {
        int length = 0;
        for (int i = 0; i < count; i++) length += parts[i].Length + 1;
        return length <= text.Length ? text[..length] : text + ":";
    }

    private static bool IsLiteral(string text, bool variables) => text.AsSpan().IndexOfAny('*', '?') < 0 && !(variables && text.Contains('$', StringComparison.Ordinal));

    private bool LeadsInOtherCase(AuthorizationRequest request)
    {
        int length = request.ResourceParts.StartOf(TailPart - middle.Length);
        return length == lead.Length && TextComparer.Equal(request.MatchedResource.AsSpan(0, length), lead, TextComparison.IgnoreUnicodeCase);
    }

    private MatchResult MatchMiddle(AuthorizationRequest request, ReadOnlySpan<string?> values, TextComparison comparison)
    {
        MatchResult all = MatchResult.True;
        ReadOnlySpan<string?> remaining = values[..^tail.Variables.Length];
        for (int i = middle.Length - 1; i >= 0 && !all.IsFalse; i--)
        {
            if (middle[i].IsAnything) continue;
            ReadOnlySpan<char> own = request.ResourceParts.Of(request.MatchedResource, TailPart - middle.Length + i);
            all = all.And(middle[i].MatchResolved(own, remaining[^middle[i].Variables.Length..], comparison));
            remaining = remaining[..^middle[i].Variables.Length];
        }

        return all;
    }
}
