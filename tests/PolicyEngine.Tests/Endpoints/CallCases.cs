using System.Text.Json;

namespace PolicyEngine.Tests.Endpoints;

/// <summary>What the tests of calls share: the callers and endpoints of the conformance cases, and the contexts that those cases give.</summary>
internal static class CallCases
{
    internal const string Secret = "arn:aws:secretsmanager:us-west-2:123456789012:secret:a_specific_secret_name-a1b2c3";
    internal const string Read = "secretsmanager:GetSecretValue";
    internal static readonly DateTimeOffset Time = new(2026, 1, 16, 5, 46, 57, TimeSpan.Zero);
    internal static readonly RequestPrincipal Anika = RequestPrincipal.FromArn("arn:aws:iam::123456789012:user/Anika") with { UniqueId = "AIDAEXAMPLEANIKA" };

    /// <summary>What <c>create-vpc-endpoint</c> printed: the endpoint is still pending, and its owner is unknown.</summary>
    internal static readonly VpcEndpoint Created = VpcEndpointInventory.Parse("""
        {"VpcEndpoint": {
          "PolicyDocument": "{\n  \"Statement\": [\n    {\n      \"Action\": \"*\", \n      \"Effect\": \"Allow\", \n      \"Principal\": \"*\", \n      \"Resource\": \"*\"\n    }\n  ]\n}",
          "VpcId": "vpc-1a2b3c4d", "NetworkInterfaceIds": ["eni-abcdef12"], "SubnetIds": ["subnet-e5f6a7b8c9"], "PrivateDnsEnabled": true, "State": "pending",
          "ServiceName": "com.amazonaws.us-west-2.secretsmanager", "RouteTableIds": [], "Groups": [{"GroupName": "default", "GroupId": "sg-1a2b3c4d"}],
          "VpcEndpointId": "vpce-1234a5678b9012c", "VpcEndpointType": "Interface", "CreationTimestamp": "2018-06-12T20:14:41.240Z"}}
        """).Endpoints[0];

    private static readonly Dictionary<string, JsonElement> ById = ReadAll();

    /// <summary>An endpoint that carries calls.</summary>
    internal static VpcEndpoint Endpoint(string service = "secretsmanager", string id = "vpce-1234a5678b9012c") => new()
    {
        Id = id,
        VpcId = "vpc-1a2b3c4d",
        OwnerId = "123456789012",
        Type = VpcEndpointType.Interface,
        State = VpcEndpointState.Available,
        ServiceName = new VpcEndpointServiceName($"com.amazonaws.us-west-2.{service}"),
    };

    /// <summary>Anika reads the secret.</summary>
    internal static ApiCallBuilder Reads(RequestPrincipal? caller = null) => new ApiCallBuilder(caller ?? Anika, Read, Secret).At(Time).OwnedBy("123456789012");

    /// <summary>The context of a conformance case, one key a line.</summary>
    internal static string[] ContextOf(string id, params string[] more)
    {
        IEnumerable<string> keys = ById[id].GetProperty("request").GetProperty("context").EnumerateObject()
            .Select(static key => $"{key.Name} = {(key.Value.ValueKind == JsonValueKind.Array ? $"[{string.Join(", ", key.Value.EnumerateArray())}]" : key.Value.GetString())}");
        return [.. keys.Concat(more).Order(StringComparer.Ordinal)];
    }

    /// <summary>The context of a request, one key a line.</summary>
    internal static string[] ContextOf(AuthorizationRequest request) =>
        [.. request.Context.Select(static key => $"{key.Key} = {key.Value}").Order(StringComparer.Ordinal)];

    /// <summary>A key of a call: its value, <c>(unknown)</c>, or null where it is absent.</summary>
    internal static string? Key(ApiCallBuilder call, string key)
    {
        call.TryBuild(out AuthorizationRequest request, out _);
        return request.Context[key]?.ToString();
    }

    /// <summary>The rules that a call breaks.</summary>
    internal static string[] Errors(ApiCallBuilder call) => [.. call.FindFaults().Where(static fault => fault.IsError).Select(static fault => fault.Rule)];

    /// <summary>The rules of which a call makes one doubt.</summary>
    internal static string[] Warnings(ApiCallBuilder call) => [.. call.FindFaults().Where(static fault => !fault.IsError).Select(static fault => fault.Rule)];

    private static Dictionary<string, JsonElement> ReadAll()
    {
        Dictionary<string, JsonElement> cases = new(StringComparer.Ordinal);
        string folder = Repository.PathTo("tests", "PolicyEngine.Conformance", "cases");
        foreach (string line in Directory.EnumerateFiles(folder, "authorization.jsonl", SearchOption.AllDirectories).SelectMany(File.ReadLines))
        {
            if (line.Length == 0) continue;
            JsonElement own = JsonElement.Parse(line);
            cases.Add(own.GetProperty("id").GetString()!, own);
        }

        return cases;
    }
}
