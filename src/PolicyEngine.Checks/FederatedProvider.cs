using PolicyEngine.Syntax;

namespace PolicyEngine.Checks;

/// <summary>An identity provider that a trust policy names.</summary>
/// <param name="Name">Of OpenID Connect: its host and path, with which its condition keys begin; of SAML the ARN.</param>
/// <param name="IsSaml">True for one of SAML.</param>
internal readonly record struct FederatedProvider(string Name, bool IsSaml)
{
    internal const string GitHub = "token.actions.githubusercontent.com";
    private const string Saml = ":saml-provider/";
    private const string OpenId = ":oidc-provider/";

    /// <summary>The providers among the principals of a statement.</summary>
    internal static IEnumerable<FederatedProvider> Of(PrincipalElement? principal)
    {
        if (principal is not { IsNegated: false }) return [];
        return principal.Groups.Where(static group => group.Type == PrincipalType.Federated).SelectMany(static group => group.Values).Select(static value => Read(value.Text));
    }

    /// <summary>True where a test is of a claim of the provider.</summary>
    /// <param name="test">The test.</param>
    /// <param name="claims">The claims; any where none is named.</param>
    internal bool IsOf(ConditionTest test, params ReadOnlySpan<string> claims)
    {
        string key = test.Entry.Key;
        if (key.Length <= Name.Length + 1 || key[Name.Length] != ':' || !key.StartsWith(Name, StringComparison.OrdinalIgnoreCase)) return false;
        if (claims.IsEmpty) return true;
        foreach (string claim in claims)
        {
            if (key.AsSpan(Name.Length + 1).Equals(claim, StringComparison.OrdinalIgnoreCase)) return true;
        }

        return false;
    }

    /// <summary>True for a provider of OpenID Connect of this name.</summary>
    internal bool Is(string name) => !IsSaml && Name.Equals(name, StringComparison.OrdinalIgnoreCase);

    private static FederatedProvider Read(string text)
    {
        if (text.Contains(Saml, StringComparison.Ordinal)) return new FederatedProvider(text, IsSaml: true);
        int at = text.IndexOf(OpenId, StringComparison.Ordinal);
        return new FederatedProvider(at < 0 ? text : text[(at + OpenId.Length)..], IsSaml: false);
    }
}
