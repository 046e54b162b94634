using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using PolicyEngine.Cli.Running;
using PolicyEngine.Explanation;
using Spectre.Console;

namespace PolicyEngine.Cli.Output;

/// <summary>What would let a denied request pass, for people and for programs.</summary>
internal static class SuggestionView
{
    private const int Margin = 2;
    private const int Item = 4;
    private const int Inner = 6;
    private const int MaxShown = 10;

    /// <summary>Draws it; nothing for a request that is allowed, or whose denial is not certain.</summary>
    /// <param name="screen">Where it is drawn.</param>
    /// <param name="policies">The policies.</param>
    /// <param name="request">The request.</param>
    /// <param name="others">Other calls that may pass with it; null where none were given.</param>
    internal static void Draw(IAnsiConsole screen, CompiledPolicySet policies, AuthorizationRequest request, OtherCalls? others)
    {
        ExplanationLine[] lines = [.. LinesFor(policies, request, others)];
        if (lines.Length > 0) new SummaryView(screen).Draw([new ExplanationLine(), .. lines], id: null);
    }

    /// <summary>The lines of a request that is denied for certain; none for others.</summary>
    internal static IEnumerable<ExplanationLine> LinesFor(CompiledPolicySet policies, AuthorizationRequest request, OtherCalls? others)
    {
        RequestSuggestions suggestions = CaseRunner.Suggest(policies, request);
        bool isDenied = suggestions.Changes.Length > 0 || suggestions.Decision is { IsAllowed: false, BestCase: not Decision.Allowed };
        return isDenied ? LinesOf(policies.Source, request, suggestions, others) : [];
    }

