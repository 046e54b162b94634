namespace PolicyEngine.Reference;

/// <summary>A check of a request on an access point: what is not told could deny it; and identity policies allow the access point, or may.</summary>
internal sealed record ReferenceCheck(PolicySet Policies, AuthorizationRequest Request, bool LacksFacts = false, bool IsAllowedByIdentity = false);
