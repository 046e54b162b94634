using System.Diagnostics.CodeAnalysis;

namespace PolicyEngine.Explanation;

/// <summary>Reads the sentence with which AWS refuses a request, in all the wordings that services have had for it.</summary>
/// <remarks>AWS: <see href="https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_access-denied.html">Troubleshoot access denied error messages</see>.</remarks>
internal static class DenialMessageReader
{
    private const string Caller = "User: ";
    private const string Verb = " is not authorized to perform: ";
    private const string Target = "on resource: ";
    private const string Explicit = " with an explicit deny in ";
    private const string Implicit = " because no ";

    /// <summary>The names of policy types, the longer of two with the same beginning first.</summary>
    private static readonly (string Name, PolicyType Type)[] Names =
    [
        ("service control polic", PolicyType.ServiceControl),
        ("resource control polic", PolicyType.ResourceControl),
        ("VPC endpoint polic", PolicyType.VpcEndpoint),
        ("permissions boundar", PolicyType.PermissionsBoundary),
        ("permission boundar", PolicyType.PermissionsBoundary),
        ("sessions polic", PolicyType.Session),
        ("session polic", PolicyType.Session),
        ("resource-based polic", PolicyType.Resource),
        ("role trust polic", PolicyType.Trust),
        ("trust polic", PolicyType.Trust),
        ("identity-based polic", PolicyType.Identity),
        ("identity polic", PolicyType.Identity),
    ];

    internal static bool TryRead(string? text, [NotNullWhen(true)] out DenialMessage? message)
    {
        message = null;
        int verb = text is null ? -1 : text.IndexOf(Verb, StringComparison.OrdinalIgnoreCase);
        if (verb < 0) return false;
        string before = text![..verb];
        int user = before.LastIndexOf(Caller, StringComparison.OrdinalIgnoreCase);
        string caller = (user < 0 ? before : before[(user + Caller.Length)..]).Trim();
        ReadOnlySpan<char> rest = text.AsSpan(verb + Verb.Length).TrimStart();
        int end = rest.IndexOfAny(" \r\n");
        string action = (end < 0 ? rest : rest[..end]).TrimEnd('.').TrimEnd(',').ToString();
        if (caller.Length == 0 || action.Length == 0) return false;
        rest = end < 0 ? default : rest[end..];

        // The clause is the last of its kind: names of resources may hold such words.
        int denied = rest.LastIndexOf(Explicit, StringComparison.OrdinalIgnoreCase);
        int missing = rest.LastIndexOf(Implicit, StringComparison.OrdinalIgnoreCase);
        bool isExplicit = denied > missing;
        int clause = Math.Max(denied, missing);
        ReadOnlySpan<char> reason = clause < 0 ? default : rest[(clause + (isExplicit ? Explicit : Implicit).Length)..];
        bool isNamed = TryFindType(reason, out PolicyType type);
        message = new DenialMessage
        {
            Caller = caller,
            Action = action,
            Resource = FindResource(isNamed ? rest[..clause] : rest),
            PolicyType = isNamed ? type : null,
            IsExplicit = isNamed && isExplicit,
            PolicyArn = isNamed ? FindPolicyArn(reason) : null,
        };
        return true;
    }

    private static bool TryFindType(ReadOnlySpan<char> reason, out PolicyType type)
    {
        foreach (string article in (ReadOnlySpan<string>)["an ", "a ", "the "])
        {
            if (reason.StartsWith(article, StringComparison.OrdinalIgnoreCase)) reason = reason[article.Length..];
        }

        foreach ((string name, PolicyType named) in Names)
        {
            if (!reason.StartsWith(name, StringComparison.OrdinalIgnoreCase)) continue;
            type = named;
            return true;
        }

        type = default;
        return false;
    }

    private static string? FindResource(ReadOnlySpan<char> text)
    {
        int start = text.IndexOf(Target, StringComparison.OrdinalIgnoreCase);
        if (start < 0) return null;
        ReadOnlySpan<char> value = text[(start + Target.Length)..].TrimStart();
        int quote = value.StartsWith("\"") ? value[1..].IndexOf('"') : -1;
        if (quote >= 0) return value.Slice(1, quote).ToString();
        int tail = value.IndexOf(" Encoded authorization failure message", StringComparison.OrdinalIgnoreCase);
        if (tail >= 0) value = value[..tail].TrimEnd().TrimEnd('.');
        value = value.TrimEnd();
        return value.IsEmpty ? null : value.ToString();
    }

    private static string? FindPolicyArn(ReadOnlySpan<char> reason)
    {
        int start = reason.IndexOf(": arn:", StringComparison.Ordinal);
        if (start < 0) return null;
        ReadOnlySpan<char> arn = reason[(start + 2)..];
        int end = arn.IndexOfAny(" \r\n\"");
        return (end < 0 ? arn : arn[..end]).TrimEnd('.').TrimEnd(',').ToString();
    }
}
