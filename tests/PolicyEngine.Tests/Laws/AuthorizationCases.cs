using PolicyEngine.FsCheck;
using PolicyEngine.Syntax;

namespace PolicyEngine.Tests.Laws;

/// <summary>Cases with a part of them changed.</summary>
internal static class AuthorizationCases
{
    private static readonly PolicyType[] Kinds = [.. PolicySet.Types];

    extension(AuthorizationCase question)
    {
        /// <summary>The case with other policies of a kind.</summary>
        internal AuthorizationCase With(PolicyType kind, AttachedPolicies attached) => question with { Policies = question.Policies.With(kind, attached) };

        /// <summary>The case with other condition keys.</summary>
        internal AuthorizationCase With(IEnumerable<KeyValuePair<string, ContextValue>> entries)
        {
            RequestContextBuilder builder = new();
            foreach ((string name, ContextValue value) in entries) builder.Set(name, value);
            return question with { Request = Ask(question.Request, question.Request.Principal, builder.Build(), question.Request.ResourceAccount) };
        }

        /// <summary>The case with another caller.</summary>
        internal AuthorizationCase With(RequestPrincipal caller) => question with { Request = Ask(question.Request, caller, question.Request.Context, question.Request.ResourceAccount) };

        /// <summary>The case with another owner of the resource.</summary>
        internal AuthorizationCase With(string? owner) => question with { Request = Ask(question.Request, question.Request.Principal, question.Request.Context, owner) };

        /// <summary>The case with the documents of every level of every kind changed.</summary>
        internal AuthorizationCase WithDocuments(Func<PolicyType, PolicyDocument[], PolicyDocument[]> change)
        {
            AuthorizationCase changed = question;
            foreach (PolicyType kind in Kinds.Where(kind => question.Policies[kind].IsAttached))
            {
                changed = changed.With(kind, AttachedPolicies.OfLevels([.. question.Policies[kind].Levels.Select(level => new PolicyLevel(level.Name, change(kind, [.. level.Documents])))]));
            }

            return changed;
        }
    }

    extension(AuthorizationRequest request)
    {
        /// <summary>Fills a builder with the request.</summary>
        internal void Fill(AuthorizationRequestBuilder builder)
        {
            builder.Reset(request.Principal, request.Action, request.Resource);
            foreach ((string name, ContextValue value) in request.Context) builder.Context.Set(name, value, request.Context.GetProvenance(name) ?? default);
            builder.Endpoint = request.Endpoint;
            builder.ResourceAccount = request.ResourceAccount;
            builder.IsResourceInManagementAccount = request.IsResourceInManagementAccount;
            builder.IsResourceManagedByAws = request.IsResourceManagedByAws;
            builder.HasServiceGrant = request.HasServiceGrant;
            builder.BlocksPublicAccess = request.BlocksPublicAccess;
        }
    }

    /// <summary>A document of a type that allows, or denies, everything to everyone.</summary>
    internal static PolicyDocument Everything(PolicyType type, Effect effect) => new()
    {
        Type = type,
        Statements =
        [
            new Statement
            {
                Effect = effect,
                Principal = LanguageCaseGenerator.NamesPrincipals(type) ? new PrincipalElement { IsEveryone = true } : null,
                Action = new ActionElement { Patterns = LanguageCaseGenerator.Texts(["*"]) },
                Resource = type == PolicyType.Trust ? null : new ResourceElement { Patterns = LanguageCaseGenerator.Texts(["*"]) },
            },
        ],
    };

    private static AuthorizationRequest Ask(AuthorizationRequest before, RequestPrincipal caller, RequestContext context, string? owner) => new(caller, before.Action, before.Resource, context)
    {
        Endpoint = before.Endpoint,
        ResourceAccount = owner,
        IsResourceInManagementAccount = before.IsResourceInManagementAccount,
        IsResourceManagedByAws = before.IsResourceManagedByAws,
        HasServiceGrant = before.HasServiceGrant,
        BlocksPublicAccess = before.BlocksPublicAccess,
    };
}
