using System.Collections.Immutable;
using PolicyEngine.Diagnostics;

namespace PolicyEngine.Checks;

/// <summary>Gathers the advice on one document: of each round at most as much as is shown of all.</summary>
/// <remarks>The rounds run together, statement by statement, so that each condition is walked few times. Where there is more than is shown, the
/// findings are kept as if one round followed the other: the parser's findings of its reading and the form of conditions, then those of its
/// checks and what texts mean, then what statements mean. A limit thus leaves out the last first.</remarks>
internal sealed class AdviceFindings(PolicyText source, int limit)
{
    private readonly List<(AdviceRound Round, Finding Finding)> found = [];
    private int forms;
    private int texts;
    private int statements;
    private bool overflowed;

    /// <summary>Counts a finding; false where its round has as many as are shown.</summary>
    internal bool Admit(AdviceRound round)
    {
        ref int count = ref CountOf(round);
        bool hasRoom = count < limit;
        overflowed |= !hasRoom;
        if (hasRoom) count++;
        return hasRoom;
    }

    /// <summary>True where another finding of a round would be shown.</summary>
    internal bool HasRoom(AdviceRound round) => CountOf(round) < limit;

    /// <summary>Adds a finding that was admitted.</summary>
    internal void Add(AdviceRound round, Finding finding) => found.Add((round, finding));

    /// <summary>The advice and the findings of the parser, as many as are shown; errors before all else.</summary>
    internal ImmutableArray<Finding> Join(IEnumerable<Finding> parsed)
    {
        List<(AdviceRound Round, Finding Finding)> all = [.. parsed.Select(static each => (RoundOf(each.Diagnostic), each)), .. found];
        bool isCut = overflowed || all.Count > limit;
        if (isCut) all = [.. all.OrderBy(static each => PlaceOf(each.Round, each.Finding.Diagnostic).Key)];
        DiagnosticBag bag = new(source, limit);
        Dictionary<Diagnostic, Finding> findings = [];
        HashSet<(string Code, TextSpan Span)> told = [];
        foreach ((_, Finding finding) in all)
        {
            Diagnostic diagnostic = finding.Diagnostic;
            if (diagnostic.Descriptor == Descriptors.TooManyDiagnostics)
            {
                bag.AddOverflow(diagnostic.Severity);
            }
            else if (finding.Code is null || told.Add((finding.Code, finding.Span)))
            {
                bag.Add(diagnostic);
                findings.Add(diagnostic, finding);
            }
        }

        if (overflowed) bag.AddOverflow(DiagnosticSeverity.Information);
        return [.. bag.ToImmutable().Select(each => findings.TryGetValue(each, out Finding? finding) ? finding : new Finding(each, default))];
    }

    private ref int CountOf(AdviceRound round) => ref (round == AdviceRound.Form ? ref forms : ref round == AdviceRound.Text ? ref texts : ref statements);

    private static AdviceRound RoundOf(Diagnostic parsed) => FindingPlace.IsOfParserChecks(parsed) ? AdviceRound.Text : AdviceRound.Form;

    private static FindingPlace PlaceOf(AdviceRound round, Diagnostic finding) => round switch
    {
        AdviceRound.Form => new FindingPlace(round, 0, 0, finding.Span.Start, 0),
        AdviceRound.Text => FindingPlace.Of(round, finding),

        // Those of the last round come in their own order.
        _ => new FindingPlace(round, 0, 0, 0, 0),
    };
}
