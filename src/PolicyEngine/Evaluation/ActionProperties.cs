using System.Collections.Immutable;
using PolicyEngine.Compilation.Indexing;

namespace PolicyEngine.Evaluation;

/// <summary>What an action is to the services of AWS, whoever asks for it on whatever resource.</summary>
internal sealed class ActionProperties : ActionCacheEntry<ActionProperties>
{
    internal ActionProperties(AuthorizationRequest request, AuthorizationOptions options)
        : base(request.Action)
    {
        NeedsNoPermission = options.Services.NeedsNoPermission(request.Action);
        HasResourceControl = options.TreatsUnlistedServicesAsResourceControlled
            ? !options.Services.IsExemptFromResourceControl(request.Action)
            : options.Services.HasResourceControl(request.Action);
        NeedsResourcePolicy = IsListed(request, options.ServicesThatNeedResourcePolicies);
    }

    /// <summary>Whether every signed caller may do the action.</summary>
    internal bool NeedsNoPermission { get; }

    /// <summary>Whether resource control policies reach the action.</summary>
    internal bool HasResourceControl { get; }

    /// <summary>Whether the service is one of those said to let nobody in without an Allow of the resource's own policy.</summary>
    internal bool NeedsResourcePolicy { get; }

    private static bool IsListed(AuthorizationRequest request, ImmutableArray<string> services)
    {
        foreach (string service in services)
        {
            if (request.IsOf(service)) return true;
        }

        return false;
    }
}

/// <summary>Finds the facts of actions, and remembers those seen last.</summary>
internal sealed class ActionPropertiesCache(AuthorizationOptions options)
{
    private readonly ActionCache<ActionProperties> memo = new();

    internal ActionProperties Find(AuthorizationRequest request) => memo.Find(request) ?? memo.Add(request, new ActionProperties(request, options));
}
