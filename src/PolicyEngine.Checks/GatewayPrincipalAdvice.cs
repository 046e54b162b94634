using PolicyEngine.Facts;
using PolicyEngine.Language;
using PolicyEngine.Syntax;

namespace PolicyEngine.Checks;

/// <summary>Advises on named principals in an endpoint policy that may be that of a gateway endpoint.</summary>
/// <remarks>The type of the endpoint is not in the document: actions of services with gateway endpoints tell.
/// AWS: <see href="https://docs.aws.amazon.com/vpc/latest/privatelink/gateway-endpoints.html">Gateway endpoints</see>.</remarks>
internal static class GatewayPrincipalAdvice
{
    internal static void Check(AdviceContext context, CheckedStatement statement, PrincipalElement principal)
    {
        if (principal.Groups.Count == 0 || FindSeverity(statement) is not { } severity) return;
        context.Path.Push(principal.Name);
        foreach (PrincipalGroup group in principal.Groups)
        {
            context.Path.Push(PrincipalTypeNames.NameOf(group.Type));
            for (int i = 0; i < group.Values.Count; i++)
            {
                context.PushItem(group.Values, i);
                CheckValue(context, severity, group.Type, group.Values[i]);
                context.PopItem(group.Values);
            }

            context.Path.Pop();
        }

        context.Path.Pop();
    }

    private static void CheckValue(AdviceContext context, DiagnosticSeverity severity, PrincipalType type, TextValue value)
    {
        string? meaning = PrincipalForm.Classify(type, value.Text) switch
        {
            PrincipalFormKind.Account or PrincipalFormKind.AccountRoot => "is the root user of the account only, not its users and roles,",
            PrincipalFormKind.User or PrincipalFormKind.Role or PrincipalFormKind.Session or PrincipalFormKind.FederatedUser
                or PrincipalFormKind.UniqueId => "is no supported principal",
            _ => null,
        };
        if (meaning is not null) context.Report(AdviceDescriptors.GatewayPrincipal, severity, value.Span, value.Text, meaning);
    }

    /// <summary>A warning for actions or resources of services with gateway endpoints, a note where both are open, else nothing.</summary>
    private static DiagnosticSeverity? FindSeverity(CheckedStatement statement)
    {
        if (statement.Action is not { } action) return null;
        bool isOpen = action.IsNegated;
        foreach (TextValue pattern in action.Patterns)
        {
            if (!action.IsNegated && HasGateway(pattern.Text)) return DiagnosticSeverity.Warning;
            isOpen |= ActionAdvice.IsAny(pattern.Text);
        }

        if (!isOpen) return null;
        if (statement.Resource is not { IsNegated: false } resource) return DiagnosticSeverity.Information;
        bool anyResource = false;
        foreach (TextValue pattern in resource.Patterns)
        {
            bool isArn = ArnParts.TrySplit(pattern.Text, out ArnParts parts);
            if (isArn && HasGateway(pattern.Text[(parts.C2 + 1)..])) return DiagnosticSeverity.Warning;
            anyResource |= !isArn || parts.Of(pattern.Text, 2).ContainsAny('*', '?');
        }

        return anyResource ? DiagnosticSeverity.Information : null;
    }

    /// <summary>True where a text begins with the prefix of a service that has gateway endpoints.</summary>
    private static bool HasGateway(string text)
    {
        int colon = text.IndexOf(':', StringComparison.Ordinal);
        return colon > 0 && ServiceProfiles.HasGatewayEndpoint(text.AsSpan(0, colon));
    }
}
