using System.CommandLine;
using System.CommandLine.Parsing;
using PolicyEngine.Cli.Cases;

namespace PolicyEngine.Cli.Commands;

/// <summary>The options that say what one call is: who calls what, when, and over which network.</summary>
internal sealed class CallOptions
{
    private const string AllKeys = "all";
    private readonly Option<string?> principal = ValueOption.One("--principal", "CALLER", "The caller: an ARN, anonymous, service:NAME or federated:PROVIDER");
    private readonly Option<string?> roleArn = ValueOption.One("--role-arn", "ARN", "The role of a session, with its path");
    private readonly Option<string?> action = ValueOption.One("--action", "ACTION", "The action, service:Name");
    private readonly Option<string?> resource = ValueOption.One("--resource", "ARN", "The resource, or *");
    private readonly Option<string?> account = ValueOption.One("--resource-account", "ID", "The account that owns the resource; default the one in its ARN");
    private readonly Option<string?> through = ValueOption.One("--through", "ID", "The call comes through this VPC endpoint of the inventory");
    private readonly Option<string?> from = ValueOption.One("--from", "IP", "The private address of the client; default not known");
    private readonly Option<string?> sourceIp = ValueOption.One("--source-ip", "IP", "The call comes over the internet, from this address");
    private readonly Option<string[]> onBehalf = ValueOption.Many("--on-behalf", "SERVICE", "These services, first to last, call on behalf of the caller, who called as said by the other options");
    private readonly Option<bool> serviceNetwork = new("--service-network") { Description = "A service calls from its own network, with a role that was passed to it" };
    private readonly Option<string?> region = ValueOption.One("--region", "REGION", "The Region that is called; default that of the endpoint or of the resource");
    private readonly Option<string?> time = ValueOption.One("--time", "TIME", "When, such as 2026-01-16T05:46:57Z; default not known");
    private readonly Option<string[]> context = ValueOption.Many("--context", "KEY=VALUE", "A further condition key; given again for more values");
    private readonly Option<string[]> unknown = ValueOption.Many("--unknown", "NAME", "A condition key, or a kind of policy such as serviceControl, that nobody knows");

    private readonly Option<string[]> absent = ValueOption.Many("--absent", "KEY|all", "A condition key that the call does not have; all: it has none but those that are told or derived");

    internal CallOptions()
    {
        principal.Validators.Add(Check(static text => PrincipalReader.ReadText(text, 0).ToPrincipal()));
        time.Validators.Add(Check(static text => ReadTime(text)));
        context.Validators.Add(Check(static text => ReadKey(text)));
        unknown.Validators.Add(Check(static text => ReadUnknown(text)));
        absent.Validators.Add(Check(static text => ReadAbsent(text)));
        from.Validators.Add(result => Require(result, through));
        roleArn.Validators.Add(result => Require(result, principal));
        sourceIp.Validators.Add(result => Exclude(result, through));
        serviceNetwork.Validators.Add(result => Exclude(result, through));
        serviceNetwork.Validators.Add(result => Exclude(result, sourceIp));
    }

    private IEnumerable<Option> All =>
        [principal, roleArn, action, resource, account, through, from, sourceIp, onBehalf, serviceNetwork, region, time, context, unknown, absent];

    /// <summary>Adds the options to a command.</summary>
    internal void AddTo(Command command)
    {
        foreach (Option option in All) command.Add(option);
    }

    /// <summary>The first of the options that is used; null where none is.</summary>
    internal Option? FindUsed(SymbolResult result) => All.FirstOrDefault(option => result.GetResult(option) is { Implicit: false });

    /// <summary>The first option that a question lacks; null where it has all.</summary>
    internal Option? FindMissing(SymbolResult result) => ((Option[])[principal, action, resource]).FirstOrDefault(option => result.GetResult(option) is null);

    /// <summary>The kinds of policies that are unknown.</summary>
    internal IEnumerable<PolicyType> UnknownKinds(ParseResult parsed)
    {
        foreach (string name in parsed.GetValue(unknown) ?? [])
        {
            if (CasePolicies.TryParseType(name, out PolicyType kind)) yield return kind;
        }
    }

    /// <summary>The endpoint that the call comes through, where the inventory has it; null otherwise.</summary>
    internal VpcEndpoint? FindEndpoint(ParseResult parsed, VpcEndpointInventory inventory) =>
        parsed.GetValue(through) is { } id && inventory.TryFind(id, out VpcEndpoint? endpoint) ? endpoint : null;

