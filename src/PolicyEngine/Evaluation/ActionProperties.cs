using PolicyEngine.Compilation.Indexing;
using PolicyEngine.Facts;
using PolicyEngine.Syntax;

namespace PolicyEngine.Evaluation;

/// <summary>The properties of an action that do not depend on caller and resource.</summary>
internal sealed class ActionProperties : ActionCacheEntry<ActionProperties>
{
    internal ActionProperties(AuthorizationRequest request, AuthorizationOptions options)
        : base(request.Action)
    {
        NeedsNoPermission = options.Services.NeedsNoPermission(request.Action);
        HasResourceControl = options.TreatsUnlistedServicesAsResourceControlled
            ? !options.Services.IsExemptFromResourceControl(request.Action)
            : options.Services.HasResourceControl(request.Action);
        LimitAcrossAccounts = ServiceProfiles.FindLimitAcrossAccounts(request.Action);
        NeedsResourcePolicy = IsListed(request, options.ServicesThatNeedResourcePolicies);
    }

    /// <summary>True where every signed caller may do the action.</summary>
    internal bool NeedsNoPermission { get; }

    /// <summary>True where resource control policies apply to the action.</summary>
    internal bool HasResourceControl { get; }

    /// <summary>The fact by which the service refuses the action to callers of other accounts, whatever policies say; null where there is none.</summary>
    internal ProfileCell? LimitAcrossAccounts { get; }

    /// <summary>True where the service is one of those that are given as needing an Allow of the resource's own policy.</summary>
    internal bool NeedsResourcePolicy { get; }

    private static bool IsListed(AuthorizationRequest request, SyntaxList<string> services)
    {
        foreach (string service in services)
        {
            if (request.IsOf(service)) return true;
        }

        return false;
    }
}
