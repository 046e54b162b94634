using System.CommandLine;
using System.CommandLine.Parsing;
using PolicyEngine.Cli.Cases;
using PolicyEngine.Cli.Running;

namespace PolicyEngine.Cli.Commands;

/// <summary>The options that tell what lies around requests: policies, endpoints, organizations, and what is absent or unknown.</summary>
internal sealed class SituationOptions
{
    private readonly bool isOfSets;
    private readonly PolicyOptions policies;
    private readonly Option<string?> inventory = InventoryOption.Create();
    private readonly Option<string[]> unknown = ValueOption.Many("--unknown", "KIND|KEY", "A kind of policies such as serviceControl, or a condition key, that is unknown; may be given again", takesMany: false);
    private readonly Option<string[]> absent = ValueOption.Many("--absent", "KEY|all", "A condition key that no request has; all: none but those that are told or follow; may be given again", takesMany: false);
    private readonly Option<string[]> organization = ValueOption.Many(
        "--organization", "ID[/PATH]=ACCOUNT[,ACCOUNT]", "These accounts are in this organization, at this path; none=ACCOUNT: in no organization; may be given again", takesMany: false);
    private readonly Option<string?> layer = ValueOption.One("--layer", "KIND", "Decides by the policies of this kind alone");

    private readonly Option<string?> service = ServiceOption.Create();

    /// <summary>Makes the options.</summary>
    /// <param name="takesMany">True where several files may follow one option; otherwise the option is given again for each.</param>
    /// <param name="isOfSets">True for a command that compares sets of policies, whose requests lack no more than policies.</param>
    internal SituationOptions(bool takesMany, bool isOfSets = false)
    {
        this.isOfSets = isOfSets;
        policies = new PolicyOptions(takesMany, isOfSets);
        unknown.Validators.Add(static result => Check(result, static text => IsKey(text) || KindList.Read([text]).Any() ? null : $"'{text}' is neither a condition key, which has a colon, nor a kind of policies: {KindList.Names}"));
        absent.Validators.Add(static result => Check(result, static text => IsKey(text) || text == All ? null : $"'{text}' is neither a condition key, which has a colon, nor all"));
        organization.Validators.Add(static result => Check(result, ReadOrganizations(result)));
        layer.Validators.Add(static result => KindList.CheckOne(result));
    }

    private const string All = "all";

    /// <summary>The policies.</summary>
    internal PolicyOptions Policies => policies;

    /// <summary>Adds the options to a command.</summary>
    internal void AddTo(Command command)
    {
        policies.AddTo(command, unknown);
        command.Add(inventory);
        command.Add(unknown);
        command.Add(organization);
        if (isOfSets) return;
        command.Add(absent);
        command.Add(layer);
        command.Add(service);
    }

    /// <summary>The kind that decides alone; null where all do.</summary>
    internal PolicyType? LayerOf(ParseResult parsed) => KindList.Read([parsed.GetValue(layer) ?? ""]).Cast<PolicyType?>().FirstOrDefault();

    /// <summary>Reads what the options tell of many requests.</summary>
    /// <exception cref="InputException">A file cannot be read, or is no inventory.</exception>
    /// <exception cref="UsageException">It is not told which endpoint a policy is for.</exception>
    internal async Task<Situation> ReadAsync(ParseResult parsed, CliConsole console, CancellationToken cancellation)
    {
        VpcEndpointInventory known = await ReadInventoryAsync(parsed, console, cancellation).ConfigureAwait(false);
        string? only = known.Endpoints is [{ Id: { } id }] ? id : null;
        return await ReadAsync(parsed, console, known, only, cancellation).ConfigureAwait(false);
    }

    /// <summary>Reads what the options tell.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="console">Where standard input is.</param>
    /// <param name="known">The inventory.</param>
    /// <param name="endpoint">The endpoint that a policy without id is for; null where there is none.</param>
    /// <param name="cancellation">Ends reading.</param>
    internal async Task<Situation> ReadAsync(ParseResult parsed, CliConsole console, VpcEndpointInventory known, string? endpoint, CancellationToken cancellation)
    {
        CasePolicies told = await policies.ReadAsync(parsed, console, cancellation).ConfigureAwait(false);
        PolicyType[] unknownKinds = [.. KindList.Read(parsed.GetValue(unknown))];
        foreach (PolicyType kind in unknownKinds) told.Set(kind, null);
        ParseLevel level = policies.LevelOf(parsed);
        OptionUses uses = new();
        string? prefix = ServiceOption.Read(parsed.GetValue(service), console);
        Dictionary<string, PolicySource> ofEndpoints = await ReadEndpointPoliciesAsync(parsed, console, known, endpoint, cancellation).ConfigureAwait(false);
        PolicyDefaults defaults = new(new PolicySource(told, level, prefix), ofEndpoints, known, uses, policies.NamesOf(parsed, unknownKinds))
        {
            Overrides = policies.Overrides(parsed),
            Level = level,
            Service = prefix,
            ServiceUse = prefix is null ? 0 : uses.Register(ServiceOption.Name),
        };
        GivenKeys keys = new()
        {
            Unknown = [.. (parsed.GetValue(unknown) ?? []).Where(IsKey)],
            Absent = [.. (parsed.GetValue(absent) ?? []).Where(IsKey)],
            OthersAreAbsent = (parsed.GetValue(absent) ?? []).Contains(All, StringComparer.Ordinal),
            Organizations = OrganizationsOf(parsed),
            Inventory = known,
            Files = new NamedPolicies(console.Complain),
        };
        return new Situation(defaults, Count(keys, uses), LayerOf(parsed));
    }

