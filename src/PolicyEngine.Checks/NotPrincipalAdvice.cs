using PolicyEngine.Language;
using PolicyEngine.Syntax;

namespace PolicyEngine.Checks;

/// <summary>Advises on a NotPrincipal that lists part of the chain that AWS checks: account, then user or role, then session.</summary>
/// <remarks>AWS: <see href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_notprincipal.html">AWS JSON policy elements: NotPrincipal</see>.</remarks>
internal static class NotPrincipalAdvice
{
    internal static void Check(AdviceContext context, PrincipalElement principal)
    {
        HashSet<string> listed = new(StringComparer.Ordinal);
        Walk(context, principal, (value, kind) => Note(listed, value.Text, kind));
        context.Path.Push(principal.Name);
        Walk(context, principal, (value, kind) => CheckValue(context, listed, value, kind));
        context.Path.Pop();
    }

    private static void Walk(AdviceContext context, PrincipalElement principal, Action<TextValue, PrincipalFormKind> visit)
    {
        foreach (PrincipalGroup group in principal.Groups)
        {
            if (group.Type != PrincipalType.Aws) continue;
            context.Path.Push(PrincipalTypeNames.NameOf(group.Type));
            for (int i = 0; i < group.Values.Count; i++)
            {
                context.PushItem(group.Values, i);
                visit(group.Values[i], PrincipalForm.Classify(group.Type, group.Values[i].Text));
                context.PopItem(group.Values);
            }

            context.Path.Pop();
        }
    }

    /// <summary>Notes the parts of chains that a principal is: the account, a user of it, a role or a session of one.</summary>
    private static void Note(HashSet<string> listed, string text, PrincipalFormKind kind)
    {
        string account = AccountOf(text, kind);
        string? part = kind switch
        {
            PrincipalFormKind.Account or PrincipalFormKind.AccountRoot => "account",
            PrincipalFormKind.User => "user",
            PrincipalFormKind.Role => $"role {NameOf(text, kind)}",
            PrincipalFormKind.Session => $"session {NameOf(text, kind)}",
            PrincipalFormKind.FederatedUser => "federated",
            _ => null,
        };
        if (part is null) return;
        listed.Add($"{account} {part}");
        if (part != "account") listed.Add($"{account} member");
    }

    private static void CheckValue(AdviceContext context, HashSet<string> listed, TextValue value, PrincipalFormKind kind)
    {
        string account = AccountOf(value.Text, kind);
        if (kind is PrincipalFormKind.Account or PrincipalFormKind.AccountRoot)
        {
            // A unique id may be that of a user or role of the account.
            if (!listed.Contains($"{account} member")) context.Report(AdviceDescriptors.AccountInNotPrincipal, value.Span, value.Text);
            return;
        }

        string? missing = kind switch
        {
            PrincipalFormKind.User => "",
            PrincipalFormKind.Role => listed.Contains($"{account} session {NameOf(value.Text, kind)}") ? "" : "the ARN of its session",
            PrincipalFormKind.Session => listed.Contains($"{account} role {NameOf(value.Text, kind)}") ? "" : "the ARN of its role",
            PrincipalFormKind.FederatedUser => listed.Contains($"{account} user") ? "" : "the ARN of the issuing user",
            _ => null,
        };
        if (missing is null || account.Length == 0) return;
        if (!listed.Contains($"{account} account")) missing = missing.Length == 0 ? $"the account {account}" : $"{missing} and the account {account}";
        if (missing.Length > 0) context.Report(AdviceDescriptors.PartialNotPrincipal, value.Span, value.Text, missing);
    }

    /// <summary>The account; empty where the text names none, as for an origin access identity.</summary>
    private static string AccountOf(string text, PrincipalFormKind kind)
    {
        if (kind == PrincipalFormKind.Account) return text;
        return Arn.TryParse(text, out Arn? arn) && AccountId.IsValid(arn.Account) ? arn.Account.ToString() : "";
    }

    /// <summary>The name of a role, without its path, or of the role of a session.</summary>
    private static string NameOf(string text, PrincipalFormKind kind)
    {
        string[] segments = text.Split('/');
        return kind == PrincipalFormKind.Session ? segments[1] : segments[^1];
    }
}
