using PolicyEngine.Evaluation;
using PolicyEngine.Facts;
using PolicyEngine.Requests;
using PolicyEngine.Syntax;

namespace PolicyEngine.Suggestions;

/// <summary>Makes the smallest statement that allows a request, and the smallest condition that exempts its caller from a Deny.</summary>
/// <remarks>Whoever may call can choose the name of a resource, and must not choose what is suggested: a wildcard or a variable in a name is written as itself,
/// or nothing is suggested.</remarks>
internal sealed class SuggestedStatement
{
    private const string Sid = "AllowThisCall";
    private readonly AuthorizationRequest request;
    private readonly bool isOnRole;

    internal SuggestedStatement(DecisionReview review)
    {
        request = review.Request;
        isOnRole = review.Characteristics.Is(RequestTraits.TargetsRole);
        Caller = ReadCaller(request);
    }

    /// <summary>True where the name of the caller or of the resource has characters that a policy without variables reads as a pattern.</summary>
    internal bool NeedsVariables => HasPattern(request.Resource) || CallerNeedsVariables;

    /// <summary>True where the ARN of the caller has such characters.</summary>
    internal bool CallerNeedsVariables => Caller is { } caller && HasPattern(caller);

    /// <summary>What <c>aws:PrincipalArn</c> is in the request; null where it has none, or it is unknown.</summary>
    private string? Caller { get; }

    /// <summary>A statement that allows the request in a policy of a kind; null where the caller cannot be named.</summary>
    /// <param name="kind">The kind.</param>
    /// <param name="document">The policy into which it goes; null for a new one.</param>
    internal Statement? Allow(PolicyType kind, PolicyDocument? document)
    {
        bool hasPrincipal = kind is PolicyType.Resource or PolicyType.AccessPoint or PolicyType.VpcEndpoint;
        PrincipalElement? principal = hasPrincipal ? Principal(kind) : null;
        if (hasPrincipal ? principal is null : kind == PolicyType.ServiceControl && Caller is null) return null;
        bool isByKey = kind == PolicyType.ServiceControl || (principal is { IsEveryone: true });
        return new Statement
        {
            Sid = FreeSid(document),
            Effect = Effect.Allow,
            Principal = principal,
            Action = new ActionElement { Patterns = Single(request.Action) },
            Resource = HasNoResource(kind) ? null : new ResourceElement { Patterns = Single(Exact(request.Resource)) },
            Condition = isByKey ? Condition(ConditionOperatorKind.ArnEquals, ConditionKeys.PrincipalArn.Name, Caller!) : request.Principal.Kind == CallerType.Service ? Source() : null,
        };
    }

    /// <summary>A Deny that exempts the caller, and what it has more; null where the caller cannot be named.</summary>
    internal (Statement Statement, ConditionClause Added)? Exempt(Statement deny)
    {
        if (Caller is null) return null;
        ConditionOperator isNot = new(ConditionOperatorKind.ArnNotEquals);
        ConditionValue value = new() { Text = Exact(Caller) };
        List<ConditionClause> clauses = [.. deny.Condition?.Clauses ?? []];
        int clause = clauses.FindIndex(own => own.Operator == isNot);
        List<ConditionEntry> entries = clause < 0 ? [] : [.. clauses[clause].Entries];
        int entry = entries.FindIndex(static own => ConditionKey.NameComparer.Equals(own.Key, ConditionKeys.PrincipalArn.Name));
        ConditionEntry exempted = entry < 0
            ? new ConditionEntry { Key = ConditionKeys.PrincipalArn.Name, Values = SyntaxList.Single(value) }
            : entries[entry] with { Values = [.. entries[entry].Values, value] };
        if (entry < 0) entries.Add(exempted);
        else entries[entry] = exempted;
        ConditionClause changed = new() { Operator = isNot, Entries = [.. entries] };
        if (clause < 0) clauses.Add(changed);
        else clauses[clause] = changed;
        return (deny with { Condition = new ConditionBlock { Clauses = [.. clauses] } }, changed with { Entries = [exempted] });
    }

