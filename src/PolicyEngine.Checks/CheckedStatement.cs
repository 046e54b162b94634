using PolicyEngine.Syntax;

namespace PolicyEngine.Checks;

/// <summary>One statement as the checks see it.</summary>
/// <param name="Index">The place in the document; negative for a statement without an array.</param>
/// <param name="Effect">The effect.</param>
/// <param name="Principal">Principal or NotPrincipal.</param>
/// <param name="Action">Action or NotAction.</param>
/// <param name="Resource">Resource or NotResource.</param>
/// <param name="Condition">The condition.</param>
internal readonly record struct CheckedStatement(int Index, Effect? Effect, PrincipalElement? Principal, ActionElement? Action, ResourceElement? Resource, ConditionBlock? Condition)
{
    /// <summary>The statement identifier; null for none.</summary>
    internal string? Sid { get; private init; }

    /// <summary>The bytes from the opening to the closing brace.</summary>
    internal TextSpan Span { get; private init; }

    internal bool Allows => Effect == Syntax.Effect.Allow;

    internal bool Denies => Effect == Syntax.Effect.Deny;

    /// <summary>Every key of the condition with its operator, in order; empty without a condition.</summary>
    internal ConditionTests Tests => new(Condition);

    internal static CheckedStatement Of(Statement statement, int index) => new(index, statement.Effect, statement.Principal, statement.Action, statement.Resource, statement.Condition) { Sid = statement.Sid, Span = statement.Span };
}
