namespace PolicyEngine.Cli.Commands;

/// <summary>By which option of a question something unknown is told.</summary>
internal static class DependencyHints
{
    private static readonly (string Beginning, string Options)[] OfKeys =
    [
        ("aws:PrincipalTag/", "--tag principal:KEY=VALUE, or --absent"),
        ("aws:ResourceTag/", "--tag resource:KEY=VALUE, or --absent"),
        ("aws:RequestTag/", "--tag request:KEY=VALUE, or --absent"),
        ("aws:PrincipalOrg", "--organization ID/PATH=ACCOUNT"),
        ("aws:ResourceOrg", "--organization ID/PATH=ACCOUNT"),
        ("aws:VpceOrg", "--organization ID/PATH=ACCOUNT"),
        ("aws:SourceVpc", "--through, --source-ip or --on-behalf"),
        ("aws:SourceIp", "--through, --source-ip or --on-behalf"),
        ("aws:VpcSourceIp", "--through with --from, --source-ip or --on-behalf"),
        ("aws:ViaAWSService", "--through, --source-ip or --on-behalf"),
        ("aws:CalledVia", "--on-behalf"),
        ("aws:CurrentTime", "--time"),
        ("aws:EpochTime", "--time"),
        ("aws:RequestedRegion", "--region"),
    ];

    private static readonly Dictionary<PolicyType, string> OfKinds = new()
    {
        [PolicyType.Identity] = "--identity",
        [PolicyType.Resource] = "--resource-policy",
        [PolicyType.PermissionsBoundary] = "--boundary",
        [PolicyType.Session] = "--session",
        [PolicyType.ScopeDown] = "--scope-down",
        [PolicyType.ServiceControl] = "--scp",
        [PolicyType.ResourceControl] = "--rcp",
        [PolicyType.VpcEndpoint] = "--endpoint-policy",
        [PolicyType.AccessPoint] = "--access-point-policy",
    };

    /// <summary>The option that names policies of a kind; null where none does.</summary>
    internal static string? OptionOf(PolicyType kind) => OfKinds.GetValueOrDefault(kind);

    /// <summary>The dependency, and the options that tell it; null where none does.</summary>
    internal static string? Of(Dependency dependency) => dependency.Kind switch
    {
        DependencyKind.Policies when dependency.Policies is { } kind && OfKinds.TryGetValue(kind, out string? option) => $"{dependency.Name}: {option} FILE, or --none {dependency.Name}",
        DependencyKind.ResourceAccount => $"{dependency.Name}: --resource-account",
        DependencyKind.Principal => $"{dependency.Name}: --principal, with --role-arn and --session-name of a session",
        DependencyKind.ConditionKey => $"{dependency.Name}: {OptionsOf(dependency.Name)}",
        _ => null,
    };

    private static string OptionsOf(string key)
    {
        foreach ((string beginning, string options) in OfKeys)
        {
            if (key.StartsWith(beginning, StringComparison.OrdinalIgnoreCase)) return options;
        }

        return "--context KEY=VALUE, or --absent";
    }
}
