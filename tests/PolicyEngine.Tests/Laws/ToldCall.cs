using System.Text.Json;
using System.Text.RegularExpressions;
using PolicyEngine.FsCheck;
using PolicyEngine.Syntax;

namespace PolicyEngine.Tests.Laws;

/// <summary>A call of which everything is told that does not follow from its caller, resource and network path, with the policies that decide it.</summary>
/// <param name="Policies">The policies.</param>
/// <param name="Call">The call.</param>
/// <param name="Region">The Region that is called.</param>
public sealed partial record ToldCall(PolicySet Policies, ApiCall Call, string Region)
{
    /// <summary>Q-2: the keys that follow of any request, which a door is not told but finds itself.</summary>
    private static readonly string[] Derivable =
    [
        "aws:PrincipalArn", "aws:PrincipalAccount", "aws:PrincipalType", "aws:userid", "aws:username", "aws:PrincipalIsAWSService", "aws:PrincipalServiceName",
        "aws:PrincipalServiceNamesList", "aws:FederatedProvider", "aws:ViaAWSService", "aws:SourceVpce", "aws:SourceVpc", "aws:ResourceAccount",
    ];

    /// <summary>Keys that deciding itself asks for: A-43, A-19.</summary>
    private static readonly string[] AskedWithoutPolicy = ["aws:AssumedRoot", "aws:MultiFactorAuthPresent", "aws:SourceVpc"];

    /// <summary>The call for a builder.</summary>
    internal ApiCallBuilder ToBuilder() => Call.ToBuilder().InRegion(Region);

    /// <summary>The keys of the whole request that do not follow of any request, as other doors are told them. Without a chain of services only the caller of a door knows that the call is forwarded.</summary>
    internal List<KeyValuePair<string, ContextValue>> KeysToTell(AuthorizationRequest whole) =>
        [.. whole.Context.Where(key => IsGiven(key.Key) || !Derivable.Contains(key.Key, StringComparer.OrdinalIgnoreCase) || IsUntoldChain(whole, key))];

    /// <summary>The keys that policies name, or deciding asks for, and the whole request does not have.</summary>
    internal string[] AbsentKeys(AuthorizationRequest whole) =>
        [.. KeysInPolicies().Concat(AskedWithoutPolicy).Distinct(StringComparer.OrdinalIgnoreCase).Where(key => whole.Context[key] is null).Order(StringComparer.Ordinal)];

    /// <summary>The members of a request of a case, or of a request line.</summary>
    internal void WriteRequest(Utf8JsonWriter json, AuthorizationRequest whole)
    {
        json.WritePropertyName("principal");
        WritePrincipal(json, Call.Principal);
        if (Call.Owner is { } owner) json.WriteString("resourceAccount", owner);
        json.WriteStartObject("context");
        foreach ((string key, ContextValue value) in KeysToTell(whole).Where(static key => !key.Value.IsUnknown))
        {
            if (!value.IsList)
            {
                json.WriteString(key, value.Values[0]);
                continue;
            }

            json.WriteStartArray(key);
            foreach (string one in value.Values) json.WriteStringValue(one);
            json.WriteEndArray();
        }

        json.WriteEndObject();
        WriteTexts(json, "unknown", KeysToTell(whole).Where(static key => key.Value.IsUnknown).Select(static key => key.Key));
        if (whole.Endpoint is not { } endpoint) return;
        json.WriteStartObject("endpoint");
        json.WriteString("type", endpoint.Type == VpcEndpointType.Gateway ? "gateway" : "interface");
        if (endpoint.Id is not null) json.WriteString("id", endpoint.Id);
        if (endpoint.VpcId is not null) json.WriteString("vpcId", endpoint.VpcId);
        json.WriteBoolean("supportsPolicy", endpoint.SupportsPolicy);
        json.WriteEndObject();
    }

