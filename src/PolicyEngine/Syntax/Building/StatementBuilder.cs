namespace PolicyEngine.Syntax;

/// <summary>Builds one statement of a policy.</summary>
/// <remarks>Mutable, and not safe for concurrent use. Calling a method again adds to what is there; a negated element after
/// its positive twin is refused, as the two exclude each other.</remarks>
public sealed class StatementBuilder
{
    private readonly Effect effect;
    private readonly List<(PrincipalType Type, List<string> Names)> principals = [];
    private readonly List<string> actions = [];
    private readonly List<string> resources = [];
    private readonly List<(ConditionOperator Operator, List<ConditionEntry> Entries)> conditions = [];
    private bool? principalIsNegated;
    private bool? actionIsNegated;
    private bool? resourceIsNegated;
    private bool isEveryone;
    private string? name;

    internal StatementBuilder(Effect effect) => this.effect = effect;

    /// <summary>Names the statement.</summary>
    /// <param name="sid">The Sid.</param>
    /// <returns>This builder.</returns>
    public StatementBuilder Sid(string sid)
    {
        name = sid;
        return this;
    }

    /// <summary>Principal <c>"*"</c>: everyone, anonymous callers included.</summary>
    /// <returns>This builder.</returns>
    /// <exception cref="InvalidOperationException">Principals are named already.</exception>
    public StatementBuilder Everyone()
    {
        if (principals.Count > 0) throw new InvalidOperationException("Everyone and named principals exclude each other in one statement.");
        SetOnce(ref principalIsNegated, false, nameof(Everyone));
        isEveryone = true;
        return this;
    }

    /// <summary>Adds principals.</summary>
    /// <param name="type">Their type.</param>
    /// <param name="names">Accounts, ARNs, services or providers, as the policy writes them.</param>
    /// <returns>This builder.</returns>
    public StatementBuilder Principal(PrincipalType type, params ReadOnlySpan<string> names) => AddPrincipals(isNegated: false, type, names);

    /// <summary>Adds principals that the statement does not cover.</summary>
    /// <param name="type">Their type.</param>
    /// <param name="names">Accounts, ARNs, services or providers, as the policy writes them.</param>
    /// <returns>This builder.</returns>
    public StatementBuilder NotPrincipal(PrincipalType type, params ReadOnlySpan<string> names) => AddPrincipals(isNegated: true, type, names);

    /// <summary>Adds actions.</summary>
    /// <param name="patterns">Such as <c>s3:Get*</c>. There is no escape for wildcards in actions.</param>
    /// <returns>This builder.</returns>
    public StatementBuilder Action(params ReadOnlySpan<string> patterns)
    {
        SetOnce(ref actionIsNegated, false, nameof(Action));
        actions.AddRange(patterns);
        return this;
    }

    /// <summary>Adds actions that the statement does not cover.</summary>
    /// <param name="patterns">Such as <c>iam:*</c>.</param>
    /// <returns>This builder.</returns>
    public StatementBuilder NotAction(params ReadOnlySpan<string> patterns)
    {
        SetOnce(ref actionIsNegated, true, nameof(NotAction));
        actions.AddRange(patterns);
        return this;
    }

    /// <summary>Adds resources.</summary>
    /// <param name="patterns">Patterns; holes of interpolated strings are escaped.</param>
    /// <returns>This builder.</returns>
    public StatementBuilder Resource(params ReadOnlySpan<PolicyPattern> patterns)
    {
        SetOnce(ref resourceIsNegated, false, nameof(Resource));
        foreach (PolicyPattern pattern in patterns) resources.Add(pattern.Text);
        return this;
    }

    /// <summary>Adds resources that the statement does not cover.</summary>
    /// <param name="patterns">Patterns; holes of interpolated strings are escaped.</param>
    /// <returns>This builder.</returns>
    public StatementBuilder NotResource(params ReadOnlySpan<PolicyPattern> patterns)
    {
        SetOnce(ref resourceIsNegated, true, nameof(NotResource));
        foreach (PolicyPattern pattern in patterns) resources.Add(pattern.Text);
        return this;
    }

