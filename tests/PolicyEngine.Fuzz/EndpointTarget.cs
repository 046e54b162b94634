using System.Text;
using static PolicyEngine.Fuzz.BrokenPromiseException;

namespace PolicyEngine.Fuzz;

/// <summary>The reader of VPC endpoints, and the way of a call through them. The first line is a URL, the rest the endpoints.</summary>
internal sealed class EndpointTarget : IFuzzTarget
{
    private static readonly RequestPrincipal Caller = RequestPrincipal.FromArn("arn:aws:iam::111122223333:user/Alice");
    private static readonly PolicyEvaluator Evaluator = new();

    public void Run(byte[] bytes)
    {
        int line = Array.IndexOf(bytes, (byte)'\n');
        string url = line < 0 ? "" : Encoding.UTF8.GetString(bytes.AsSpan(0, line));
        ParseResult<VpcEndpointInventory> result = VpcEndpointInventory.Parse(PolicyText.FromUtf8(bytes.AsSpan(line + 1)));
        TextPromises.Check(result.Diagnostics, result.Success);
        if (result.Value is not { } inventory) return;
        foreach (VpcEndpoint endpoint in inventory.Endpoints) Check(inventory, endpoint, url);
        Check(inventory, url, client: null);
    }

    public IEnumerable<byte[]> GetSeeds(SeedFolders folders) =>
        folders.Hosts.Append(("https://vpce-1234a5678b9012c-x.secretsmanager.us-west-2.vpce.amazonaws.com/", folders.Inventory))
            .Select(static pair => Encoding.UTF8.GetBytes($"{pair.Item1}\n{pair.Item2}"));

    private static void Check(VpcEndpointInventory inventory, VpcEndpoint endpoint, string url)
    {
        ThrowUnless(endpoint.Id is null || (inventory.TryFind(endpoint.Id, out VpcEndpoint? found) && found.Id == endpoint.Id), "an endpoint is found by its id");
        ThrowUnless(endpoint.ToString().Length > 0, "an endpoint has a text");
        ThrowUnless(endpoint.HasDefaultPolicy == (endpoint.Policy == VpcEndpoint.DefaultPolicy), "the default policy is told");
        Check(inventory, url, new EndpointClient { VpcId = endpoint.VpcId, RouteTableId = endpoint.RouteTableIds.FirstOrDefault(), ViaInboundResolver = url.Length % 2 == 0 });
        ApiCallBuilder builder = new(Caller, "s3:GetObject", "arn:aws:s3:::b/k");
        if (!builder.Through(endpoint, "10.0.0.1").TryBuild(out AuthorizationRequest request, out _)) return;
        CompiledPolicySet policies = PolicyCompiler.Compile(new PolicySet { Identity = AttachedPolicies.Of(VpcEndpoint.DefaultPolicy with { Type = PolicyType.Identity }), VpcEndpoint = AttachedPolicies.Of(endpoint.Policy) });
        AuthorizationDecision decision = Evaluator.Evaluate(policies, request);
        ThrowUnless(Evaluator.Explain(policies, request).Decision == decision, "explain agrees with evaluate");
        ThrowUnless(PolicyWriter.Write(endpoint.Policy).Length > 0, "a policy can be written");
    }

    private static void Check(VpcEndpointInventory inventory, string url, EndpointClient? client)
    {
        bool isRefused = VpcEndpointInventory.FindRefusal(url) is not null;
        EndpointResolution way;
        try
        {
            way = inventory.Resolve(url, client);
        }
        catch (ArgumentException) when (isRefused)
        {
            return;
        }

        ThrowUnless(!isRefused, $"a URL that is refused is not resolved: {url}");
        ThrowUnless(way.Status != EndpointResolutionStatus.Resolved || way.Endpoint is not null, $"an endpoint is named: {url}");
    }
}
