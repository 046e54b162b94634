using PolicyEngine.Compilation;
using PolicyEngine.Evaluation;
using PolicyEngine.Primitives;
using PolicyEngine.Requests;
using PolicyEngine.Syntax;

namespace PolicyEngine.Tests.Laws;

/// <summary>Policies of all kinds and a request near them.</summary>
public sealed record AuthorizationCase(PolicySet Policies, AuthorizationRequest Request, AuthorizationOptions Options)
{
    private static readonly PolicyKind[] Kinds = Enum.GetValues<PolicyKind>();

    /// <summary>What the library decides.</summary>
    internal AuthorizationDecision Decide() => new PolicyEvaluator(options: Options).Evaluate(PolicyCompiler.Compile(Policies), Request);

    /// <summary>The case with other policies of a kind.</summary>
    internal AuthorizationCase With(PolicyKind kind, PolicySlot slot) => this with
    {
        Policies = kind switch
        {
            PolicyKind.ResourceControl => Policies with { ResourceControl = slot },
            PolicyKind.ServiceControl => Policies with { ServiceControl = slot },
            PolicyKind.VpcEndpoint => Policies with { VpcEndpoint = slot },
            PolicyKind.Resource => Policies with { Resource = slot },
            PolicyKind.Identity => Policies with { Identity = slot },
            PolicyKind.PermissionsBoundary => Policies with { PermissionsBoundary = slot },
            _ => Policies with { Session = slot },
        },
    };

    /// <summary>The case with other condition keys.</summary>
    internal AuthorizationCase With(IEnumerable<KeyValuePair<string, ContextValue>> entries)
    {
        RequestContextBuilder builder = new();
        foreach ((string name, ContextValue value) in entries) builder.Set(name, value);
        return this with { Request = Ask(Request.Principal, builder.Build()) };
    }

    /// <summary>The case with another caller.</summary>
    internal AuthorizationCase With(RequestPrincipal caller) => this with { Request = Ask(caller, Request.Context) };

    /// <summary>The case with another owner of the resource.</summary>
    internal AuthorizationCase With(string? owner) => this with { Request = Ask(Request.Principal, Request.Context, owner) };

    /// <summary>A document of a kind that allows, or denies, everything to everyone.</summary>
    internal static PolicyDocument Everything(PolicyKind kind, Effect effect) => new()
    {
        Type = kind switch
        {
            PolicyKind.ResourceControl => PolicyType.ResourceControl,
            PolicyKind.ServiceControl => PolicyType.ServiceControl,
            PolicyKind.VpcEndpoint => PolicyType.VpcEndpoint,
            PolicyKind.Resource => PolicyType.Resource,
            _ => PolicyType.Identity,
        },
        Statements =
        [
            new Statement
            {
                Effect = effect,
                Principal = kind is PolicyKind.ResourceControl or PolicyKind.VpcEndpoint or PolicyKind.Resource ? new PrincipalElement { IsEveryone = true } : null,
                Action = new ActionElement { Patterns = LanguageCaseMaker.Texts(["*"]) },
                Resource = new ResourceElement { Patterns = LanguageCaseMaker.Texts(["*"]) },
            },
        ],
    };

    /// <summary>The case with the documents of every level of every kind changed.</summary>
    internal AuthorizationCase WithDocuments(Func<PolicyKind, PolicyDocument[], PolicyDocument[]> change)
    {
        AuthorizationCase changed = this;
        foreach (PolicyKind kind in Kinds.Where(kind => Policies[kind].IsAttached))
        {
            changed = changed.With(kind, PolicySlot.OfLevels([.. Policies[kind].Levels.Select(level => new PolicyLevel(level.Name, change(kind, [.. level.Documents])))]));
        }

        return changed;
    }

