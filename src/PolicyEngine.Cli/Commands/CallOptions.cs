using System.CommandLine;
using System.CommandLine.Parsing;
using PolicyEngine.Cli.Cases;

namespace PolicyEngine.Cli.Commands;

/// <summary>The options that say what one call is: who calls what, when, and over which network.</summary>
internal sealed class CallOptions
{
    private readonly Option<string?> principal = ValueOption.One("--principal", "CALLER", "The caller: an ARN, anonymous, service:NAME or federated:PROVIDER");
    private readonly Option<string?> roleArn = ValueOption.One("--role-arn", "ARN", "The role of a session, with its path");
    private readonly Option<string?> action = ValueOption.One("--action", "ACTION", "The action, service:Name");
    private readonly Option<string?> resource = ValueOption.One("--resource", "ARN", "The resource, or *");
    private readonly Option<string?> account = ValueOption.One("--resource-account", "ID", "The account that owns the resource; default the one in its ARN");
    private readonly Option<string?> through = ValueOption.One("--through", "ID", "The call comes through this VPC endpoint of the inventory");
    private readonly Option<string?> url = ValueOption.One("--url", "URL", "The call goes to this URL, and comes through the endpoint of the inventory that the URL leads through, or over the internet");
    private readonly Option<string?> from = ValueOption.One("--from", "IP", "The private address of the client; default not known");
    private readonly Option<string?> sourceIp = ValueOption.One("--source-ip", "IP", "The call comes over the internet, from this address");
    private readonly Option<string[]> onBehalf = ValueOption.Many("--on-behalf", "SERVICE", "These services, first to last, call on behalf of the caller, who called as said by the other options");
    private readonly Option<bool> serviceNetwork = new("--service-network") { Description = "A service calls from its own network, with a role that was passed to it" };
    private readonly Option<string?> region = ValueOption.One("--region", "REGION", "The Region that is called; default that of the endpoint or of the resource");
    private readonly Option<string?> time = ValueOption.One("--time", "TIME", "When, such as 2026-01-16T05:46:57Z; default not known");
    private readonly Option<string[]> context = ValueOption.Many("--context", "KEY=VALUE", "A further condition key; given again for more values");
    private readonly Option<string[]> tags = ValueOption.Many("--tag", "WHERE:KEY=VALUE", "A tag of the principal, the resource or the request, such as principal:team=red; may be given again", takesMany: false);
    private readonly Option<string?> sessionName = ValueOption.One("--session-name", "NAME", "The name of the session, where the caller is told by the role alone");

    internal CallOptions()
    {
        principal.Validators.Add(Check(static text => PrincipalReader.ReadText(text, 0).ToPrincipal()));
        principal.Validators.Add(Refuse(RequestWords.CheckCaller));
        action.Validators.Add(Refuse(RequestWords.CheckAction));
        resource.Validators.Add(Refuse(RequestWords.CheckResource));
        account.Validators.Add(Refuse(RequestWords.CheckAccount));
        through.Validators.Add(Refuse(RequestWords.CheckEndpoint));
        onBehalf.Validators.Add(Refuse(RequestWords.CheckService));
        time.Validators.Add(Check(static text => ReadTime(text)));
        context.Validators.Add(Check(static text => ReadKey(text)));
        context.Validators.Add(Refuse(static text => RequestWords.CheckKey(text.Split('=')[0])));
        tags.Validators.Add(Check(static text => TagOption.Read(text)));
        from.Validators.Add(Refuse(RequestWords.CheckAddress));
        sourceIp.Validators.Add(Refuse(RequestWords.CheckAddress));
        url.Validators.Add(Refuse(static text => VpcEndpointInventory.FindRefusal(text) is { } refusal ? $"the URL is refused: {refusal}" : null));
        url.Validators.Add(result => Exclude(result, through));
        url.Validators.Add(result => Exclude(result, serviceNetwork));
        from.Validators.Add(result => Require(result, through, url));
        roleArn.Validators.Add(result => Require(result, principal));
        sessionName.Validators.Add(result => Require(result, principal));
        sourceIp.Validators.Add(result => Exclude(result, through));
        serviceNetwork.Validators.Add(result => Exclude(result, through));
        serviceNetwork.Validators.Add(result => Exclude(result, sourceIp));
    }

    private IEnumerable<Option> All =>
        [principal, roleArn, sessionName, action, resource, account, through, url, from, sourceIp, onBehalf, serviceNetwork, region, time, context, tags];

    /// <summary>Adds the options to a command.</summary>
    internal void AddTo(Command command)
    {
        foreach (Option option in All) command.Add(option);
    }

    /// <summary>The first of the options that is used; null where none is.</summary>
    internal Option? FindUsed(SymbolResult result) => All.FirstOrDefault(option => result.GetResult(option) is { Implicit: false });

