using System.Globalization;
using System.Text;
using PolicyEngine.Syntax;

namespace PolicyEngine.Fuzz;

/// <summary>How the parts of a question are read.</summary>
internal static class QuestionText
{
    /// <summary>Reads <c>\uXXXX</c>, so that half a surrogate pair can be asked about.</summary>
    internal static string Unescape(string text)
    {
        if (!text.Contains('\\', StringComparison.Ordinal)) return text;
        StringBuilder plain = new();
        for (int i = 0; i < text.Length; i++)
        {
            bool isEscape = text[i] == '\\' && i + 5 < text.Length && text[i + 1] == 'u' && ushort.TryParse(text.AsSpan(i + 2, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out _);
            if (isEscape) plain.Append((char)ushort.Parse(text.AsSpan(i + 2, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture));
            else plain.Append(text[i]);
            if (isEscape) i += 5;
        }

        return plain.ToString();
    }

    /// <summary>A text in which nothing but letters that all texts may have is left as it is.</summary>
    internal static string Escape(string text) =>
        string.Concat(text.Select(static c => c < ' ' || char.IsSurrogate(c) || c == '\\' ? string.Create(CultureInfo.InvariantCulture, $"\\u{(int)c:X4}") : c.ToString()));

    /// <summary>A caller by its form; null where there is none such.</summary>
    internal static RequestPrincipal? ReadCaller(string[] fields)
    {
        string one = fields.ElementAtOrDefault(1) ?? "";
        string two = fields.ElementAtOrDefault(2) ?? "";
        try
        {
            return fields[0] switch
            {
                "arn" => RequestPrincipal.FromArn(one),
                "root" => RequestPrincipal.Root(one),
                "role" => RequestPrincipal.RoleSession(one, two),
                "federated" => RequestPrincipal.FederatedUser(one, two),
                "service" => RequestPrincipal.Service(fields.AsSpan(1)),
                "web" => RequestPrincipal.WebIdentity(one),
                "saml" => RequestPrincipal.Saml(one),
                "user?" => RequestPrincipal.Unidentified(CallerType.User, one),
                "role?" => RequestPrincipal.Unidentified(CallerType.RoleSession, one),
                "federated?" => RequestPrincipal.Unidentified(CallerType.FederatedUser, one),
                _ => RequestPrincipal.Anonymous,
            };
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    /// <summary>A caller with its ids, kind of credentials, and what else is known: a digit for the boundary, one for the management account.</summary>
    internal static RequestPrincipal Complete(RequestPrincipal caller, string[] fields) => caller with
    {
        UniqueId = fields[0].Length == 0 ? null : fields[0],
        CanonicalUserId = fields.ElementAtOrDefault(1) is { Length: > 0 } canonical ? canonical : null,
        Credentials = fields.ElementAtOrDefault(2) is [>= '0' and <= '4' and char digit] ? (CredentialKind)(digit - '0') : CredentialKind.Unknown,
        HasPermissionsBoundary = fields.ElementAtOrDefault(3) switch { "1" => true, "0" => false, _ => null },
        IsInManagementAccount = fields.ElementAtOrDefault(4) == "1",
    };

    /// <summary>The bucket of an access point, its account, a digit for the origin, and a VPC.</summary>
    internal static AccessPoint ReadAccessPoint(string[] fields)
    {
        string? at(int field) => fields.ElementAtOrDefault(field) is { Length: > 0 } text ? text : null;
        return new AccessPoint { BucketArn = at(0), BucketAccount = at(1), Origin = at(2) switch { "1" => AccessPointOrigin.Internet, "2" => AccessPointOrigin.Vpc, _ => AccessPointOrigin.Unknown }, VpcId = at(3) };
    }

    internal static PolicyType ReadKind(string text) => text is [>= '0' and <= '8' and char digit] ? (PolicyType)(digit - '0') : PolicyType.Identity;

    internal static PolicyVersion? ReadVersion(string? text) => text switch { "8" => PolicyVersion.Version2008, "0" => null, _ => PolicyVersion.Version2012 };

    internal static bool NamesPrincipals(PolicyType kind) => kind is PolicyType.ResourceControl or PolicyType.VpcEndpoint or PolicyType.Resource or PolicyType.AccessPoint;
}
