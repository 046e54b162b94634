using System.Collections.Immutable;

namespace PolicyEngine.Cli.Cases;

/// <summary>The members of a request, as they are found.</summary>
internal sealed class RequestDraft
{
    internal PrincipalDraft? Principal { get; set; }

    internal string? Action { get; set; }

    internal string? Resource { get; set; }

    internal string[]? Actions { get; set; }

    internal string[]? Resources { get; set; }

    internal bool HasUnknownResource { get; set; }

    internal string? ResourceAccount { get; set; }

    internal bool ResourceAccountIsManagement { get; set; }

    internal ContextDraft Context { get; } = new();

    internal RequestEndpoint? Endpoint { get; set; }

    /// <summary>The call that the members make.</summary>
    internal Call ToCall(int offset)
    {
        PrincipalDraft caller = Principal ?? throw new CaseFormatException("the request lacks 'principal'", offset);
        ImmutableArray<string> actions = OneOrMore(Action, Actions, "action", offset) ?? throw new CaseFormatException("the request lacks 'action'", offset);
        ImmutableArray<string>? resources = OneOrMore(Resource, Resources, "resource", offset);
        if (resources is null != HasUnknownResource) throw new CaseFormatException("the request lacks 'resource'", offset);
        if (Context.FindContradiction() is { } key) throw new CaseFormatException($"the condition key '{key}' is absent and given", offset);
        return new Call
        {
            Principal = caller.ToPrincipal(),
            Actions = actions,
            Resources = resources,
            Context = Context.Build(),
            ResourceAccount = ResourceAccount,
            ResourceAccountIsManagement = ResourceAccountIsManagement,
            Endpoint = Endpoint,
        };
    }

    private static ImmutableArray<string>? OneOrMore(string? one, string[]? more, string name, int offset) => (one, more) switch
    {
        (null, null) => null,
        ({ } only, null) => [only],
        (null, { Length: > 0 } all) => [.. all],
        (null, _) => throw new CaseFormatException($"'{name}s' is empty", offset),
        _ => throw new CaseFormatException($"the request has both '{name}' and '{name}s'", offset),
    };
}