    /// <summary>True where the options say over which network the call comes; an AWS service calls over its own.</summary>
    internal bool SaysPath(ParseResult parsed) =>
        parsed.GetValue(through) is not null || parsed.GetValue(sourceIp) is not null || parsed.GetValue(serviceNetwork) || parsed.GetValue(onBehalf) is { Length: > 0 } || ReadPrincipal(parsed).Kind == CallerType.Service;

    /// <summary>The call.</summary>
    /// <exception cref="InputException">A role is not that of the session.</exception>
    internal ApiCallBuilder ToCall(ParseResult parsed, VpcEndpointInventory inventory)
    {
        ApiCallBuilder call = new(ReadPrincipal(parsed), parsed.GetValue(action)!, parsed.GetValue(resource)!);
        if (parsed.GetValue(account) is { Length: > 0 } owner) call.OwnedBy(owner);
        if (parsed.GetValue(through) is { } id) call.Through(FindEndpoint(parsed, inventory) ?? new VpcEndpoint { Id = id }, parsed.GetValue(from));
        if (parsed.GetValue(sourceIp) is { } address) call.FromInternet(address);
        if (parsed.GetValue(serviceNetwork)) call.FromServiceNetwork();
        if (parsed.GetValue(onBehalf) is { Length: > 0 } services) call.OnBehalfBy(services);
        if (parsed.GetValue(region) is { Length: > 0 } called) call.InRegion(called);
        if (parsed.GetValue(time) is { } arrival) call.At(ReadTime(arrival));
        foreach (IGrouping<string, string> key in (parsed.GetValue(context) ?? []).Select(ReadKey).GroupBy(static own => own.Key, static own => own.Value, StringComparer.Ordinal))
        {
            string[] values = [.. key];
            call.Set(key.Key, values is [string only] ? ContextValue.Of(only) : ContextValue.OfList(values));
        }

        foreach (string name in parsed.GetValue(absent) ?? [])
        {
            if (name == AllKeys) call.AllKeysGiven();
            else call.SetAbsent(name);
        }

        foreach (string name in parsed.GetValue(unknown) ?? [])
        {
            if (!CasePolicies.TryParseType(name, out _)) call.Set(name, ContextValue.Unknown);
        }

        return call;
    }

    private RequestPrincipal ReadPrincipal(ParseResult parsed)
    {
        PrincipalDraft draft = PrincipalReader.ReadText(parsed.GetValue(principal)!, 0);
        draft.RoleArn = parsed.GetValue(roleArn);
        try
        {
            return draft.ToPrincipal();
        }
        catch (CaseFormatException exception)
        {
            throw new InputException(exception.Message);
        }
    }

    /// <summary>The time, in whole seconds as requests have it.</summary>
    private static DateTimeOffset ReadTime(string text) => ContextValue.TryReadTime(text, out DateTimeOffset time)
        ? DateTimeOffset.FromUnixTimeSeconds(time.ToUnixTimeSeconds())
        : throw new CaseFormatException($"'{text}' is not a time such as 2026-01-16T05:46:57Z");

    private static (string Key, string Value) ReadKey(string text) => text.IndexOf('=', StringComparison.Ordinal) is > 0 and var equals
        ? (text[..equals], text[(equals + 1)..])
        : throw new CaseFormatException($"'{text}' is not KEY=VALUE");

    private static string ReadUnknown(string text) => text.Contains(':', StringComparison.Ordinal) || CasePolicies.TryParseType(text, out _)
        ? text
        : throw new CaseFormatException($"'{text}' is neither a condition key nor a kind of policy");

    private static string ReadAbsent(string text) => text == AllKeys || text.Contains(':', StringComparison.Ordinal)
        ? text
        : throw new CaseFormatException($"'{text}' is neither a condition key nor '{AllKeys}'");

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

    private static void Require(OptionResult result, Option other)
    {
        if (result.GetResult(other) is null) result.AddError($"{result.Option.Name} needs {other.Name}");
    }

    private static void Exclude(OptionResult result, Option other)
    {
        if (!result.Implicit && result.GetResult(other) is not null) result.AddError($"{result.Option.Name} and {other.Name} exclude each other");
    }
}
