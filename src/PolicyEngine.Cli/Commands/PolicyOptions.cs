using System.CommandLine;
using System.CommandLine.Parsing;
using PolicyEngine.Cli.Cases;

namespace PolicyEngine.Cli.Commands;

/// <summary>The options that tell of policies: files, that there are none, or that they are unknown.</summary>
internal sealed class PolicyOptions
{
    /// <summary>The scope that stands for every endpoint of the inventory.</summary>
    internal const string EveryEndpoint = "*";

    private const string KindNames = "KIND[,KIND]";
    private readonly bool isOfSets;
    private readonly Option<string[]> identity;
    private readonly Option<string?> resource = ValueOption.One("--resource-policy", "FILE", "The policy of the resource; of a role its trust policy");
    private readonly Option<string?> boundary = ValueOption.One("--boundary", "FILE", "The permissions boundary of the caller");
    private readonly Option<string[]> session;
    private readonly Option<string[]> scopeDown;
    private readonly Option<string[]> serviceControl;
    private readonly Option<string[]> resourceControl;
    private readonly Option<string[]> endpoint;
    private readonly Option<string?> accessPoint = ValueOption.One(
        "--access-point-policy", "FILE", "The policy of the S3 access point that the resource is, or an object with its policy, bucketArn, bucketAccount, networkOrigin and vpcId");
    private readonly Option<bool> overrides = new("--override") { Description = "Policies of the command line replace those that a case brings; without it they fill the kinds that it lacks" };
    private readonly Option<string[]> none;
    private readonly Option<ParseLevel?> level = NamedOption.Create<ParseLevel?>(
        "--parse", "LEVEL", "How strictly policies are read, where a case does not say", ("strict", ParseLevel.Strict), ("stored", ParseLevel.Stored), ("tolerant", ParseLevel.Tolerant));

    /// <summary>Makes the options.</summary>
    /// <param name="takesMany">True where several files may follow one option; otherwise the option is given again for each.</param>
    /// <param name="isOfSets">True for a command that has sets of policies besides.</param>
    internal PolicyOptions(bool takesMany, bool isOfSets = false)
    {
        this.isOfSets = isOfSets;
        identity = ValueOption.Many("--identity", "FILE", "An identity policy of the caller; may be given again", takesMany);
        session = ValueOption.Many("--session", "FILE", "A session policy of the caller; may be given again", takesMany);
        scopeDown = ValueOption.Many("--scope-down", "FILE", "A scope-down policy of the session, each of which must allow; may be given again, up to three", takesMany);
        serviceControl = ValueOption.Many("--scp", "[LEVEL=]FILE", "A service control policy of the caller's account, at a level such as root or the name of a unit; may be given again", takesMany);
        resourceControl = ValueOption.Many("--rcp", "[LEVEL=]FILE", "A resource control policy of the resource's account, at a level; may be given again", takesMany);
        endpoint = ValueOption.Many(
            "--endpoint-policy", "[ID=]FILE", "The policy of the VPC endpoint with this id, or * for each of the inventory; without an id of the endpoint of the question, or of the only one in the inventory", takesMany: false);
        none = ValueOption.Many("--none", KindNames, "There are no policies of these kinds; may be given again", takesMany: false);
        none.Validators.Add(static result => KindList.Check(result));
        foreach (Option<string[]> option in (Option<string[]>[])[serviceControl, resourceControl, endpoint]) option.Validators.Add(static result => ScopedFile.Check(result));
    }

    private IEnumerable<(Option<string?> Option, PolicyType Kind)> Singles => [(resource, PolicyType.Resource), (boundary, PolicyType.PermissionsBoundary)];

    private IEnumerable<(Option<string[]> Option, PolicyType Kind)> Lists => [(identity, PolicyType.Identity), (session, PolicyType.Session), (scopeDown, PolicyType.ScopeDown)];

    private IEnumerable<(Option<string[]> Option, PolicyType Kind)> Leveled => [(serviceControl, PolicyType.ServiceControl), (resourceControl, PolicyType.ResourceControl)];

    private IEnumerable<(Option Option, PolicyType Kind)> Files =>
        [.. Singles.Select(static own => ((Option)own.Option, own.Kind)), .. Lists.Concat(Leveled).Select(static own => ((Option)own.Option, own.Kind)), (endpoint, PolicyType.VpcEndpoint), (accessPoint, PolicyType.AccessPoint)];

    /// <summary>Adds the options to a command.</summary>
    /// <param name="command">The command.</param>
    /// <param name="unknown">The option that names kinds whose policies are unknown.</param>
    internal void AddTo(Command command, Option<string[]> unknown)
    {
        foreach ((Option option, _) in Files) command.Add(option);
        command.Add(overrides);
        command.Add(none);
        command.Add(level);
        command.Validators.Add(result => CheckKinds(result, unknown));
    }

    /// <summary>How strictly policies are read that do not say so themselves.</summary>
    internal ParseLevel LevelOf(ParseResult parsed) => parsed.GetValue(level) ?? ParseLevel.Strict;

    /// <summary>True where policies of the command line replace those of cases.</summary>
    internal bool Overrides(ParseResult parsed) => parsed.GetValue(overrides);

