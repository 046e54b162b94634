using PolicyEngine.Language;
using PolicyEngine.Syntax;

namespace PolicyEngine.Checks;

/// <summary>Tells whom a Principal element names.</summary>
internal static class PrincipalNames
{
    /// <summary>True where every principal is an AWS service.</summary>
    internal static bool AreServices(PrincipalElement? principal) =>
        principal is { IsNegated: false, IsEveryone: false, Groups.Count: > 0 } && principal.Groups.All(static group => group.Type == PrincipalType.Service);

    /// <summary>True where everyone is named, anonymous callers included.</summary>
    internal static bool IsEveryone(PrincipalElement? principal) =>
        principal is { IsNegated: false } && (principal.IsEveryone || principal.Groups.Any(static group => group.Type == PrincipalType.Aws && group.Values.Any(static value => value.Text == "*")));

    /// <summary>True where a service is among the principals; letter case does not count.</summary>
    internal static bool HasService(PrincipalElement? principal, string service) =>
        principal is { IsNegated: false } && principal.Groups.Any(group => group.Type == PrincipalType.Service && group.Values.Any(value => value.Text.Equals(service, StringComparison.OrdinalIgnoreCase)));

    /// <summary>Checks each principal under its own path, while the path is that of the statement.</summary>
    internal static void CheckEach(AdviceContext context, PrincipalElement? principal, Action<AdviceContext, PrincipalGroup, TextValue> check)
    {
        if (principal is null) return;
        context.Path.Push(principal.Name);
        foreach (PrincipalGroup group in principal.Groups)
        {
            context.Path.Push(PrincipalTypeNames.NameOf(group.Type));
            for (int i = 0; i < group.Values.Count; i++)
            {
                context.PushItem(group.Values, i);
                check(context, group, group.Values[i]);
                context.PopItem(group.Values);
            }

            context.Path.Pop();
        }

        context.Path.Pop();
    }
}