    /// <summary>The first option that a question lacks; null where it has all.</summary>
    internal Option? FindMissing(SymbolResult result) => ((Option[])[principal, action, resource]).FirstOrDefault(option => result.GetResult(option) is null);

    /// <summary>True where the options say over which network the call comes; an AWS service calls over its own.</summary>
    internal bool SaysPath(ParseResult parsed) =>
        parsed.GetValue(through) is not null || parsed.GetValue(url) is not null || parsed.GetValue(sourceIp) is not null || parsed.GetValue(serviceNetwork) || parsed.GetValue(onBehalf) is { Length: > 0 } || ReadPrincipal(parsed).Kind == CallerType.Service;

    /// <summary>The id of the endpoint that the call comes through; null where it comes through none.</summary>
    internal string? EndpointOf(ParseResult parsed, EndpointResolution? resolution) => resolution?.EndpointId ?? parsed.GetValue(through);

    /// <summary>Where the URL of the question leads; null where it has none.</summary>
    /// <exception cref="InputException">It leads through no endpoint that is known, and not to public addresses, or another option contradicts that.</exception>
    internal EndpointResolution? Resolve(ParseResult parsed, VpcEndpointInventory inventory)
    {
        if (parsed.GetValue(url) is not { } text) return null;
        EndpointResolution resolution = inventory.Resolve(text);
        bool isPublic = resolution.Status == EndpointResolutionStatus.Public;
        if (!isPublic && resolution.Status != EndpointResolutionStatus.Resolved) throw new InputException($"--url leads through no endpoint that is known: {resolution.Reason}; tell the way by --through or --source-ip");
        if (!isPublic && parsed.GetValue(sourceIp) is not null) throw new InputException($"--url leads through {resolution.EndpointId}, and --source-ip says that the call comes over the internet");
        return isPublic && parsed.GetValue(sourceIp) is null ? throw new InputException("--url leads to public addresses: give --source-ip, the address that the call comes from") : resolution;
    }

    /// <summary>What in the question is probably not what is meant.</summary>
    internal IEnumerable<string> FindDoubts(ParseResult parsed, EndpointResolution? resolution)
    {
        string called = parsed.GetValue(action)!.Split(':')[0];
        string?[] doubts =
        [
            RequestWords.DoubtService(parsed.GetValue(action)!),
            RequestWords.DoubtResource(parsed.GetValue(resource)!),
            parsed.GetValue(region) is { Length: > 0 } named ? RequestWords.DoubtRegion(named) : null,
            resolution?.Endpoint is null && resolution?.Service is { } service && !string.Equals(service, called, StringComparison.OrdinalIgnoreCase) ? $"the URL is one of {service}, and the action is one of {called}" : null,
            .. (parsed.GetValue(context) ?? []).Select(static text => ReadKey(text).Key).Distinct(StringComparer.OrdinalIgnoreCase).Select(RequestWords.DoubtKey),
        ];
        return doubts.OfType<string>();
    }

    /// <summary>The call.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="inventory">The endpoints that are known.</param>
    /// <param name="keys">What other options tell of condition keys.</param>
    /// <param name="resolution">Where the URL leads; default there is none.</param>
    /// <exception cref="InputException">A role is not that of the session, or a key is told in two ways.</exception>
    internal ApiCallBuilder ToCall(ParseResult parsed, VpcEndpointInventory inventory, GivenKeys keys, EndpointResolution? resolution = null)
    {
        RequestPrincipal caller = ReadPrincipal(parsed);
        string target = parsed.GetValue(resource)!;
        VpcEndpoint? endpoint = null;
        ApiCallBuilder call = new(caller, parsed.GetValue(action)!, target);
        if (parsed.GetValue(account) is { Length: > 0 } owner) call.OwnedBy(owner);
        if (EndpointOf(parsed, resolution) is { } id) call.Through(inventory.TryFind(id, out endpoint) ? endpoint : new VpcEndpoint { Id = id }, parsed.GetValue(from));
        if (parsed.GetValue(sourceIp) is { } address) call.FromInternet(address);
        if (parsed.GetValue(serviceNetwork)) call.FromServiceNetwork();
        if (parsed.GetValue(onBehalf) is { Length: > 0 } services) call.OnBehalfBy(services);
        if ((parsed.GetValue(region) ?? resolution?.Region) is { Length: > 0 } called) call.InRegion(called);
        if (parsed.GetValue(time) is { } arrival) call.At(ReadTime(arrival));
        string? ownerOfResource = parsed.GetValue(account) ?? (target == "*" ? caller.Account : Arn.TryParse(target, out Arn? arn) ? arn.Account.ToString() : null);
        AccountOrganizations organizations = keys.Organizations;
        call.InOrganizations(organizations.Find(caller.Account), organizations.Find(ownerOfResource), organizations.Find(endpoint?.OwnerId));
        SetKeys(call, parsed, keys);
        return call;
    }

