using PolicyEngine.Syntax;

namespace PolicyEngine.Checks.Rules;

/// <summary>Tells of users and roles that do not exist in an account all of whose users and roles are known; the findings between documents are made by <see cref="SetChecker"/>.</summary>
internal static class PrincipalsOfSets
{
    internal static CheckRule Rule { get; } = new(SetDescriptors.OutsideBoundary, SetDescriptors.OutsideLevel, SetDescriptors.NoSuchPrincipal, SetDescriptors.Equal)
    {
        Statement = static (context, statement) =>
        {
            if (context.Options.KnownPrincipals.Count > 0) PrincipalNames.CheckEach(context, statement.Principal, Check);
        },
    };

    private static void Check(AdviceContext context, PrincipalGroup group, TextValue value)
    {
        if (group.Type != PrincipalType.Aws || AccountOf(value.Text) is not { } account) return;
        bool isKnownAccount = false;
        foreach (string known in context.Options.KnownPrincipals)
        {
            if (known == value.Text) return;
            isKnownAccount |= AccountOf(known) == account;
        }

        if (isKnownAccount) context.Find(SetDescriptors.NoSuchPrincipal, value.Span, default, value.Text);
    }

    /// <summary>The account of a user or role; null for every other principal.</summary>
    private static string? AccountOf(string arn) =>
        arn.Split(':') is ["arn", _, "iam", "", var account, var name] && (name.StartsWith("user/", StringComparison.Ordinal) || name.StartsWith("role/", StringComparison.Ordinal)) ? account : null;
}
