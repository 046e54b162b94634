using PolicyEngine.FsCheck.Requests;

namespace PolicyEngine.FsCheck.Shrinking;

/// <summary>Smaller requests. One without faults shrinks to such ones only.</summary>
internal static class RequestShrink
{
    internal static IEnumerable<AuthorizationRequest> Of(AuthorizationRequest request) =>
        HasFaults(request) ? Candidates(request) : Candidates(request).Where(static smaller => !HasFaults(smaller));

    /// <summary>The caller with less known about it.</summary>
    internal static IEnumerable<RequestPrincipal> Of(RequestPrincipal caller)
    {
        if (caller.Credentials != CredentialKind.Unknown) yield return caller with { Credentials = CredentialKind.Unknown };
        if (caller.IsInManagementAccount) yield return caller with { IsInManagementAccount = false };
        if (caller.HasPermissionsBoundary is not null) yield return caller with { HasPermissionsBoundary = null };
        if (caller.UniqueId is not null) yield return caller with { UniqueId = null };
        if (caller.CanonicalUserId is not null) yield return caller with { CanonicalUserId = null };
    }

    /// <summary>The context without a key, and with shorter values.</summary>
    internal static IEnumerable<RequestContext> Of(RequestContext context)
    {
        KeyValuePair<string, ContextValue>[] entries = [.. context];
        foreach (KeyValuePair<string, ContextValue>[] fewer in ListShrink.Without(entries)) yield return Build(fewer);
        foreach (KeyValuePair<string, ContextValue>[] smaller in ListShrink.Within(entries, static e => Of(e.Value).Select(value => KeyValuePair.Create(e.Key, value)))) yield return Build(smaller);
    }

    private static bool HasFaults(AuthorizationRequest request) => RequestConsistency.FindFaults(request).Any(static fault => fault.IsError);

    private static IEnumerable<AuthorizationRequest> Candidates(AuthorizationRequest request)
    {
        foreach (RequestContext smaller in Of(request.Context)) yield return request.With(smaller);
        foreach (RequestPrincipal smaller in Of(request.Principal)) yield return request.With(smaller);
        AuthorizationRequest bare = request.Bare(keepsOwner: true);
        bool hasMore = request.Endpoint is not null || request.IsResourceInManagementAccount || request.IsResourceManagedByAws || request.HasServiceGrant || request.BlocksPublicAccess;
        if (hasMore) yield return bare;
        if (request.ResourceAccount is not null) yield return request.Bare(keepsOwner: false);
        if (Arn.TryParse(request.Resource, out _))
        {
            foreach (string shorter in TextShrink.Arn(request.Resource)) yield return request.WithResource(shorter);
        }

        foreach (string shorter in TextShrink.Action(request.Action)) yield return request.WithAction(shorter);
    }

    private static IEnumerable<ContextValue> Of(ContextValue value)
    {
        if (value.IsUnknown) return [];
        string[] texts = value.Values.ToArray();
        if (!value.IsList) return TextShrink.Of(texts[0]).Select(ContextValue.Of);
        return ListShrink.Without(texts).Concat(ListShrink.Within(texts, TextShrink.Of)).Select(static list => ContextValue.OfList(list));
    }

    private static RequestContext Build(IEnumerable<KeyValuePair<string, ContextValue>> entries)
    {
        RequestContextBuilder builder = new();
        foreach ((string name, ContextValue value) in entries) builder.Set(name, value);
        return builder.Build();
    }
}
