using System.Diagnostics.CodeAnalysis;
using System.Text;
using PolicyEngine.Text;

namespace PolicyEngine;

/// <summary>The sentence with which AWS refuses a request: who may not do what, and the kind of policy that denies or does not allow.</summary>
/// <remarks>Immutable. AWS names one kind, and never the statement. AWS page:
/// <see href="https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_access-denied.html">Troubleshoot access denied error messages</see>.</remarks>
public sealed class DenialMessage
{
    private const string CallerLabel = "User: ";
    private const string Verb = " is not authorized to perform: ";
    private const string ResourceLabel = "on resource: ";
    private const string Explicit = " with an explicit deny in ";
    private const string Implicit = " because no ";

    /// <summary>The names of policy types, the longer of two with the same beginning first.</summary>
    private static readonly (string Name, PolicyType Type)[] Names =
    [
        ("service control polic", PolicyEngine.PolicyType.ServiceControl),
        ("resource control polic", PolicyEngine.PolicyType.ResourceControl),
        ("VPC endpoint polic", PolicyEngine.PolicyType.VpcEndpoint),
        ("permissions boundar", PolicyEngine.PolicyType.PermissionsBoundary),
        ("permission boundar", PolicyEngine.PolicyType.PermissionsBoundary),
        ("sessions polic", PolicyEngine.PolicyType.Session),
        ("session polic", PolicyEngine.PolicyType.Session),
        ("resource-based polic", PolicyEngine.PolicyType.Resource),
        ("role trust polic", PolicyEngine.PolicyType.Trust),
        ("trust polic", PolicyEngine.PolicyType.Trust),
        ("identity-based polic", PolicyEngine.PolicyType.Identity),
        ("identity polic", PolicyEngine.PolicyType.Identity),
    ];

    internal DenialMessage(string caller, string action)
    {
        Caller = caller;
        Action = action;
    }

    /// <summary>The caller: an ARN, of a role session its own; the name of a service; or <c>anonymous</c>.</summary>
    public string Caller { get; }

    /// <summary>The action, such as <c>s3:GetObject</c>.</summary>
    public string Action { get; }

    /// <summary>The resource; null when the message names none.</summary>
    public string? Resource { get; internal init; }

    /// <summary>The type of policy that denies, or whose allow is missing; null when the message names none.</summary>
    public PolicyType? PolicyType { get; internal init; }

    /// <summary>True where a policy denies; false where none allows.</summary>
    public bool IsExplicit { get; internal init; }

    /// <summary>The ARN of the policy; null when the message names none.</summary>
    public string? PolicyArn { get; internal init; }

    /// <summary>Reads a message.</summary>
    /// <remarks>Wordings differ between services and years: articles, plurals, quotes, what EC2 puts around it, and a tail with ids or links are
    /// all taken. Costs time linear in the text.</remarks>
    /// <param name="text">The text of the error; null is none.</param>
    /// <param name="message">The message, where the result is true; without <see cref="PolicyType"/> where it gives no reason.</param>
    /// <returns>True where it says who is not authorized to perform what.</returns>
    public static bool TryParse(string? text, [NotNullWhen(true)] out DenialMessage? message)
    {
        message = null;
        int verb = text is null ? -1 : text.IndexOf(Verb, StringComparison.OrdinalIgnoreCase);
        if (verb < 0) return false;
        string before = text![..verb];
        int user = before.LastIndexOf(CallerLabel, StringComparison.OrdinalIgnoreCase);
        string caller = (user < 0 ? before : before[(user + CallerLabel.Length)..]).Trim();
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
        message = new DenialMessage(caller, action)
        {
            Resource = FindResource(isNamed ? rest[..clause] : rest),
            PolicyType = isNamed ? type : null,
            IsExplicit = isNamed && isExplicit,
            PolicyArn = isNamed ? FindPolicyArn(reason) : null,
        };
        return true;
    }

    /// <summary>The message in AWS's words.</summary>
    /// <remarks>One line whatever the texts hold: control, format and separator characters are shown as <c>\uXXXX</c>.</remarks>
    /// <returns>Such as <c>User: arn:aws:iam::111122223333:user/Ana is not authorized to perform: s3:GetObject on resource: arn:aws:s3:::b/k
    /// because no identity-based policy allows the s3:GetObject action</c>.</returns>
    public override string ToString()
    {
        StringBuilder text = new($"User: {Caller} is not authorized to perform: {Action}");
        if (Resource is not null) text.Append(" on resource: ").Append(Resource);
        if (PolicyType is not { } type || NameOf(type) is not { } name) return ShownText.Of(text.ToString());
        string article = type == PolicyEngine.PolicyType.Trust ? "the" : type == PolicyEngine.PolicyType.Identity ? "an" : "a";
        if (IsExplicit) text.Append(" with an explicit deny in ").Append(article).Append(' ').Append(name);
        else text.Append(" because no ").Append(name).Append(" allows the ").Append(Action).Append(" action");
        if (PolicyArn is not null) text.Append(": ").Append(PolicyArn);
        return ShownText.Of(text.ToString());
    }

    /// <summary>What AWS calls policies of a type; null where it is not known which words it has.</summary>
    internal static string? NameOf(PolicyType type) => type switch
    {
        PolicyEngine.PolicyType.ResourceControl => "resource control policy",
        PolicyEngine.PolicyType.ServiceControl => "service control policy",
        PolicyEngine.PolicyType.VpcEndpoint => "VPC endpoint policy",
        PolicyEngine.PolicyType.Resource or PolicyEngine.PolicyType.AccessPoint => "resource-based policy",
        PolicyEngine.PolicyType.Trust => "role trust policy",
        PolicyEngine.PolicyType.Identity => "identity-based policy",
        PolicyEngine.PolicyType.PermissionsBoundary => "permissions boundary",
        PolicyEngine.PolicyType.ScopeDown => null,
        _ => "session policy",
    };

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
        int start = text.IndexOf(ResourceLabel, StringComparison.OrdinalIgnoreCase);
        if (start < 0) return null;
        ReadOnlySpan<char> value = text[(start + ResourceLabel.Length)..].TrimStart();
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