    /// <summary>The member <c>suggestions</c>, one a check, and beside it <c>others</c>.</summary>
    internal static void Write(Utf8JsonWriter json, IReadOnlyList<(CompiledPolicySet Policies, AuthorizationRequest Request)> checks, OtherCalls? others)
    {
        RequestSuggestions[] all = [.. checks.Select(static check => CaseRunner.Suggest(check.Policies, check.Request))];
        json.WriteStartArray("suggestions"u8);
        foreach (RequestSuggestions own in all)
        {
            if (own.Decision.IsAllowed && own.Changes.IsEmpty) json.WriteNullValue();
            else own.WriteTo(json);
        }

        json.WriteEndArray();
        if (others is null) return;
        json.WriteStartArray("others"u8);
        foreach (OtherCalls.Opened opened in all.Select((own, i) => others.FindOpened(checks[i].Policies.Source, own, checks[i].Request)).SelectMany(static opened => opened).Distinct())
        {
            json.WriteStartObject();
            json.WriteString("id"u8, opened.Name);
            json.WriteBoolean("certain"u8, opened.IsCertain);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    /// <summary>The lines that say it.</summary>
    internal static IEnumerable<ExplanationLine> LinesOf(PolicySet before, AuthorizationRequest request, RequestSuggestions suggestions, OtherCalls? others)
    {
        if (suggestions.Reason is { } reason)
        {
            yield return Line(Margin).Add("to let it pass  ", TextRole.Faint).Add(TerminalText.Of(reason));
            yield break;
        }

        yield return Line(Margin).Add("to let it pass", TextRole.Strong).Add(suggestions.Changes.Length == 1 ? ", if it ought to:" : ", if it ought to, all of these:");
        foreach (ExplanationLine line in suggestions.Changes.SelectMany(LinesOf)) yield return line;
        foreach (ExplanationLine line in Outcome(before, request, suggestions, others)) yield return line;
        if (suggestions.Instead is not { } instead) yield break;
        PolicyType[] spared = [.. suggestions.Changes.Select(static change => change.Kind).Except(instead.Changes.Select(static change => change.Kind))];
        yield return Line(Margin).Add("or, in place of what is added to ").Add(string.Join(", ", spared.Select(PolicyTypeNames.NameOf))).Add(":");
        foreach (ExplanationLine line in instead.Changes.Where(change => !suggestions.Changes.Any(own => own.Kind == change.Kind)).SelectMany(LinesOf)) yield return line;
        foreach (ExplanationLine line in Outcome(before, request, instead, others)) yield return line;
    }

    private static IEnumerable<ExplanationLine> LinesOf(PolicySuggestion change)
    {
        if (change.Denier is not { } denier)
        {
            yield return change.Document is null
                ? Line(Item).Add($"attach a new policy of the kind {NameOf(change)} with")
                : AddFile(Line(Item).Add("add to "), change, position: null).Add($" ({NameOf(change)})");
            foreach (ExplanationLine line in Json(PolicyWriter.WriteIndented(change.Statement))) yield return line;
            yield break;
        }

        yield return AddFile(Line(Item).Add("exempt the caller in "), change, change.Document?.Source?.GetPosition(denier.Span.Start).Line)
            .Add($" {TerminalText.Of(denier.Sid is { Length: > 0 } sid ? $"'{sid}'" : denier.Name)} ({NameOf(change)}): its Condition gets");
        foreach (ExplanationLine line in Json(change.Condition!.ToString())) yield return line;
        if (change.IsWider) yield return Line(Inner).Add("this exempts the caller from all that this Deny covers, not from this call alone", TextRole.Doubtful);
        foreach (TraceNode condition in change.Conditions)
        {
            yield return Line(Inner).Add("a call is exempt where this does not hold: ", TextRole.Faint)
                .Add($"{TerminalText.Of(condition.Label)} '{TerminalText.Of(condition.PolicyText)}' (the request: '{TerminalText.Of(condition.RequestText)}')");
        }
    }

    private static IEnumerable<ExplanationLine> Outcome(PolicySet before, AuthorizationRequest request, RequestSuggestions suggestions, OtherCalls? others)
    {
        ExplanationLine then = Line(Margin).Add("then it is ");
        if (suggestions.Decision.IsAllowed) then.Add("allowed", TextRole.Good);
        else then.Add($"not denied by what is known, and depends on {string.Join(", ", suggestions.Decision.GetDependencies().Select(static own => TerminalText.Of(own.Name)))}", TextRole.Doubtful);
        yield return then;
        if (others is null) yield break;
        ImmutableArray<OtherCalls.Opened> opened = others.FindOpened(before, suggestions, request);
        string count = string.Create(CultureInfo.InvariantCulture, $"{opened.Length} of {others.Calls.Length} other calls");
        ExplanationLine also = Line(Margin).Add($"{count} would pass with it", opened.IsEmpty ? TextRole.Good : TextRole.Doubtful);
        if (!opened.IsEmpty) also.Add($": {string.Join(", ", opened.Take(MaxShown).Select(static own => TerminalText.Of(own.Name) + (own.IsCertain ? "" : " (not certain)")))}");
        if (opened.Length > MaxShown) also.Add(string.Create(CultureInfo.InvariantCulture, $" and {opened.Length - MaxShown} more"));
        yield return also;
    }

    private static ExplanationLine Line(int indent) => new() { Indent = indent, Hanging = indent + Margin };

    private static ExplanationLine AddFile(ExplanationLine line, PolicySuggestion change, int? position)
    {
        string name = change.Document?.Source?.Name is { Length: > 0 } own ? own : "the policy";
        string place = position is { } number ? string.Create(CultureInfo.InvariantCulture, $"{TerminalText.Of(name)}:{number}") : TerminalText.Of(name);
        return line.AddWhole(place, TextRole.Strong, name);
    }

    private static string NameOf(PolicySuggestion change) =>
        change.Level.Length == 0 ? PolicyTypeNames.NameOf(change.Kind) : $"{PolicyTypeNames.NameOf(change.Kind)} '{TerminalText.Of(change.Level)}'";

    private static IEnumerable<ExplanationLine> Json(string text)
    {
        foreach (string line in text.Split('\n'))
        {
            string own = line.TrimStart(' ');
            yield return new ExplanationLine { Indent = Inner + line.Length - own.Length, Hanging = Inner + line.Length - own.Length + Margin }.Add(TerminalText.Of(own));
        }
    }
}
