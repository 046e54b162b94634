using System.Globalization;

namespace PolicyEngine.Checks;

/// <summary>Where a finding belongs among those of one text, when not all of them are shown.</summary>
/// <param name="Round">The round.</param>
/// <param name="Statement">The statement; negative for the document.</param>
/// <param name="Element">The element of the statement, in the order in which the parser checks them.</param>
/// <param name="Start">The place in the text.</param>
/// <param name="Rank">The order of findings at one place.</param>
internal readonly record struct FindingPlace(AdviceRound Round, int Statement, int Element, int Start, int Rank)
{
    private const string Prefix = "Statement[";

    /// <summary>What findings are ordered by.</summary>
    internal (AdviceRound Round, int Statement, int Element, int Start, int Rank) Key => (Round, Statement, Element, Start, Rank);

    /// <summary>True for what the parser finds when it checks what was read.</summary>
    internal static bool IsOfParserChecks(Diagnostic parsed) => parsed.Id switch
    {
        "PE2003" or "PE2009" or "PE2012" or "PE2013" or "PE2016" or "PE3003" or "PE3004" => true,
        ['P', 'E', '3', '0', '0', _] => false,
        ['P', 'E', '3', ..] => true,
        _ => false,
    };

    /// <summary>The place of a finding by its path.</summary>
    internal static FindingPlace Of(AdviceRound round, Diagnostic finding)
    {
        ReadOnlySpan<char> path = finding.Path;
        if (!path.StartsWith("Statement")) return new FindingPlace(round, -1, 0, finding.Span.Start, 0);
        int close = path.StartsWith(Prefix) ? path.IndexOf(']') : -1;
        int statement = close < 0 ? 0 : int.Parse(path[Prefix.Length..close], CultureInfo.InvariantCulture);
        ReadOnlySpan<char> rest = path[Math.Max(close + 1, close < 0 ? "Statement".Length : 0)..].TrimStart('.');
        int end = rest.IndexOfAny('.', '[');
        return new FindingPlace(round, statement, PlaceOf(end < 0 ? rest : rest[..end], finding.Id), finding.Span.Start, RankOf(finding));
    }

    /// <summary>The order of findings at one place: of variables, of the form of a text, of the parts of an ARN from left to right, then of its meaning.</summary>
    internal static int RankOf(Diagnostic diagnostic) => diagnostic.Id switch
    {
        "PE4001" => 0,
        "PE4017" or "PE4018" or "PE4022" => 2,
        "PE3023" or "PE3063" => 3,
        "PE1099" => 5,
        ['P', 'E', '4', ..] => 4,
        ['P', 'E', '6', ..] => 6,
        _ => 1,
    };

    /// <summary>The rules of endpoint policies come after all others.</summary>
    private static int PlaceOf(ReadOnlySpan<char> element, string id) => element switch
    {
        "Sid" => 0,
        "Effect" => 1,
        "Principal" or "NotPrincipal" => 3,
        "Action" or "NotAction" => 4,
        "Resource" or "NotResource" => id is "PE3063" ? 7 : 5,
        "Condition" => id is "PE3060" or "PE3061" or "PE3062" or "PE3063" or "PE4022" ? 8 : 6,
        _ => 2,
    };
}
