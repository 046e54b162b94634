using System.CommandLine;
using System.Globalization;
using System.Text;
using System.Text.Json;
using PolicyEngine.Cli;
using PolicyEngine.Cli.Cases;
using PolicyEngine.Cli.Commands;
using PolicyEngine.CloudTrail;
using PolicyEngine.FsCheck;

namespace PolicyEngine.Tests.Laws;

/// <summary>The doors through which a call comes to a decision, each as a function from what it is told. An answer is one line, so that answers compare.</summary>
internal static class Doors
{
    private static readonly PolicyEvaluator Evaluator = new();

    /// <summary>A builder that is told that all keys are given.</summary>
    internal static string OfBuilder(ToldCall told, AuthorizationRequest whole) => Show(Evaluator.Evaluate(PolicyCompiler.Compile(told.Policies), whole));

    /// <summary>A request made in code, with the keys that do not follow.</summary>
    internal static string OfRequest(ToldCall told, AuthorizationRequest whole)
    {
        RequestContextBuilder keys = new();
        foreach ((string key, ContextValue value) in told.KeysToTell(whole)) keys.Set(key, value);
        AuthorizationRequest request = new(told.Call.Principal, told.Call.Action, told.Call.Resource, keys.Build()) { ResourceAccount = told.Call.Owner, Endpoint = whole.Endpoint };
        return Show(Evaluator.Evaluate(PolicyCompiler.Compile(told.Policies), request));
    }

    /// <summary>An authorization case, a request line, and one that lists the keys that are absent; null where a case cannot hold the policies: a trust policy of what is no role, or a scope-down policy of credentials that are not temporary.</summary>
    internal static string?[] OfLines(ToldCall told, AuthorizationRequest whole)
    {
        string text = $"{Line(told, whole, WriteCase)}\n{Line(told, whole, WriteLine)}\n{Line(told, whole, WriteLineWithAbsent)}\n";
        using StringWriter output = new();
        using StringWriter error = new();
        CliConsole console = new() { Input = new MemoryStream(Encoding.UTF8.GetBytes(text)), Output = output, Error = error };
        int code = CommandLineTool.RunAsync(["evaluate", "-"], console, CancellationToken.None).GetAwaiter().GetResult();
        string[] lines = output.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        if (code == 0) return [.. lines.Select(Show)];
        string all = $"exit {code}: {error}{output}";
        bool cannotHold = all.Contains("the policy has errors", StringComparison.Ordinal) || all.Contains("a scope-down policy is given", StringComparison.Ordinal);
        return cannotHold ? [null, null, null] : [all, all, all];
    }

    /// <summary>A question with <c>--absent all</c>; null where options cannot ask it.</summary>
    internal static string? OfQuestion(ToldCall told)
    {
        if (Arguments(told) is not { } arguments) return null;
        CallOptions options = new();
        Command command = new("ask");
        options.AddTo(command);
        ParseResult parsed = command.Parse(arguments);
        if (parsed.Errors.Count > 0) return parsed.Errors[0].Message;
        VpcEndpointInventory inventory = new(told.Call.Endpoint is { } endpoint ? [endpoint] : []);
        GivenKeys keys = new() { OthersAreAbsent = true, Unknown = [.. told.Call.Keys.Where(static key => key.Value.IsUnknown).Select(static key => key.Key)] };
        return options.ToCall(parsed, inventory, keys).TryBuild(out AuthorizationRequest request, out System.Collections.Immutable.ImmutableArray<RequestFault> faults)
            ? Show(Evaluator.Evaluate(PolicyCompiler.Compile(told.Policies), request))
            : string.Join("; ", faults);
    }

    /// <summary>What a record of the call leads to, which knows less; null where a record cannot tell of it.</summary>
    internal static AuthorizationDecision? OfRecord(ToldCall told)
    {
        if (TrailRecords.Write(told) is not { } text) return null;
        ReconstructionOptions options = new() { FindEndpoint = id => told.Call.Endpoint is { } own && own.Id == id ? own : null };
        RecordReconstruction read = RecordReconstructor.Reconstruct(CloudTrailRecord.Parse(text), options);
        AuthorizationRequest[] requests = [.. read.GetRequests()];
        bool isSame = requests is [var only] && string.Equals(only.Action, told.Call.Action, StringComparison.OrdinalIgnoreCase) && only.Resource == told.Call.Resource;
        return isSame ? Evaluator.Evaluate(PolicyCompiler.Compile(told.Policies), requests[0]) : null;
    }

