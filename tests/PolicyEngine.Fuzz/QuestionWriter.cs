using System.Globalization;
using System.Text;
using PolicyEngine.Syntax;

namespace PolicyEngine.Fuzz;

/// <summary>Writes a question as <see cref="QuestionReader"/> reads it.</summary>
internal sealed class QuestionWriter
{
    private readonly StringBuilder text = new();

    internal static byte[] Write(PolicySet policies, AuthorizationRequest request)
    {
        QuestionWriter writer = new();
        writer.Write(request);
        writer.Write('x', policies.AccessPoint);
        if (policies.AccessPoint.Supporting is { } supporting) writer.Write('X', supporting);
        foreach (PolicyType kind in PolicySet.Types) writer.Write(kind, policies[kind]);
        return Encoding.UTF8.GetBytes(writer.text.ToString());
    }

    private void Write(AuthorizationRequest request)
    {
        Write(request.Principal);
        if (request.ResourceAccount is { } owner) Line('=', request.Action, request.Resource, owner);
        else Line('=', request.Action, request.Resource);
        int flags = (request.Endpoint is { } endpoint ? (int)endpoint.Type : 3) | (request.Endpoint is { SupportsPolicy: false } ? 4 : 0)
            | (request.IsResourceInManagementAccount ? 8 : 0) | (request.IsResourceManagedByAws ? 16 : 0) | (request.HasServiceGrant ? 32 : 0) | (request.BlocksPublicAccess ? 64 : 0);
        Line('+', flags.ToString("x", CultureInfo.InvariantCulture));
        foreach ((string name, ContextValue value) in request.Context) Line(value.IsUnknown ? 'u' : value.IsList ? 'l' : 'k', [name, .. value.Values]);
    }

    private void Write(RequestPrincipal caller)
    {
        string kind = caller.Kind switch { CallerType.RoleSession => "role?", CallerType.FederatedUser => "federated?", _ => "user?" };
        string[] fields = caller.Kind switch
        {
            CallerType.Anonymous => [""],
            _ when !caller.IsIdentified => [kind, caller.Account!],
            CallerType.Root => ["root", caller.Account!],
            CallerType.RoleSession when caller.RoleArn is { } role && caller.Arn is { } session => ["role", session.Text, role.Text],
            CallerType.FederatedUser when caller.IssuerArn is { } issuer => ["federated", caller.Arn!.Text, issuer.Text],
            CallerType.Service => ["service", .. caller.ServiceNames],
            _ when caller.Provider is { } provider => [caller.Account is null ? "web" : "saml", provider],
            _ => ["arn", caller.Arn?.Text ?? ""],
        };
        Line('@', fields);
        string boundary = caller.HasPermissionsBoundary switch { true => "1", false => "0", _ => "" };
        Line('&', caller.UniqueId ?? "", caller.CanonicalUserId ?? "", ((int)caller.Credentials).ToString(CultureInfo.InvariantCulture), boundary, caller.IsInManagementAccount ? "1" : "0");
    }

    private void Write(char part, AccessPoint slot)
    {
        string[] told = [slot.BucketArn ?? "", slot.BucketAccount ?? "", ((int)slot.Origin).ToString(CultureInfo.InvariantCulture), slot.VpcId ?? "", slot.Arn ?? ""];
        if (slot != new AccessPoint { Policies = slot.Policies }) Line(part, told);
    }

    private void Write(PolicyType kind, AttachedPolicies slot)
    {
        string number = ((int)kind).ToString(CultureInfo.InvariantCulture);
        if (!slot.IsKnown) Line('?', number);
        foreach (PolicyLevel level in slot.Levels)
        {
            for (int i = 0; i < level.Documents.Count; i++)
            {
                string version = level.Documents[i].Version switch { PolicyVersion.Version2012 => "2", null => "0", _ => "8" };
                if (i == 0) Line('S', number, level.Name, version);
                else Line('s', version);
                foreach (Statement statement in level.Documents[i].Statements) Write(statement);
            }
        }
    }

    private void Write(Statement statement)
    {
        Line(statement.Effect == Effect.Allow ? 'A' : 'D');
        Line(statement.Action.IsNegated ? 'b' : 'a', Texts(statement.Action.Patterns));
        if (statement.Resource is { } resource) Line(resource.IsNegated ? 'q' : 'r', Texts(resource.Patterns));
        else Line('-');
        foreach (PrincipalGroup group in statement.Principal?.Groups ?? [])
        {
            Line(statement.Principal!.IsNegated ? 'n' : 'p', [((int)group.Type).ToString(CultureInfo.InvariantCulture), .. Texts(group.Values)]);
        }

        foreach (ConditionClause clause in statement.Condition?.Clauses ?? [])
        {
            foreach (ConditionEntry entry in clause.Entries) Line('c', [clause.Operator.ToString(), entry.Key, .. entry.Values.Select(static v => v.Text)]);
        }
    }

    private static string[] Texts(SyntaxList<TextValue> values) => [.. values.Select(static v => v.Text)];

    private void Line(char part, params IEnumerable<string> fields) => text.Append(part).AppendJoin('\t', fields.Select(QuestionText.Escape)).Append('\n');
}