    /// <summary>Smaller cases: without a kind, a level, a document, a statement, a part of one, a key or a mark.</summary>
    internal IEnumerable<AuthorizationCase> Shrink()
    {
        if (!Options.Equals(AuthorizationOptions.Default)) yield return this with { Options = AuthorizationOptions.Default };
        if (Request.Principal.Credentials != CredentialKind.NotSaid) yield return With(Request.Principal with { Credentials = CredentialKind.NotSaid });
        if (Request.Principal.IsInManagementAccount) yield return With(Request.Principal with { IsInManagementAccount = false });
        if (Request.Principal.HasPermissionsBoundary is not null) yield return With(Request.Principal with { HasPermissionsBoundary = null });
        KeyValuePair<string, ContextValue>[] entries = [.. Request.Context];
        for (int i = 0; i < entries.Length; i++) yield return With(entries.Where((_, at) => at != i));
        foreach (PolicyKind kind in Kinds.Where(kind => Policies[kind].IsAttached || !Policies[kind].IsKnown))
        {
            yield return With(kind, PolicySlot.NotAttached);
            PolicySlot slot = Policies[kind];
            foreach (PolicySlot smaller in Shrink(slot)) yield return With(kind, smaller);
        }
    }

    /// <summary>All of the case as text.</summary>
    public override string ToString() => string.Join('\n', Kinds.SelectMany(Show).Append($"""
        {Request.Principal.Kind} {new LanguageCase(new PolicyDocument { Type = PolicyType.Identity, Statements = [] }, Request)}
        management account {Request.Principal.IsInManagementAccount}, service-linked {Request.Principal.IsServiceLinkedRole}, credentials {Request.Principal.Credentials}, identified {Request.Principal.IsIdentified}, endpoint {Request.Endpoint}
        resource account '{Request.ResourceAccount}', of the management account {Request.IsResourceInManagementAccount}, of AWS {Request.IsResourceManagedByAws}, grant {Request.HasServiceGrant}, blocks public access {Request.BlocksPublicAccess}
        options: unlisted services {Options.TreatsUnlistedServicesAsResourceControlled}, need resource policies [{string.Join(", ", Options.ServicesThatNeedResourcePolicies)}]
        """));

    private IEnumerable<string> Show(PolicyKind kind)
    {
        PolicySlot slot = Policies[kind];
        string Text(PolicyLevel level) => $"{kind} {level.Name}: {string.Join(" + ", level.Documents.Select(static d => $"{d.Type} {PolicyWriter.Write(d)}"))}";
        return slot.IsKnown ? slot.Levels.Select(Text) : [$"{kind}: not known"];
    }

    private static IEnumerable<PolicySlot> Shrink(PolicySlot slot)
    {
        if (slot.Levels.Count > 1)
        {
            for (int i = 0; i < slot.Levels.Count; i++) yield return PolicySlot.OfLevels([.. slot.Levels.Where((_, at) => at != i)]);
        }

        for (int l = 0; l < slot.Levels.Count; l++)
        {
            foreach (PolicyDocument[] documents in Shrink([.. slot.Levels[l].Documents]))
            {
                yield return PolicySlot.OfLevels([.. slot.Levels.Select((level, at) => at == l ? new PolicyLevel(level.Name, documents) : level)]);
            }
        }
    }

    private static IEnumerable<PolicyDocument[]> Shrink(PolicyDocument[] documents)
    {
        AuthorizationRequest nothing = new(RequestPrincipal.Anonymous, "", "");
        for (int i = 0; i < documents.Length; i++)
        {
            yield return [.. documents.Where((_, at) => at != i)];
            foreach (LanguageCase smaller in new LanguageCase(documents[i], nothing).Shrink())
            {
                yield return [.. documents.Select((document, at) => at == i ? smaller.Document : document)];
            }
        }
    }

    private AuthorizationRequest Ask(RequestPrincipal caller, RequestContext context) => Ask(caller, context, Request.ResourceAccount);

    private AuthorizationRequest Ask(RequestPrincipal caller, RequestContext context, string? owner) => new(caller, Request.Action, Request.Resource, context)
    {
        Endpoint = Request.Endpoint,
        ResourceAccount = owner,
        IsResourceInManagementAccount = Request.IsResourceInManagementAccount,
        IsResourceManagedByAws = Request.IsResourceManagedByAws,
        HasServiceGrant = Request.HasServiceGrant,
        BlocksPublicAccess = Request.BlocksPublicAccess,
    };
}
