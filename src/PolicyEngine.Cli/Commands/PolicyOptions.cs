using System.CommandLine;
using System.CommandLine.Parsing;
using PolicyEngine.Cli.Cases;

namespace PolicyEngine.Cli.Commands;

/// <summary>The options that name policies. A kind that no option names is not attached, but for identity policies, of which nobody knows then.</summary>
internal sealed class PolicyOptions
{
    private readonly Option<string[]> identity;
    private readonly Option<string?> resource = ValueOption.One("--resource-policy", "FILE", "The policy of the resource; of a role its trust policy");
    private readonly Option<string?> boundary = ValueOption.One("--boundary", "FILE", "The permissions boundary of the caller");
    private readonly Option<string[]> session;
    private readonly Option<string[]> scopeDown;
    private readonly Option<string[]> serviceControl;
    private readonly Option<string[]> resourceControl;
    private readonly Option<string?> endpoint = ValueOption.One("--endpoint-policy", "FILE", "The policy of the VPC endpoint; default the one in the inventory");
    private readonly Option<string[]> none = ValueOption.Many("--none", "KIND[,KIND...]", "There is no policy of this kind, such as identity");
    private readonly Option<ParseLevel> level = NamedOption.Create(
        "--parse", "LEVEL", "How strictly policies are read", ("strict", ParseLevel.Strict), ("stored", ParseLevel.Stored), ("tolerant", ParseLevel.Tolerant));

    /// <summary>Makes the options.</summary>
    /// <param name="takesMany">True where several files may follow one option; otherwise the option is given again for each.</param>
    internal PolicyOptions(bool takesMany)
    {
        identity = ValueOption.Many("--identity", "FILE", "An identity policy of the caller; may be given again", takesMany);
        session = ValueOption.Many("--session", "FILE", "A session policy of the caller; may be given again", takesMany);
        none.Validators.Add(CheckKinds);
        scopeDown = ValueOption.Many("--scope-down", "FILE", "A scope-down policy of the session, each of which must allow; may be given again, up to three", takesMany);
        serviceControl = ValueOption.Many("--scp", "[LEVEL=]FILE", "A service control policy of the caller's account, at a level such as root or the name of a unit; may be given again", takesMany);
        resourceControl = ValueOption.Many("--rcp", "[LEVEL=]FILE", "A resource control policy of the resource's account, at a level; may be given again", takesMany);
    }

    private IEnumerable<(Option<string?> Option, PolicyType Kind)> Singles => [(resource, PolicyType.Resource), (boundary, PolicyType.PermissionsBoundary), (endpoint, PolicyType.VpcEndpoint)];

    private IEnumerable<(Option<string[]> Option, PolicyType Kind)> Lists => [(identity, PolicyType.Identity), (session, PolicyType.Session), (scopeDown, PolicyType.ScopeDown)];

    private IEnumerable<(Option<string[]> Option, PolicyType Kind)> Leveled => [(serviceControl, PolicyType.ServiceControl), (resourceControl, PolicyType.ResourceControl)];

    /// <summary>Adds the options to a command.</summary>
    internal void AddTo(Command command)
    {
        foreach (Option option in (Option[])[identity, resource, boundary, session, scopeDown, serviceControl, resourceControl, endpoint, none, level]) command.Add(option);
    }

    /// <summary>How strictly policies are read.</summary>
    internal ParseLevel LevelOf(ParseResult parsed) => parsed.GetValue(level);

    /// <summary>True where any option names a policy.</summary>
    internal bool IsUsed(ParseResult parsed) =>
        Singles.Any(own => parsed.GetValue(own.Option) is not null) || Lists.Concat(Leveled).Any(own => parsed.GetValue(own.Option) is { Length: > 0 }) || parsed.GetValue(none) is { Length: > 0 };

    /// <summary>Reads the policies.</summary>
    /// <exception cref="InputException">A file cannot be read.</exception>
    internal async Task<CasePolicies> ReadAsync(ParseResult parsed, CliConsole console, CancellationToken cancellation)
    {
        CasePolicies policies = new();
        foreach ((Option<string?> option, PolicyType kind) in Singles)
        {
            if (parsed.GetValue(option) is { } file) policies.Set(kind, [new CaseLevel("", [await ReadAsync(file, console, cancellation).ConfigureAwait(false)])]);
        }

        foreach ((Option<string[]> option, PolicyType kind) in Lists)
        {
            if (parsed.GetValue(option) is { Length: > 0 } files) policies.Set(kind, [await ReadLevelAsync("", files, console, cancellation).ConfigureAwait(false)]);
        }

        foreach ((Option<string[]> option, PolicyType kind) in Leveled)
        {
            List<CaseLevel> levels = [];
            foreach (IGrouping<string, string> own in (parsed.GetValue(option) ?? []).GroupBy(LevelIn, FileIn, StringComparer.Ordinal))
            {
                levels.Add(await ReadLevelAsync(own.Key, own, console, cancellation).ConfigureAwait(false));
            }

            if (levels.Count > 0) policies.Set(kind, levels);
        }

        foreach (PolicyType kind in NoneIn(parsed))
        {
            if (policies.IsTold(kind)) throw new InputException($"the policies of the kind '{PolicyTypeNames.NameOf(kind)}' are given, and said to be none");
            policies.SetNone(kind);
        }

        return policies;
    }

    /// <summary>The kinds of which there is no policy.</summary>
    private IEnumerable<PolicyType> NoneIn(ParseResult parsed) =>
        KindsIn(parsed.GetValue(none) ?? []).Select(static name => CasePolicies.TryParseType(name, out PolicyType kind) ? kind : throw new System.Diagnostics.UnreachableException());

    private static IEnumerable<string> KindsIn(IEnumerable<string> lists) => lists.SelectMany(static list => list.Split(','));

    private static void CheckKinds(OptionResult result)
    {
        foreach (string name in KindsIn(result.Tokens.Select(static token => token.Value)))
        {
            if (!CasePolicies.TryParseType(name, out _)) result.AddError($"'{name}' is not a kind of policy");
        }
    }

    private static async Task<CaseLevel> ReadLevelAsync(string name, IEnumerable<string> files, CliConsole console, CancellationToken cancellation)
    {
        List<PolicyText> policies = [];
        foreach (string file in files) policies.Add(await ReadAsync(file, console, cancellation).ConfigureAwait(false));
        return new CaseLevel(name, policies);
    }

    private static Task<PolicyText> ReadAsync(string file, CliConsole console, CancellationToken cancellation) =>
        InputText.ReadAsync(console, file, PolicyParserOptions.Default.MaxBytes, cancellation);

    /// <summary>What comes before the first equals sign, unless that belongs to a path.</summary>
    private static string LevelIn(string text)
    {
        int equals = text.IndexOf('=', StringComparison.Ordinal);
        return equals > 0 && text.AsSpan(0, equals).IndexOfAny('/', '\\') < 0 ? text[..equals] : "";
    }

    private static string FileIn(string text) => LevelIn(text) is { Length: > 0 } own ? text[(own.Length + 1)..] : text;
}
