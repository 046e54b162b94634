using PolicyEngine.Cli.Cases;
using PolicyEngine.Cli.Running;

namespace PolicyEngine.Cli.Commands;

/// <summary>By which member of a case, or which option beside its file, something unknown is told.</summary>
internal sealed class FileHints
{
    private static readonly string[] OfOrganizations = ["aws:PrincipalOrg", "aws:ResourceOrg", "aws:VpceOrg"];
    private readonly Situation situation;
    private readonly RequestContext context;
    private readonly CasePolicies? policies;
    private readonly RequestEndpoint? endpoint;

    private FileHints(Situation situation, RequestContext context, CasePolicies? policies, RequestEndpoint? endpoint)
    {
        this.situation = situation;
        this.context = context;
        this.policies = policies;
        this.endpoint = endpoint;
    }

    /// <summary>The hints for an answer; null where nothing that it depends on can be told.</summary>
    internal static Func<Dependency, string?>? For(CaseAnswer answer, Situation situation) => answer switch
    {
        CallAnswer own => new FileHints(situation, own.Question.Call.Context, own.Question.Policies, own.Question.Call.Endpoint).Of,
        AuthorizationAnswer own => new FileHints(situation, own.Question.Request.Context, own.Question.Policies, own.Question.Request.Endpoint).Of,
        _ => null,
    };

    /// <summary>The dependency, and what tells it; null where nothing does, or where an option says that it is unknown.</summary>
    private string? Of(Dependency dependency)
    {
        if (situation.IsToldUnknown(dependency)) return null;
        string? how = dependency.Kind switch
        {
            DependencyKind.Policies when dependency.Policies is { } kind => OfPolicies(kind, dependency.Name),
            DependencyKind.ResourceAccount => "\"resourceAccount\" of the request",
            DependencyKind.ResourceArn => "\"resources\" of the request",
            DependencyKind.Principal => "\"principal\" of the request, of a session with \"roleArn\"",
            DependencyKind.ConditionKey => OfKey(dependency.Name),
            _ => null,
        };
        return how is null ? null : $"{dependency.Name}: {how}";
    }

    private string? OfPolicies(PolicyType kind, string name)
    {
        if (DependencyHints.OptionOf(kind) is not { } option) return null;
        string files = kind != PolicyType.VpcEndpoint ? $"{option} FILE" : endpoint?.Id is { } id ? $"{option} {id}=FILE, or --inventory" : "\"endpoint\" of the request with its \"id\"";
        if (policies is null) return $"{files}, or --none {name}";
        return policies.Has(kind) ? $"\"{name}\" of \"policies\", or {files} with --override" : $"\"{name}\" of \"policies\", or {files}";
    }

    private string OfKey(string key)
    {
        bool isFamily = context.FindUnknownFamilies().Any(family => key.StartsWith(family, StringComparison.OrdinalIgnoreCase));
        bool isMentioned = context.Any(own => own.Key.Equals(key, StringComparison.OrdinalIgnoreCase)) && !situation.Keys.Unknown.Contains(key, StringComparer.OrdinalIgnoreCase);
        string member = isMentioned ? "\"context\" of the request, in place of \"unknown\"" : "\"context\" of the request";
        if (Array.Exists(OfOrganizations, beginning => key.StartsWith(beginning, StringComparison.OrdinalIgnoreCase))) return $"{member}, or --organization ID/PATH=ACCOUNT";
        return isFamily ? member : $"{member}, or --absent {key}";
    }
}