    private void SetKeys(ApiCallBuilder call, ParseResult parsed, GivenKeys keys)
    {
        (string Key, string Value, string? TagKey)[] ofTags = [.. (parsed.GetValue(tags) ?? []).Select(TagOption.Read)];
        IEnumerable<(string Key, string Value)> all = (parsed.GetValue(context) ?? []).Select(ReadKey)
            .Concat(ofTags.Select(static tag => (tag.Key, tag.Value)))
            .Concat(ofTags.Where(static tag => tag.TagKey is not null).Select(static tag => ("aws:TagKeys", tag.TagKey!)));
        foreach (IGrouping<string, string> key in all.GroupBy(static own => own.Key, static own => own.Value, StringComparer.OrdinalIgnoreCase))
        {
            string[] values = [.. key];
            call.Set(key.Key, values is [string only] ? ContextValue.Of(only) : ContextValue.OfList(values));
            bool isDoubted = keys.Unknown.Concat(keys.Absent).Contains(key.Key, StringComparer.OrdinalIgnoreCase);
            if (isDoubted) throw new InputException($"the condition key '{key.Key}' is given, and said to be absent or unknown");
        }

        foreach (string name in keys.Unknown) call.Set(name, ContextValue.Unknown);
        foreach (string name in keys.Absent)
        {
            if (keys.Unknown.Contains(name, StringComparer.OrdinalIgnoreCase)) throw new InputException($"the condition key '{name}' is said to be absent, and to be unknown");
            call.SetAbsent(name);
        }

        if (keys.OthersAreAbsent) call.AllKeysGiven();
    }

    private RequestPrincipal ReadPrincipal(ParseResult parsed)
    {
        string text = parsed.GetValue(principal)!;
        string? role = parsed.GetValue(roleArn);
        if (parsed.GetValue(sessionName) is { } name) (text, role) = NameSession(text, role, name);
        PrincipalDraft draft = PrincipalReader.ReadText(text, 0);
        draft.RoleArn = role;
        try
        {
            return draft.ToPrincipal();
        }
        catch (CaseFormatException exception)
        {
            throw new InputException(exception.Message);
        }
    }

    /// <summary>The ARN of a session and its role, of a role and the name of the session.</summary>
    private static (string Session, string Role) NameSession(string caller, string? role, string name)
    {
        bool isRole = Arn.TryParse(caller, out Arn? arn) && arn.Service is "iam" && arn.Resource.StartsWith("role/");
        if (!isRole) throw new InputException($"--session-name is for a caller that is told by its role, and '{caller}' is no role");
        if (role is not null && role != caller) throw new InputException($"the caller is the role '{caller}', and --role-arn is '{role}'");
        string roleName = caller[(caller.LastIndexOf('/') + 1)..];
        return ($"arn:{arn!.Partition}:sts::{arn.Account}:assumed-role/{roleName}/{name}", caller);
    }

    /// <summary>The time, in whole seconds as requests have it.</summary>
    private static DateTimeOffset ReadTime(string text) => ContextValue.TryReadTime(text, out DateTimeOffset time)
        ? DateTimeOffset.FromUnixTimeSeconds(time.ToUnixTimeSeconds())
        : throw new CaseFormatException($"'{text}' is not a time such as 2026-01-16T05:46:57Z");

    private static (string Key, string Value) ReadKey(string text) => text.IndexOf('=', StringComparison.Ordinal) is > 0 and var equals
        ? (text[..equals], text[(equals + 1)..])
        : throw new CaseFormatException($"'{text}' is not KEY=VALUE");

    private static Action<OptionResult> Check<T>(Func<string, T> read) => result =>
    {
        foreach (Token token in result.Tokens)
        {
            try
            {
                read(token.Value);
            }
            catch (CaseFormatException exception)
            {
                result.AddError(exception.Message);
            }
        }
    };

    private static Action<OptionResult> Refuse(Func<string, string?> check) => result =>
    {
        foreach (Token token in result.Tokens)
        {
            if (check(token.Value) is { } complaint) result.AddError(complaint);
        }
    };

    private static void Require(OptionResult result, params Option[] others)
    {
        if (Array.TrueForAll(others, other => result.GetResult(other) is null)) result.AddError($"{result.Option.Name} needs {string.Join(" or ", others.Select(static other => other.Name))}");
    }

    private static void Exclude(OptionResult result, Option other)
    {
        if (!result.Implicit && result.GetResult(other) is not null) result.AddError($"{result.Option.Name} and {other.Name} exclude each other");
    }
}
