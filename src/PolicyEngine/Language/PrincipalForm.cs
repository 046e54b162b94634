using PolicyEngine.Facts;
using PolicyEngine.Syntax;

namespace PolicyEngine.Language;

/// <summary>Tells what the text of a principal means.</summary>
/// <remarks>AWS: <see href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html">AWS JSON policy elements: Principal</see>.</remarks>
internal static class PrincipalForm
{
    internal static PrincipalFormKind Classify(PrincipalType type, string text)
    {
        if (PatternTokens.HasVariable(text)) return PrincipalFormKind.Variable;
        if (type is (PrincipalType.Service or PrincipalType.Federated) && HasWildcard(text)) return PrincipalFormKind.Wildcard;
        PrincipalFormKind form = type switch
        {
            PrincipalType.Aws => ClassifyAws(text),
            PrincipalType.Service when IsHostName(text) => PrincipalFormKind.Service,
            PrincipalType.Federated when IsProvider(text) => PrincipalFormKind.Federated,
            PrincipalType.CanonicalUser when IsCanonicalId(text) => PrincipalFormKind.CanonicalUser,
            _ => PrincipalFormKind.Malformed,
        };
        return form == PrincipalFormKind.Malformed && ForeignText.Is(text) ? PrincipalFormKind.Nobody : form;
    }

    private static PrincipalFormKind ClassifyAws(string text)
    {
        if (text == "*") return PrincipalFormKind.AnyAws;
        if (AccountId.IsValid(text)) return PrincipalFormKind.Account;
        if (HasWildcard(text)) return PrincipalFormKind.Wildcard;
        if (IsUniqueId(text)) return PrincipalFormKind.UniqueId;
        return Arn.TryParse(text, out Arn? arn) && PartitionName.IsValid(arn.Partition) && arn.Region.IsEmpty
            ? ClassifyArn(arn)
            : PrincipalFormKind.Malformed;
    }

    private static PrincipalFormKind ClassifyArn(Arn arn)
    {
        ReadOnlySpan<char> resource = arn.Resource;
        int slash = resource.IndexOf('/');
        ReadOnlySpan<char> kind = slash < 0 ? resource : resource[..slash];
        ReadOnlySpan<char> name = slash < 0 ? default : resource[(slash + 1)..];
        if (!AccountId.IsValid(arn.Account))
        {
            bool isOai = arn.Service is "iam" && arn.Account is "cloudfront" && kind is "user"
                && name.StartsWith("CloudFront Origin Access Identity ") && IsName(name["CloudFront Origin Access Identity ".Length..]);
            return isOai ? PrincipalFormKind.User : PrincipalFormKind.Malformed;
        }

        return kind switch
        {
            "root" when arn.Service is "iam" && slash < 0 => PrincipalFormKind.AccountRoot,
            "user" when arn.Service is "iam" && IsPathAndName(name) => PrincipalFormKind.User,
            "role" when arn.Service is "iam" && IsPathAndName(name) => PrincipalFormKind.Role,
            "assumed-role" when arn.Service is "sts" && IsSession(name) => PrincipalFormKind.Session,
            "federated-user" when arn.Service is "sts" && IsName(name) => PrincipalFormKind.FederatedUser,
            _ => PrincipalFormKind.Malformed,
        };
    }

    private static bool HasWildcard(string text) => text.AsSpan().ContainsAny('*', '?');

    private static bool IsSession(ReadOnlySpan<char> text)
    {
        int slash = text.IndexOf('/');
        return slash > 0 && IsName(text[..slash]) && IsName(text[(slash + 1)..]);
    }

    private static bool IsPathAndName(ReadOnlySpan<char> text)
    {
        int last = text.LastIndexOf('/');
        return IsName(text[(last + 1)..]) && (last < 0 || !text[..last].ContainsAnyExceptInRange('!', '~'));
    }

    private static bool IsName(ReadOnlySpan<char> text)
    {
        foreach (char c in text)
        {
            if (!char.IsAsciiLetterOrDigit(c) && c is not ('+' or '=' or ',' or '.' or '@' or '-' or '_')) return false;
        }

        return !text.IsEmpty;
    }

    private static bool IsUniqueId(ReadOnlySpan<char> text)
    {
        if (text.Length < 16 || text[0] != 'A') return false;
        foreach (char c in text)
        {
            if (!char.IsAsciiDigit(c) && !char.IsAsciiLetterUpper(c)) return false;
        }

        return true;
    }

    private static bool IsHostName(ReadOnlySpan<char> text)
    {
        bool dotted = false;
        char before = '.';
        foreach (char c in text)
        {
            if (c == '.' && before == '.') return false;
            if (c != '.' && c != '-' && c != '_' && !char.IsAsciiLetterOrDigit(c)) return false;
            dotted |= c == '.';
            before = c;
        }

        return dotted && before != '.';
    }

    private static bool IsProvider(string text)
    {
        if (!text.StartsWith("arn:", StringComparison.Ordinal)) return IsHostName(text);
        if (!Arn.TryParse(text, out Arn? arn) || !PartitionName.IsValid(arn.Partition) || arn.Service is not "iam") return false;
        if (!arn.Region.IsEmpty || !AccountId.IsValid(arn.Account) || text.Contains(' ', StringComparison.Ordinal)) return false;
        ReadOnlySpan<char> resource = arn.Resource;
        return resource.Length > resource.IndexOf('/') + 1 && (resource.StartsWith("saml-provider/") || resource.StartsWith("oidc-provider/"));
    }

    private static bool IsCanonicalId(ReadOnlySpan<char> text)
    {
        if (text.Length != 64) return false;
        foreach (char c in text)
        {
            if (!char.IsAsciiHexDigitLower(c)) return false;
        }

        return true;
    }
}
