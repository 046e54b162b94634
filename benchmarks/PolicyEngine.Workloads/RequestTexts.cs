namespace PolicyEngine.Workloads;

/// <summary>A request as a server receives it: strings only.</summary>
/// <param name="Name">What the request tries.</param>
/// <param name="Principal">The ARN of the caller.</param>
/// <param name="Action">The action.</param>
/// <param name="Resource">The resource.</param>
/// <param name="Context">The condition keys.</param>
public sealed record RequestTexts(string Name, string Principal, string Action, string Resource, KeyTexts[] Context)
{
    /// <summary>The account of the resource in all workloads.</summary>
    public const string ResourceAccount = "123456789012";

    /// <summary>Of a role session: the ARN of its role.</summary>
    public string? Role { get; init; }

    /// <summary>True where the request comes through a VPC endpoint whose policy is asked.</summary>
    public bool IsThroughEndpoint { get; init; }

    /// <summary>Makes a request.</summary>
    public AuthorizationRequest Build() => Build(new RequestContextBuilder());

    /// <summary>Makes a request with a builder that is used again.</summary>
    public AuthorizationRequest Build(RequestContextBuilder builder)
    {
        SetKeys(builder.Clear());
        return new AuthorizationRequest(FindPrincipal(), Action, Resource, builder.Build())
        {
            ResourceAccount = ResourceAccount,
            Endpoint = IsThroughEndpoint ? new RequestEndpoint(VpcEndpointType.Gateway) : null,
        };
    }

    /// <summary>Fills a builder that is used again with the request.</summary>
    public void Fill(AuthorizationRequestBuilder builder)
    {
        SetKeys(builder.Reset(FindPrincipal(), Action, Resource).Context);
        builder.ResourceAccount = ResourceAccount;
        if (IsThroughEndpoint) builder.Endpoint = new RequestEndpoint(VpcEndpointType.Gateway);
    }

    /// <summary>The request with a key set to another value, or added.</summary>
    internal RequestTexts With(string name, string value) => this with { Context = Replace(Context, new KeyTexts(name, [value], IsList: false)) };

    private RequestPrincipal FindPrincipal() => Role is null ? RequestPrincipal.FromArn(Principal) : RequestPrincipal.RoleSession(Principal, Role);

    private void SetKeys(RequestContextBuilder builder)
    {
        foreach (KeyTexts key in Context)
        {
            if (key.IsList) builder.SetList(key.Name, key.Values);
            else builder.Set(key.Name, key.Values[0]);
        }
    }

    internal static KeyTexts[] Replace(KeyTexts[] context, KeyTexts key) => [.. context.Where(old => old.Name != key.Name), key];
}
