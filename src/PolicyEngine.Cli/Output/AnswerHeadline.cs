using PolicyEngine.Cli.Running;
using PolicyEngine.Explanation;

namespace PolicyEngine.Cli.Output;

/// <summary>An answer in one line: the decision, and the statement or the reason behind it.</summary>
internal static class AnswerHeadline
{
    /// <summary>The line of an answer.</summary>
    internal static ExplanationLine Of(CaseAnswer answer) => answer switch
    {
        DecisionAnswer decided => ExplanationSummary.Of(CaseRunner.Explain(decided), CliConsole.Unlimited)[0],
        AuthorizationAnswer authorized => ExplanationSummary.Of(CaseRunner.Explain(authorized.Policies, authorized.Question.Request), CliConsole.Unlimited, hints: null)[0],
        CallAnswer call => ExplanationSummary.Of(CaseRunner.Explain(call.Deciding.Policies, call.Deciding.Request), CliConsole.Unlimited, hints: null)[0],
        LayerAnswer layer => ExplanationSummary.Of(layer, CliConsole.Unlimited)[0],
        _ => new ExplanationLine().Add(answer.Word),
    };
}
