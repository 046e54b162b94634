using PolicyEngine.FsCheck.Texts;
using PolicyEngine.Syntax;

namespace PolicyEngine.FsCheck.Requests;

/// <summary>Makes a request near a statement: every element is met, or one is missed by one step.</summary>
internal sealed class RequestNear(Draw draw)
{
    private readonly Dictionary<string, ContextValue> values = new(StringComparer.Ordinal);

    /// <summary>A request near one statement.</summary>
    /// <param name="statement">The statement.</param>
    /// <param name="type">The type of its document.</param>
    /// <param name="holds">True where the statement shall match.</param>
    /// <param name="evaded">Statements whose conditions are missed where that is free.</param>
    internal AuthorizationRequest Make(Statement statement, PolicyType type, bool holds, IEnumerable<Statement> evaded)
    {
        (ConditionOperator Operator, ConditionEntry Entry)[] entries = [.. EntriesOf(statement)];
        int missed = holds ? -1 : draw.Below(entries.Length > 0 ? 4 : 3);
        RequestPrincipal caller = Caller(statement.Principal, missed == 0) ?? Callers.Any(draw);
        NameCaller(caller);
        ConditionMeeting meeting = new(draw, values);
        string action = Action(statement.Action, type, missed == 1);
        string resource = statement.Resource is { } element ? Resource(element, meeting, missed == 2) : "arn:aws:iam::111122223333:role/App";
        int wrong = missed == 3 ? draw.Below(entries.Length) : -1;
        if (wrong >= 0) meeting.Settle(entries[wrong].Operator, entries[wrong].Entry, holds: false);
        foreach ((ConditionOperator op, ConditionEntry entry) in entries) meeting.Settle(op, entry, holds: true);
        foreach (Statement other in evaded)
        {
            if (EntriesOf(other).ToArray() is not { Length: > 0 } others) continue;
            (ConditionOperator op, ConditionEntry entry) = draw.Of(others);
            meeting.Settle(op, entry, holds: false);
        }

        return Finish(caller, action, resource);
    }

    private AuthorizationRequest Finish(RequestPrincipal caller, string action, string resource)
    {
        if (draw.OneIn(6)) AddOther();
        if (values.Count > 0 && draw.OneIn(12)) values[draw.Of([.. values.Keys])] = ContextValue.Unknown;
        RequestContextBuilder builder = new();
        foreach ((string name, ContextValue value) in values) builder.Set(name, value);
        RequestContext context = builder.Build();
        string? account = Arn.TryParse(resource, out Arn? arn) && arn.Account.Length == 12 ? arn.Account.ToString() : null;
        return new AuthorizationRequest(caller, action, resource, context)
        {
            ResourceAccount = account ?? (draw.OneIn(3) ? World.OtherAccount : caller.Account ?? World.Account),
            Endpoint = Contexts.EndpointOf(draw, context),
        };
    }

    private RequestPrincipal? Caller(PrincipalElement? element, bool misses)
    {
        if (element is null || element.IsEveryone || element.Groups.Count == 0) return null;
        if (misses != element.IsNegated) return draw.OneIn(2) ? Callers.Any(draw) : Callers.Of(draw, World.OtherAccount);
        PrincipalGroup group = element.Groups[draw.Below(element.Groups.Count)];
        return group.Values.Count == 0 ? null : Callers.Named(draw, group.Type, group.Values[draw.Below(group.Values.Count)].Text);
    }

    private void NameCaller(RequestPrincipal caller)
    {
        if (caller is not { Kind: CallerType.User, Arn: { } user } || draw.OneIn(3)) return;
        values["aws:username"] = ContextValue.Of(user.ResourceName.ToString());
    }

    private string Action(ActionElement element, PolicyType type, bool misses)
    {
        if (element.Patterns.Count == 0) return "s3:GetObject";
        string pattern = element.Patterns[draw.Below(element.Patterns.Count)].Text;
        if (element.IsNegated != misses && pattern != "*" && draw.OneIn(2)) return TextSteps.Miss(draw, Named(pattern), pattern.IndexOf(':', StringComparison.Ordinal) + 1);
        if (element.IsNegated != misses) return AnyRequest.Call(draw, type).Action;
        return draw.OneIn(8) ? Named(pattern).ToLowerInvariant() : Named(pattern);
    }

    /// <summary>An action that the pattern matches: one of the world, if it matches any.</summary>
    private string Named(string pattern)
    {
        if (pattern.AsSpan().IndexOfAny('*', '?') < 0) return pattern;
        string head = pattern[..pattern.AsSpan().IndexOfAny('*', '?')];
        string[] known = [.. World.Catalogue.Append(World.Sts).SelectMany(static s => s.Actions.Select(a => $"{s.Prefix}:{a}")).Where(a => a.StartsWith(head, StringComparison.OrdinalIgnoreCase))];
        bool isPrefix = pattern.Length == head.Length + 1 && pattern[^1] == '*';
        if (isPrefix && known.Length > 0) return draw.Of(known);
        string filled = TextSteps.Fill(draw, pattern);
        return filled.Contains(':', StringComparison.Ordinal) ? filled.Replace("/", "", StringComparison.Ordinal) : "s3:GetObject";
    }

    private string Resource(ResourceElement element, ConditionMeeting meeting, bool misses)
    {
        if (element.Patterns.Count == 0) return "*";
        string pattern = element.Patterns[draw.Below(element.Patterns.Count)].Text;
        if (pattern.Trim('*').Length == 0) return AnyRequest.Call(draw).Resource;
        if (element.IsNegated != misses && draw.OneIn(4)) return AnyRequest.Call(draw).Resource;
        string filled = string.Join(':', meeting.Resolve(pattern).Split(':', 6).Select((part, i) => part != "*" ? part : i switch { 2 => "s3", 3 => "eu-west-1", 4 => World.Account, _ => "*" }));
        filled = TextSteps.Fill(draw, filled);
        return element.IsNegated != misses ? TextSteps.Miss(draw, filled, TextSteps.TailOf(filled)) : filled;
    }

    private void AddOther()
    {
        World.KeySample key = draw.Of(World.Keys);
        if (key.Name != "aws:username") values.TryAdd(key.Name, Contexts.Sample(draw, key));
    }

    private static IEnumerable<(ConditionOperator Operator, ConditionEntry Entry)> EntriesOf(Statement statement) =>
        (statement.Condition?.Clauses ?? []).SelectMany(static clause => clause.Entries.Select(entry => (clause.Operator, entry)));
}
