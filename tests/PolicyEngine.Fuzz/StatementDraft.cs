using PolicyEngine.Syntax;

namespace PolicyEngine.Fuzz;

/// <summary>Collects a statement, line by line.</summary>
/// <remarks>Lines: <c>a</c> Action, <c>b</c> NotAction, <c>r</c> Resource, <c>q</c> NotResource, <c>-</c> neither of the two, <c>p</c> Principal and
/// <c>n</c> NotPrincipal by type, <c>*</c> everybody, <c>c</c> operator, key and values of a condition.</remarks>
internal sealed class StatementDraft(Effect effect, PolicyType kind)
{
    private readonly List<ConditionClause> clauses = [];
    private readonly List<PrincipalGroup> groups = [];
    private ActionElement action = new() { Patterns = Texts(["*"]) };
    private ResourceElement? resource = new() { Patterns = Texts(["*"]) };
    private bool isEveryone = QuestionText.NamesPrincipals(kind);
    private bool isNotPrincipal;

    internal static Statement Small(PolicyType kind, string text, int number) => new()
    {
        Effect = number % 3 == 0 ? Effect.Deny : Effect.Allow,
        Principal = QuestionText.NamesPrincipals(kind) ? new PrincipalElement { IsEveryone = true } : null,
        Action = new ActionElement { IsNegated = number % 7 == 6, Patterns = Texts([number % 5 == 4 ? text + "*" : text]) },
        Resource = new ResourceElement { Patterns = Texts([number % 4 == 3 ? $"arn:aws:s3:::{text}/*" : "*"]) },
    };

    internal void Read(char part, string[] fields)
    {
        switch (part)
        {
            case 'a' or 'b': action = new ActionElement { IsNegated = part == 'b', Patterns = Texts(fields) }; break;
            case 'r' or 'q': resource = new ResourceElement { IsNegated = part == 'q', Patterns = Texts(fields) }; break;
            case '-': resource = null; break;
            case 'p' or 'n' when QuestionText.NamesPrincipals(kind): AddGroup(part == 'n', fields); break;
            case '*' when QuestionText.NamesPrincipals(kind): isEveryone = true; break;
            case 'c' when fields.Length > 1 && ConditionOperator.TryParse(fields[0], out ConditionOperator op) && fields[1].Length > 0: AddEntry(op, fields); break;
            default: break;
        }
    }

    internal Statement ToStatement() => new()
    {
        Effect = effect,
        Principal = !QuestionText.NamesPrincipals(kind) ? null : isEveryone ? new PrincipalElement { IsEveryone = true, IsNegated = isNotPrincipal } : new PrincipalElement { IsNegated = isNotPrincipal, Groups = [.. groups] },
        Action = action,
        Resource = resource,
        Condition = clauses.Count == 0 ? null : new ConditionBlock { Clauses = [.. clauses] },
    };

    private static SyntaxList<TextValue> Texts(IEnumerable<string> texts) => [.. texts.Select(static t => new TextValue { Text = t })];

    private void AddGroup(bool negates, string[] fields)
    {
        PrincipalType type = fields[0] is [>= '0' and <= '3' and char digit] ? (PrincipalType)(digit - '0') : PrincipalType.Aws;
        (isEveryone, isNotPrincipal) = (false, negates);
        if (groups.TrueForAll(g => g.Type != type)) groups.Add(new PrincipalGroup { Type = type, Values = Texts(fields.Skip(1)) });
    }

    /// <summary>A key occurs once with an operator, and an operator once in a condition.</summary>
    private void AddEntry(ConditionOperator op, string[] fields)
    {
        ConditionEntry entry = new() { Key = fields[1], Values = [.. fields.Skip(2).Select(static v => new ConditionValue { Text = v })] };
        int at = clauses.FindIndex(c => c.Operator == op);
        if (at < 0) clauses.Add(new ConditionClause { Operator = op, Entries = [entry] });
        else if (clauses[at].Entries.All(e => !e.Key.Equals(entry.Key, StringComparison.OrdinalIgnoreCase))) clauses[at] = clauses[at] with { Entries = [.. clauses[at].Entries, entry] };
    }
}