    /// <summary>The policies as cases have them.</summary>
    internal void WritePolicies(Utf8JsonWriter json)
    {
        json.WriteStartObject("policies");
        foreach (PolicyType type in PolicySet.Types)
        {
            if (type == PolicyType.AccessPoint)
            {
                WriteAccessPoint(json, Policies.AccessPoint);
                continue;
            }

            AttachedPolicies slot = Policies[type];
            string name = char.ToLowerInvariant(type.ToString()[0]) + type.ToString()[1..];
            if (!slot.IsKnown) json.WriteString(name, "unknown");
            if (!slot.IsAttached) continue;
            json.WriteStartArray(name);
            foreach (PolicyLevel level in slot.Levels)
            {
                bool hasLevels = type is PolicyType.ServiceControl or PolicyType.ResourceControl;
                if (hasLevels)
                {
                    json.WriteStartObject();
                    json.WriteString("level", level.Name);
                    json.WriteStartArray("policies");
                }

                foreach (PolicyDocument document in level.Documents) json.WriteRawValue(PolicyWriter.Write(document));
                if (!hasLevels) continue;
                json.WriteEndArray();
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }

        json.WriteEndObject();
    }

    /// <summary>An access point has one policy, as generators make it.</summary>
    private static void WriteAccessPoint(Utf8JsonWriter json, AccessPoint slot)
    {
        json.WriteStartObject("accessPoint");
        json.WritePropertyName("policy");
        if (slot.Policies.IsAttached) json.WriteRawValue(PolicyWriter.Write(slot.Policies.Levels[0].Documents[0]));
        else if (slot.Policies.IsKnown) json.WriteNullValue();
        else json.WriteStringValue("unknown");
        if (slot.BucketArn is { } bucket) json.WriteString("bucketArn", bucket);
        if (slot.BucketAccount is { } account) json.WriteString("bucketAccount", account);
        if (slot.VpcId is { } vpc) json.WriteString("vpcId", vpc);
        json.WriteString("networkOrigin", slot.Origin.ToString().ToLowerInvariant());
        json.WriteEndObject();
    }

    internal static void WriteTexts(Utf8JsonWriter json, string name, IEnumerable<string> texts)
    {
        json.WriteStartArray(name);
        foreach (string text in texts) json.WriteStringValue(text);
        json.WriteEndArray();
    }

    private static void WritePrincipal(Utf8JsonWriter json, RequestPrincipal caller)
    {
        json.WriteStartObject();
        json.WriteString("type", char.ToLowerInvariant(caller.Kind.ToString()[0]) + caller.Kind.ToString()[1..]);
        if (caller.Arn is { } arn) json.WriteString("arn", arn.Text);
        if (caller.RoleArn is { } role) json.WriteString("roleArn", role.Text);
        if (caller.IssuerArn is { } issuer) json.WriteString("issuerArn", issuer.Text);
        if (caller.Account is { } account) json.WriteString("account", account);
        if (caller.Kind == CallerType.Service) WriteTexts(json, "service", caller.ServiceNames);
        if (caller.Provider is { } provider) json.WriteString("provider", provider);
        if (caller.UniqueId is { } id) json.WriteString("uniqueId", id);
        if (caller.CanonicalUserId is { } canonical) json.WriteString("canonicalUserId", canonical);
        if (caller.HasPermissionsBoundary is { } bounded) json.WriteBoolean("hasPermissionsBoundary", bounded);
        json.WriteBoolean("accountIsManagement", caller.IsInManagementAccount);
        json.WriteBoolean("isServiceLinkedRole", caller.IsServiceLinkedRole);
        json.WriteEndObject();
    }

    private bool IsGiven(string key) => Call.Keys.Any(own => string.Equals(own.Key, key, StringComparison.OrdinalIgnoreCase));

    private static bool IsUntoldChain(AuthorizationRequest whole, KeyValuePair<string, ContextValue> key) =>
        string.Equals(key.Key, "aws:ViaAWSService", StringComparison.OrdinalIgnoreCase) && key.Value.Values is ["true"] && whole.Context["aws:CalledVia"] is null;

    private IEnumerable<string> KeysInPolicies()
    {
        PolicyDocument[] documents = [.. PolicySet.Types.SelectMany(type => Policies[type].Levels).SelectMany(static level => level.Documents)];
        IEnumerable<string> compared = documents.SelectMany(static document => document.Statements).SelectMany(static statement => statement.Condition?.Clauses ?? [])
            .SelectMany(static clause => clause.Entries).Select(static entry => entry.Key);
        return compared.Concat(documents.SelectMany(static document => Variable().Matches(PolicyWriter.Write(document))).Select(static match => match.Groups["key"].Value)).Where(static key => key.Length > 0);
    }

    [GeneratedRegex(@"\$\{\s*(?<key>[^},]*?)\s*[,}]", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Variable();

    /// <summary>The call, the Region and the policies.</summary>
    public override string ToString()
    {
        IEnumerable<string> policies = PolicySet.Types.Select(type => $"{type}: {(Policies[type].IsKnown ? "" : "unknown")}{string.Join("; ", Policies[type].Levels.SelectMany(static level => level.Documents).Select(static document => PolicyWriter.Write(document)))}");
        return $"{Call}\nin {Region}\n{string.Join('\n', policies)}";
    }
}
