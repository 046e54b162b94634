using System.Collections.Immutable;
using PolicyEngine.Facts;

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
    /// <param name="offset">Where they are in the case.</param>
    /// <param name="given">What the command line tells of keys.</param>
    /// <param name="used">The bits of its options that were used.</param>
    internal Call ToCall(int offset, GivenKeys given, out ulong used)
    {
        PrincipalDraft caller = Principal ?? throw new CaseFormatException("the request lacks 'principal'", offset);
        ImmutableArray<string> actions = OneOrMore(Action, Actions, "action", offset) ?? throw new CaseFormatException("the request lacks 'action'", offset);
        ImmutableArray<string>? resources = OneOrMore(Resource, Resources, "resource", offset);
        if (resources is null != HasUnknownResource) throw new CaseFormatException("the request lacks 'resource'", offset);
        if (Context.FindContradiction() is { } key) throw new CaseFormatException($"the condition key '{key}' is absent and given", offset);
        RequestPrincipal principal = caller.ToPrincipal();
        used = Context.Complete(given);
        if (!given.Organizations.IsEmpty && SetOrganizations(given, principal, actions, resources)) used |= given.OrganizationUse;
        return new Call
        {
            Principal = principal,
            Actions = actions,
            Resources = resources,
            Context = Context.Build(),
            ResourceAccount = ResourceAccount,
            ResourceAccountIsManagement = ResourceAccountIsManagement,
            Endpoint = Endpoint,
        };
    }

    /// <summary>Says in which organizations the accounts of caller, resource and endpoint are, where the command line tells.</summary>
    private bool SetOrganizations(GivenKeys given, RequestPrincipal principal, ImmutableArray<string> actions, ImmutableArray<string>? resources)
    {
        string? owner = ResourceAccount ?? OwnerOf(resources, principal);
        string? endpointOwner = Endpoint?.Id is { } id && given.Inventory.TryFind(id, out VpcEndpoint? own) ? own.OwnerId : null;
        bool ofCaller = Context.SetOrganization("aws:PrincipalOrgID", "aws:PrincipalOrgPaths", given.Organizations.Find(principal.Account));
        bool ofResource = Context.SetOrganization("aws:ResourceOrgID", "aws:ResourceOrgPaths", given.Organizations.Find(owner));
        bool ofEndpoint = Context.SetOrganization("aws:VpceOrgID", "aws:VpceOrgPaths", SendsEndpointKeys(actions) ? given.Organizations.Find(endpointOwner) : null);
        return ofCaller || ofResource || ofEndpoint;
    }

    private static bool SendsEndpointKeys(ImmutableArray<string> actions) => actions.All(static action => ServiceTables.Default.SendsEndpointKey("aws:VpceOrgID", action));

    /// <summary>The account that the resources name, where all name the same one; that of the caller for actions without resource.</summary>
    private static string? OwnerOf(ImmutableArray<string>? resources, RequestPrincipal principal)
    {
        string?[] owners = [.. (resources ?? []).Select(resource => OwnerOf(resource, principal)).Distinct(StringComparer.Ordinal)];
        return owners is [var only] ? only : null;
    }

    private static string? OwnerOf(string resource, RequestPrincipal principal)
    {
        if (resource == "*") return principal.Account;
        return Arn.TryParse(resource, out Arn? arn) && arn.Account.Length > 0 ? arn.Account.ToString() : null;
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
