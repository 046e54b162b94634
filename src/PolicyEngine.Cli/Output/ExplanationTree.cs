using PolicyEngine.Cli.Running;
using Spectre.Console;

namespace PolicyEngine.Cli.Output;

/// <summary>Draws why one policy decides a request as it does: the decision, then the policy, its statements and their elements.</summary>
internal sealed class ExplanationTree(DecisionAnswer answer)
{
    private readonly PolicyExplanation explanation = CaseRunner.Explain(answer);

    /// <summary>Draws the tree.</summary>
    internal void Draw(IAnsiConsole screen)
    {
        string reason = explanation.Decision switch
        {
            Decision.ExplicitDeny => "a Deny statement applies",
            Decision.Allowed => "an Allow statement applies and no Deny statement does",
            _ => "no statement applies",
        };
        DrawHeadline(screen, answer.Reading.Id, answer.Word, reason, explanation.IsCertain, answer.Question.Request);
        StatementTree statements = new(answer.Question.Policy);
        Tree tree = new(statements.Line($"{PolicyTypeNames.NameOf(answer.Question.PolicyType)} policy", new TextSpan(0, 0)));
        statements.AddTo(tree, explanation.Statements);
        screen.Write(tree);
        DrawNotes(screen, answer);
    }

    /// <summary>Draws the decision, why, and the question.</summary>
    internal static void DrawHeadline(IAnsiConsole screen, string? id, string word, string reason, bool isCertain, AuthorizationRequest request)
    {
        Paragraph line = new();
        if (id is not null) line.Append($"{TerminalText.Of(id)}: ", Screen.Strong);
        line.Append(word, word == "allowed" ? Screen.Good : Screen.Bad);
        line.AppendRules($", because {reason}");
        if (!isCertain) line.Append("; this is uncertain, for an undecided match could change it", Screen.Doubtful);
        AnswerView.WriteLine(screen, line);
        AnswerView.WriteLine(screen, new Paragraph($"  {TerminalText.Of(request.Principal.ToString())} asks for {TerminalText.Of(request.Action)} on {TerminalText.Of(request.Resource)}"));
    }

    /// <summary>Draws what was found in the policies, and what is uncertain.</summary>
    internal static void DrawNotes(IAnsiConsole screen, CaseAnswer answer)
    {
        foreach (Diagnostic diagnostic in answer.Diagnostics)
        {
            Style style = diagnostic.Severity == DiagnosticSeverity.Information ? Screen.Faint : Screen.Doubtful;
            AnswerView.WriteLine(screen, new Paragraph(TerminalText.Of(DiagnosticFormatter.FormatLine(diagnostic)), style));
        }
    }
}