    /// <summary>Adds a condition; all conditions of a statement must hold.</summary>
    /// <param name="op">The operator's name, such as <c>StringEquals</c> or <c>ForAnyValue:StringLike</c>.</param>
    /// <param name="key">The condition key, such as <c>aws:SourceVpce</c>.</param>
    /// <param name="values">The values; any of them for a positive operator, none of them for a negated one. Holes of interpolated strings are escaped.</param>
    /// <returns>This builder.</returns>
    /// <exception cref="ArgumentException">There is no such operator, or it has the key already.</exception>
    public StatementBuilder When(string op, string key, params ReadOnlySpan<PolicyPattern> values)
    {
        if (!ConditionOperator.TryParse(op, out ConditionOperator parsed)) throw new ArgumentException($"'{op}' is not a condition operator.", nameof(op));
        int place = conditions.FindIndex(clause => clause.Operator == parsed);
        List<ConditionEntry> entries = place < 0 ? [] : conditions[place].Entries;
        if (place < 0) conditions.Add((parsed, entries));
        if (entries.Exists(entry => ConditionKey.NameComparer.Equals(entry.Key, key)))
        {
            throw new ArgumentException($"The key '{key}' already stands under '{op}'; give all its values at once.", nameof(key));
        }

        List<ConditionValue> list = [];
        foreach (PolicyPattern value in values) list.Add(new ConditionValue { Text = value.Text });
        entries.Add(new ConditionEntry { Key = key, Values = ListOf(list) });
        return this;
    }

    /// <summary>The statement as it is so far.</summary>
    /// <returns>JSON on one line.</returns>
    public override string ToString() => ToStatement().ToString();

    internal Statement ToStatement() => new()
    {
        Sid = name,
        Effect = effect,
        Principal = principalIsNegated is { } isNegated ? ToPrincipal(isNegated) : null,
        Action = new ActionElement { IsNegated = actionIsNegated == true, Patterns = TextsOf(actions) },
        Resource = resourceIsNegated is { } negatesResource ? new ResourceElement { IsNegated = negatesResource, Patterns = TextsOf(resources) } : null,
        Condition = conditions.Count == 0 ? null : new ConditionBlock
        {
            Clauses = [.. conditions.Select(static c => new ConditionClause { Operator = c.Operator, Entries = [.. c.Entries] })],
        },
    };

    private StatementBuilder AddPrincipals(bool isNegated, PrincipalType type, ReadOnlySpan<string> names)
    {
        SetOnce(ref principalIsNegated, isNegated, isNegated ? nameof(NotPrincipal) : nameof(Principal));
        if (isEveryone) throw new InvalidOperationException("Everyone and named principals exclude each other in one statement.");
        int place = principals.FindIndex(group => group.Type == type);
        if (place < 0) principals.Add((type, [.. names]));
        else principals[place].Names.AddRange(names);
        return this;
    }

    private PrincipalElement ToPrincipal(bool isNegated) => isEveryone
        ? new PrincipalElement { IsNegated = isNegated, IsEveryone = true }
        : new PrincipalElement
        {
            IsNegated = isNegated,
            Groups = [.. principals.Select(static group => new PrincipalGroup { Type = group.Type, Values = TextsOf(group.Names) })],
        };

    private static SyntaxList<TextValue> TextsOf(List<string> texts) => ListOf(texts.ConvertAll(static text => new TextValue { Text = text }));

    private static SyntaxList<T> ListOf<T>(List<T> items) => items is [var only] ? SyntaxList.Single(only) : [.. items];

    private static void SetOnce(ref bool? isNegated, bool value, string element)
    {
        if (isNegated == !value) throw new InvalidOperationException($"'{element}' and its twin exclude each other in one statement.");
        isNegated = value;
    }
}