    private static string Show(AuthorizationDecision decision)
    {
        bool depends = decision.BestCase != decision.Decision;
        return Show(decision.Decision.ToString(), decision.IsCertain, decision.BestCase.ToString(), depends ? decision.GetDependencies().Select(static own => own.Name) : []);
    }

    private static string Show(string json)
    {
        JsonElement answer = JsonElement.Parse(json);
        string decision = answer.GetProperty("decision").GetString()!;
        string best = answer.TryGetProperty("optimistic", out JsonElement optimistic) ? optimistic.GetString()! : decision;
        IEnumerable<string> names = answer.TryGetProperty("dependsOn", out JsonElement all) ? all.EnumerateArray().Select(static name => name.GetString()!) : [];
        return Show(decision, answer.GetProperty("certain").GetBoolean(), best, names);
    }

    private static string Show(string decision, bool isCertain, string best, IEnumerable<string> dependencies) =>
        $"{decision}, {(isCertain ? "certain" : "uncertain")}, at best {best}, depends on [{string.Join(", ", dependencies.Order(StringComparer.Ordinal))}]".ToUpperInvariant();

    private static string Line(ToldCall told, AuthorizationRequest whole, Action<Utf8JsonWriter, ToldCall, AuthorizationRequest> write)
    {
        using MemoryStream stream = new();
        using (Utf8JsonWriter json = new(stream))
        {
            json.WriteStartObject();
            told.WritePolicies(json);
            write(json, told, whole);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private static void WriteCase(Utf8JsonWriter json, ToldCall told, AuthorizationRequest whole)
    {
        json.WriteStartObject("request");
        told.WriteRequest(json, whole);
        json.WriteString("action", told.Call.Action);
        json.WriteString("resource", told.Call.Resource);
        json.WriteEndObject();
    }

    private static void WriteLine(Utf8JsonWriter json, ToldCall told, AuthorizationRequest whole)
    {
        told.WriteRequest(json, whole);
        ToldCall.WriteTexts(json, "actions", [told.Call.Action]);
        ToldCall.WriteTexts(json, "resources", [told.Call.Resource]);
    }

    private static void WriteLineWithAbsent(Utf8JsonWriter json, ToldCall told, AuthorizationRequest whole)
    {
        WriteLine(json, told, whole);
        ToldCall.WriteTexts(json, "absent", told.AbsentKeys(whole));
    }

    private static List<string>? Arguments(ToldCall told)
    {
        ApiCall call = told.Call;
        RequestPrincipal caller = call.Principal;
        bool hasMore = !caller.IsIdentified || caller.UniqueId is not null || caller.CanonicalUserId is not null || caller.HasPermissionsBoundary is not null || caller.IssuerArn is not null || caller.ServiceNames.Count > 1;
        bool isSpelledTwice = call.Keys.Select(static key => key.Key).Distinct(StringComparer.OrdinalIgnoreCase).Count() < call.Keys.Count;
        if (hasMore || isSpelledTwice) return null;
        List<string> words = ["--principal", caller.ToString(), "--action", call.Action, "--resource", call.Resource, "--region", told.Region];
        if (caller is { Arn: not null, RoleArn: { } role }) words.AddRange(["--role-arn", role.Text]);
        if (call.Owner is { } owner) words.AddRange(["--resource-account", owner]);
        if (call.Time is { } time) words.AddRange(["--time", time.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture)]);
        if (call.Endpoint is { } endpoint)
        {
            if (endpoint.Id is null) return null;
            words.AddRange(["--through", endpoint.Id]);
            if (call.ClientAddress is { } client) words.AddRange(["--from", client]);
        }
        else if (call.SourceAddress is { } address)
        {
            words.AddRange(["--source-ip", address]);
        }

        foreach (string service in call.ForwardedBy) words.AddRange(["--on-behalf", service]);
        foreach ((string key, ContextValue value) in call.Keys)
        {
            bool canSay = !value.IsList || value.Values.Length > 1 || (value.Values.Length == 1 && ConditionKeys.Find(key)?.IsMultivalued == true);
            if (!canSay || key.Contains('=', StringComparison.Ordinal)) return null;
            foreach (string text in value.Values) words.Add($"--context={key}={text}");
        }

        return words;
    }
}
