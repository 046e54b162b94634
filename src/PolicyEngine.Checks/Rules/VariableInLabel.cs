using PolicyEngine.Diagnostics;
using PolicyEngine.Language;

namespace PolicyEngine.Checks.Rules;

/// <summary>Tells of policy variables in Sid and Id, which stay as they are written.</summary>
/// <remarks>AWS: <see href="https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html">Access Analyzer policy check reference</see>.</remarks>
internal static class VariableInLabel
{
    private const string Code = "VARIABLE_UNSUPPORTED_IN_ELEMENT";

    internal static CheckRule Rule { get; } = new() { Document = CheckId, Statement = CheckSid };

    private static void CheckId(AdviceContext context, PolicyDocument document)
    {
        if (document.Id is not { } id || !IsVariable(id)) return;
        context.FindAt("Id", Descriptors.VariableNotSupported, TextEdits.FindMember(context.Source, document.Span, "Id") ?? document.Span, Code, id, "an Id");
    }

    private static void CheckSid(AdviceContext context, CheckedStatement statement)
    {
        if (statement.Sid is not { } sid || !IsVariable(sid)) return;
        context.FindAt("Sid", Descriptors.VariableNotSupported, TextEdits.FindMember(context.Source, statement.Span, "Sid") ?? statement.Span, Code, sid, "a Sid");
    }

    /// <summary>True for a text with the variable of a key; a name without a colon is somebody's template text.</summary>
    private static bool IsVariable(string text)
    {
        int open = text.IndexOf("${", StringComparison.Ordinal);
        int close = open < 0 ? -1 : text.IndexOf('}', open);
        return close > open && text.AsSpan(open, close - open).Contains(':') && PatternTokens.FindFault(text) is null;
    }
}