    /// <summary>True where a statement is about the action and the resource of the request alone.</summary>
    internal bool IsAboutRequestAlone(Statement statement) =>
        IsOnly(statement.Action is { IsNegated: false } action ? action.Patterns : [], request.Action, StringComparison.OrdinalIgnoreCase)
        && IsOnly(statement.Resource is { IsNegated: false } resource ? resource.Patterns : [], request.Resource, StringComparison.Ordinal);

    private static bool IsOnly(SyntaxList<TextValue> patterns, string text, StringComparison comparison) =>
        patterns.Count > 0 && !HasPattern(text) && patterns.All(pattern => pattern.Text.Equals(text, comparison));

    /// <summary>The ARN by which policies know the caller, as the request has it.</summary>
    private static string? ReadCaller(AuthorizationRequest request)
    {
        ContextValue? value = request.WithDerivedKeys(new AskedKeys(0, []).With(ConditionKeys.PrincipalArn)).Context[ConditionKeys.PrincipalArn.Name];
        return value is { IsUnknown: false, IsList: false } ? value.Values[0] : null;
    }

    private static string Exact(string text) => text == "*" ? text : PolicyPattern.Literal(text).Text;

    private static bool HasPattern(string text) => text != "*" && text.AsSpan().IndexOfAny('*', '?', '$') >= 0;

    private static SyntaxList<TextValue> Single(string text) => SyntaxList.Single(new TextValue { Text = text });

    private static ConditionBlock Condition(ConditionOperatorKind kind, string key, string value)
    {
        ConditionEntry entry = new() { Key = key, Values = SyntaxList.Single(new ConditionValue { Text = kind == ConditionOperatorKind.StringEquals ? value : Exact(value) }) };
        return new ConditionBlock { Clauses = [new ConditionClause { Operator = new ConditionOperator(kind), Entries = [entry] }] };
    }

    /// <summary>A service is let in for the resource, or the account, on whose behalf it calls.</summary>
    private ConditionBlock? Source() =>
        TextOf("aws:SourceArn") is { } arn ? Condition(ConditionOperatorKind.ArnEquals, "aws:SourceArn", arn)
        : TextOf("aws:SourceAccount") is { } account ? Condition(ConditionOperatorKind.StringEquals, "aws:SourceAccount", account)
        : null;

    private string? TextOf(string key) => request.Context[key] is { IsUnknown: false, IsList: false } value ? value.Values[0] : null;

    private PrincipalElement? Principal(PolicyType kind)
    {
        PrincipalElement everyone = new() { IsEveryone = true };
        if (request.Principal.Kind == CallerType.Service) return Of(PrincipalType.Service, request.Principal.ServiceNames[0]);
        if (Caller is null || request.Principal.Kind is not (CallerType.Root or CallerType.User or CallerType.RoleSession or CallerType.FederatedUser)) return null;

        // AWS: the ARN of the root user as a principal is the whole account.
        if (request.Principal.Kind == CallerType.Root || (kind == PolicyType.VpcEndpoint && MayBeGateway())) return everyone;
        return Of(PrincipalType.Aws, Caller);
    }

    /// <summary>Policies of gateway endpoints name principals by a condition only.</summary>
    private bool MayBeGateway() => request.Endpoint?.Type switch
    {
        VpcEndpointType.Interface => false,
        VpcEndpointType.Gateway => true,
        _ => ServiceProfiles.HasGatewayEndpoint(request.Action.AsSpan(0, Math.Max(request.ActionColon, 0))),
    };

    private static PrincipalElement Of(PrincipalType type, string name) => new() { Groups = [new PrincipalGroup { Type = type, Values = Single(name) }] };

    /// <summary>The trust policy of a role has no Resource, nor have policies that a service keeps without.</summary>
    private bool HasNoResource(PolicyType kind)
    {
        if (kind != PolicyType.Resource) return false;
        return isOnRole || ServiceProfiles.Find(request.Action.AsSpan(0, Math.Max(request.ActionColon, 0)))?.Find(ProfileColumns.Resource)?.Words[0] == "refused";
    }

    private static string FreeSid(PolicyDocument? document)
    {
        string sid = Sid;
        for (int number = 2; document?.Statements.Any(statement => statement.Sid == sid) == true; number++) sid = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Sid}{number}");
        return sid;
    }
}
