using PolicyEngine.Cli.Running;
using PolicyEngine.Explanation;

namespace PolicyEngine.Cli.Output;

/// <summary>An answer as a page for a browser: the lines that people see in a terminal, the tree of all layers, and the request.</summary>
internal static class AnswerPage
{
    /// <summary>The cells for a line of a policy, and for two texts under each other.</summary>
    private const int SourceWidth = 92;

    /// <summary>The page, complete in itself: it asks for no other file and runs no script.</summary>
    /// <param name="answer">The answer.</param>
    /// <param name="options">What is shown.</param>
    /// <param name="resolution">Where the URL of the question leads; null where it has none.</param>
    internal static string Write(CaseAnswer answer, AnswerViewOptions options, EndpointResolution? resolution)
    {
        HtmlLines page = new();
        switch (answer)
        {
            case DecisionAnswer decided:
                PolicyExplanation ofOne = CaseRunner.Explain(decided);
                WriteParts(page, ExplanationSummary.Of(ofOne, SourceWidth), answer.Reading.Id, ExplanationLines.Of(ofOne)[^1], ofOne.Request);
                break;
            case AuthorizationAnswer authorized:
                WriteCheck(page, authorized.Policies, authorized.Question.Request, answer, answer.Reading.Id, options);
                break;
            case LayerAnswer layer:
                WriteParts(page, ExplanationSummary.Of(layer, SourceWidth), answer.Reading.Id, ExplanationLines.Of(layer.Decision, layer.IsCertain, layer.Layers)[^1], request: null);
                break;
            case CallAnswer call:
                WriteCall(page, call, options);
                break;
            default:
                page.WriteHeadline(new ExplanationLine().Add(answer is FaultAnswer fault ? $"error: {TerminalText.Of(fault.Message)}" : TerminalText.Of(answer.Word), TextRole.Bad), answer.Reading.Id);
                break;
        }

        if (resolution is not null) WriteWay(page, resolution);
        if (!answer.Diagnostics.IsEmpty) page.WriteList("Findings", answer.Diagnostics.Select(ExplanationLines.Of));
        return page.Finish();
    }

    private static void WriteCall(HtmlLines page, CallAnswer call, AnswerViewOptions options)
    {
        bool isPlain = call.Checks.Length == 1 && call.Question.Call.Resources is not null;
        if (!isPlain)
        {
            TextRole role = call.Decision == Decision.Allowed ? TextRole.Good : call.IsCertain ? TextRole.Bad : TextRole.Doubtful;
            string certainty = call.IsCertain ? "" : "? not certain: ";
            page.WriteHeadline(new ExplanationLine().Add($"{certainty}{call.Word}", role).Add($" by {call.Checks.Length} check{(call.Checks.Length == 1 ? "" : "s, each of which must allow")}"), call.Reading.Id);
            if (call.Question.Call.Resources is null) page.Write([new ExplanationLine().Add("the resource is unknown: every Deny is taken to cover it, and no Allow but that of *", TextRole.Doubtful)]);
        }

        foreach (CallAnswer.Check check in call.Checks) WriteCheck(page, check.Policies, check.Request, call, isPlain ? call.Reading.Id : null, options);
    }

    private static void WriteCheck(HtmlLines page, CompiledPolicySet policies, AuthorizationRequest request, CaseAnswer answer, string? id, AnswerViewOptions options)
    {
        AuthorizationExplanation explanation = CaseRunner.Explain(policies, request);
        bool hasResource = answer is not CallAnswer { Question.Call.Resources: null };
        IEnumerable<ExplanationLine> suggestions = hasResource ? SuggestionView.LinesFor(policies, request, options.Others) : [];
        List<ExplanationLine> lines = [.. ExplanationSummary.Of(explanation, SourceWidth, options.Hints, answer.IsCertain), .. suggestions];
        WriteParts(page, lines, id, ExplanationLines.Of(explanation)[^1], request);
    }

    private static void WriteParts(HtmlLines page, List<ExplanationLine> lines, string? id, ExplanationLine tree, AuthorizationRequest? request)
    {
        page.WriteHeadline(lines[0], id);
        page.Write(lines[1..]);
        page.WriteTree("All layers, statements and elements", tree);
        if (request is not null) page.WriteText("The request", JsonText.Write(json => RequestJson.Write(json, request), indented: true));
    }

    private static void WriteWay(HtmlLines page, EndpointResolution resolution)
    {
        page.Write([new ExplanationLine().Add("the URL  ", TextRole.Faint).Add(TerminalText.Of(resolution.Reason))]);
        if (resolution.Endpoint is { } endpoint) page.WriteText($"The policy of {TerminalText.Of(endpoint.Id ?? "the endpoint")}", TerminalText.OfLines(PolicyWriter.Write(endpoint.Policy, indented: true)));
    }
}