    /// <summary>Reads the inventory; an empty one where no option names any.</summary>
    /// <exception cref="InputException">The file cannot be read, or is no inventory.</exception>
    internal async Task<VpcEndpointInventory> ReadInventoryAsync(ParseResult parsed, CliConsole console, CancellationToken cancellation)
    {
        if (parsed.GetValue(inventory) is not { } file) return VpcEndpointInventory.Empty;
        return await InventoryOption.ReadAsync(file, console, cancellation).ConfigureAwait(false)
            ?? throw new InputException($"'{InputFiles.NameOf(file)}' is no inventory that can be used");
    }

    private static GivenKeys Count(GivenKeys keys, OptionUses uses) => keys with
    {
        UnknownUse = keys.Unknown.Count > 0 ? uses.Register("--unknown") : 0,
        AbsentUse = keys.Absent.Count > 0 || keys.OthersAreAbsent ? uses.Register("--absent") : 0,
        OrganizationUse = keys.Organizations.IsEmpty ? 0 : uses.Register("--organization"),
    };

    private AccountOrganizations OrganizationsOf(ParseResult parsed)
    {
        AccountOrganizations organizations = new();
        foreach (string text in parsed.GetValue(organization) ?? []) organizations.Add(text);
        return organizations;
    }

    private async Task<Dictionary<string, PolicySource>> ReadEndpointPoliciesAsync(
        ParseResult parsed, CliConsole console, VpcEndpointInventory known, string? endpoint, CancellationToken cancellation)
    {
        Dictionary<string, PolicySource> named = new(StringComparer.Ordinal);
        ScopedFile[] files = [.. policies.EndpointFiles(parsed)];
        foreach (ScopedFile own in files.OrderBy(static file => file.Scope == PolicyOptions.EveryEndpoint ? 0 : 1))
        {
            string[] ids = own.Scope switch
            {
                PolicyOptions.EveryEndpoint when known.Endpoints.IsEmpty => throw new UsageException("--endpoint-policy *=FILE is for the endpoints of an inventory, and --inventory names none"),
                PolicyOptions.EveryEndpoint => [.. known.Endpoints.Select(static own => own.Id).OfType<string>()],
                "" => [endpoint ?? throw new UsageException("--endpoint-policy needs the id of its endpoint, as in vpce-1234a5678b9012c=FILE: there is no question with --through, and no inventory of one endpoint")],
                _ => [own.Scope],
            };
            PolicySource source = await ReadEndpointPolicyAsync(own.File, policies.LevelOf(parsed), console, cancellation).ConfigureAwait(false);
            foreach (string id in ids)
            {
                bool isTwice = named.ContainsKey(id) && !files.Any(static file => file.Scope == PolicyOptions.EveryEndpoint);
                if (isTwice) throw new UsageException($"--endpoint-policy is given twice for '{id}', and an endpoint has one policy");
                named[id] = source;
            }
        }

        return named;
    }

    private static async Task<PolicySource> ReadEndpointPolicyAsync(string file, ParseLevel level, CliConsole console, CancellationToken cancellation)
    {
        CasePolicies policy = new();
        policy.Set(PolicyType.VpcEndpoint, [new CasePolicies.Level("", [await PolicyOptions.ReadAsync(file, console, cancellation).ConfigureAwait(false)])]);
        return new PolicySource(policy, level);
    }

    private static bool IsKey(string text) => text.Contains(':', StringComparison.Ordinal);

    private static void Check(OptionResult result, Func<string, string?> complain)
    {
        foreach (Token token in result.Tokens)
        {
            if (complain(token.Value) is { } complaint) result.AddError(complaint);
        }
    }

    private static Func<string, string?> ReadOrganizations(OptionResult result)
    {
        AccountOrganizations organizations = new();
        return text =>
        {
            try
            {
                organizations.Add(text);
                return null;
            }
            catch (CaseFormatException exception)
            {
                return $"{result.Option.Name}: {exception.Message}";
            }
        };
    }
}