    /// <summary>The option that tells of each kind, as it is named in sentences.</summary>
    internal IReadOnlyDictionary<PolicyType, string> NamesOf(ParseResult parsed, IEnumerable<PolicyType> unknown)
    {
        Dictionary<PolicyType, string> names = Files.Where(own => parsed.GetResult(own.Option) is not null).ToDictionary(static own => own.Kind, static own => own.Option.Name);
        foreach (PolicyType kind in KindList.Read(parsed.GetValue(none))) names[kind] = $"--none {PolicyTypeNames.NameOf(kind)}";
        foreach (PolicyType kind in unknown) names[kind] = $"--unknown {PolicyTypeNames.NameOf(kind)}";
        return names;
    }

    /// <summary>The files of endpoint policies, by the id of the endpoint, <see cref="EveryEndpoint"/>, or empty where none is named.</summary>
    internal IEnumerable<ScopedFile> EndpointFiles(ParseResult parsed) => (parsed.GetValue(endpoint) ?? []).Select(ScopedFile.Read);

    /// <summary>Reads the policies but those of endpoints.</summary>
    /// <exception cref="InputException">A file cannot be read.</exception>
    internal async Task<CasePolicies> ReadAsync(ParseResult parsed, CliConsole console, CancellationToken cancellation)
    {
        CasePolicies policies = new();
        foreach ((Option<string?> option, PolicyType kind) in Singles)
        {
            if (parsed.GetValue(option) is { } file) policies.Set(kind, [new CasePolicies.Level("", [await ReadAsync(file, console, cancellation).ConfigureAwait(false)])]);
        }

        if (parsed.GetValue(accessPoint) is { } told) policies.Set(ReadAccessPoint(await ReadAsync(told, console, cancellation).ConfigureAwait(false), console));
        foreach ((Option<string[]> option, PolicyType kind) in Lists)
        {
            if (parsed.GetValue(option) is { Length: > 0 } files) policies.Set(kind, [await ReadLevelAsync("", files, console, cancellation).ConfigureAwait(false)]);
        }

        foreach ((Option<string[]> option, PolicyType kind) in Leveled)
        {
            List<CasePolicies.Level> levels = [];
            foreach (IGrouping<string, string> own in (parsed.GetValue(option) ?? []).Select(ScopedFile.Read).GroupBy(static own => own.Scope, static own => own.File, StringComparer.Ordinal))
            {
                levels.Add(await ReadLevelAsync(own.Key, own, console, cancellation).ConfigureAwait(false));
            }

            if (levels.Count > 0) policies.Set(kind, levels);
        }

        foreach (PolicyType kind in KindList.Read(parsed.GetValue(none))) policies.SetNone(kind);
        return policies;
    }

    /// <summary>Reads a policy.</summary>
    /// <exception cref="InputException">The file cannot be read.</exception>
    internal static Task<PolicyText> ReadAsync(string file, CliConsole console, CancellationToken cancellation) =>
        InputText.ReadAsync(console, file, new PolicyParserOptions().MaxBytes, cancellation);

    private static CaseAccessPoint ReadAccessPoint(PolicyText text, CliConsole console)
    {
        try
        {
            return AccessPointReader.Read(text, new NamedPolicies(console.Complain));
        }
        catch (CaseFormatException fault)
        {
            throw new InputException($"{text.Name}: {fault.Message}");
        }
    }

    private static async Task<CasePolicies.Level> ReadLevelAsync(string name, IEnumerable<string> files, CliConsole console, CancellationToken cancellation)
    {
        List<PolicyText> policies = [];
        foreach (string file in files) policies.Add(await ReadAsync(file, console, cancellation).ConfigureAwait(false));
        return new CasePolicies.Level(name, policies);
    }

    /// <summary>Of a kind there are policies, or none, or they are unknown.</summary>
    private void CheckKinds(CommandResult result, Option<string[]> unknown)
    {
        HashSet<PolicyType> absent = [.. KindList.Read(TextsOf(result, none))];
        HashSet<PolicyType> notKnown = [.. KindList.Read(TextsOf(result, unknown))];
        foreach ((Option option, PolicyType kind) in Files)
        {
            if (result.GetResult(option) is null) continue;
            if (absent.Contains(kind)) result.AddError($"{option.Name} and --none {PolicyTypeNames.NameOf(kind)} exclude each other");
            if (notKnown.Contains(kind)) result.AddError($"{option.Name} and --unknown {PolicyTypeNames.NameOf(kind)} exclude each other");
        }

        foreach (PolicyType kind in absent.Intersect(notKnown)) result.AddError($"--none {PolicyTypeNames.NameOf(kind)} and --unknown {PolicyTypeNames.NameOf(kind)} exclude each other");
        bool isIdle = !isOfSets && result.GetResult(overrides) is { Implicit: false } && absent.Count == 0 && notKnown.Count == 0 && Files.All(own => result.GetResult(own.Option) is null);
        if (isIdle) result.AddError("--override needs policies of the command line, --none or --unknown");
    }

    private static string[] TextsOf(CommandResult result, Option<string[]> option) => [.. result.GetResult(option)?.Tokens.Select(static token => token.Value) ?? []];
}
