using PolicyEngine.Syntax;

namespace PolicyEngine.Checks;

/// <summary>Tells whether a Deny takes away all that an Allow gives.</summary>
internal static class StatementCover
{
    private const string RootEnd = ":root";

    /// <summary>True for a Deny without Condition whose principals, actions and resources cover all of the Allow's.</summary>
    internal static bool Swallows(CheckedStatement deny, CheckedStatement allow, bool variables) =>
        deny.Denies && allow.Allows && deny.Condition is not { Clauses.Count: > 0 }
        && CoversPrincipals(deny.Principal, allow.Principal) && PatternCover.CoversActions(deny.Action, allow.Action) && PatternCover.CoversResources(deny.Resource, allow.Resource, variables);

    /// <summary>Policies without principals are of one principal; an account covers its users and roles.</summary>
    private static bool CoversPrincipals(PrincipalElement? cover, PrincipalElement? principals)
    {
        if (cover is null) return principals is null || !principals.IsNegated;
        if (cover.IsNegated || principals is { IsNegated: true }) return false;
        if (PrincipalNames.IsEveryone(cover)) return true;
        return principals is { IsEveryone: false } && principals.Groups.All(group => group.Values.All(value => cover.Groups.Any(own => own.Type == group.Type && own.Values.Any(each => Covers(each.Text, value.Text)))));
    }

    private static bool Covers(string cover, string principal)
    {
        if (cover == principal) return true;
        string account = cover.EndsWith(RootEnd, StringComparison.Ordinal) ? cover.Split(':')[4] : cover;
        return AccountOf(principal) is { Length: > 0 } own && own == account;
    }

    private static string? AccountOf(string principal) => principal.Split(':') is [_, _, _, _, var account, ..] ? account : principal;
}
