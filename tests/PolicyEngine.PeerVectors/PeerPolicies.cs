using System.Text.Json;
using System.Text.Json.Nodes;

namespace PolicyEngine.PeerVectors;

/// <summary>The policies of a row, each in its slot and read as what its slot holds.</summary>
/// <remarks>A document that is refused strictly is read as one that AWS stores already.</remarks>
internal sealed class PeerPolicies
{
    private const string FullAccess = """{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"*","Resource":"*"}}""";
    private readonly SortedSet<string> errors = new(StringComparer.Ordinal);
    private readonly List<PolicyDocument> documents = [];

    internal PeerPolicies(JsonElement row)
    {
        JsonElement policies = row.GetProperty("policies");
        PolicyType ofResource = IsRole(row) ? PolicyType.Trust : PolicyType.Resource;
        Set = FindTestedType(row) is { } tested
            ? ReadTested(policies.GetProperty("identity")[0], tested)
            : new PolicySet
            {
                Identity = ReadSlot(policies, "identity", PolicyType.Identity),
                Resource = ReadSlot(policies, "resource", ofResource),
                PermissionsBoundary = ReadSlot(policies, "permissionBoundary", PolicyType.PermissionsBoundary),
                Session = ReadSlot(policies, "session", PolicyType.Session),
                ServiceControl = ReadSlot(policies, "scp", PolicyType.ServiceControl),
                ResourceControl = ReadSlot(policies, "rcp", PolicyType.ResourceControl),
                VpcEndpoint = ReadSlot(policies, "vpcEndpoint", PolicyType.VpcEndpoint),
            };
    }

    /// <summary>The policies; not to be used when there are errors.</summary>
    internal PolicySet Set { get; }

    /// <summary>The ids of what makes documents unreadable; empty when all are read.</summary>
    internal string Errors => string.Join(' ', errors);

    /// <summary>The keys that conditions name.</summary>
    internal IEnumerable<string> ConditionKeys => documents
        .SelectMany(static document => document.Statements)
        .SelectMany(static statement => statement.Condition?.Clauses ?? [])
        .SelectMany(static clause => clause.Entries)
        .Select(static entry => entry.Key)
        .Distinct(StringComparer.OrdinalIgnoreCase);

    /// <summary>Rows that test how one element is read name the policy type that they mean, and hold an identity policy all the same.</summary>
    private static PolicyType? FindTestedType(JsonElement row)
    {
        if (PeerRow.HasFlag(row, "policyType:scp")) return PolicyType.ServiceControl;
        if (PeerRow.HasFlag(row, "policyType:rcp")) return PolicyType.ResourceControl;
        return PeerRow.HasFlag(row, "policyType:resource") ? PolicyType.Resource : null;
    }

    /// <summary>The document as what it is meant to be; what grants nothing by itself is attached beside a policy that allows everything.</summary>
    private PolicySet ReadTested(JsonElement document, PolicyType type)
    {
        JsonObject completed = JsonNode.Parse(document.GetRawText())!.AsObject();
        foreach (JsonNode? statement in completed["Statement"]!.AsArray())
        {
            if (type != PolicyType.ServiceControl) statement!["Principal"] = "*";
        }

        AttachedPolicies slot = AttachedPolicies.Of(ReadAll([completed.ToJsonString()], type));
        if (type == PolicyType.Resource) return new PolicySet { Resource = slot };
        AttachedPolicies everything = AttachedPolicies.Of(ReadAll([FullAccess], PolicyType.Identity));
        return type == PolicyType.ServiceControl
            ? new PolicySet { Identity = everything, ServiceControl = slot }
            : new PolicySet { Identity = everything, ResourceControl = slot };
    }

    private AttachedPolicies ReadSlot(JsonElement policies, string name, PolicyType type)
    {
        if (!policies.TryGetProperty(name, out JsonElement slot) || slot.ValueKind == JsonValueKind.Null) return AttachedPolicies.None;
        if (slot.ValueKind != JsonValueKind.Array) return AttachedPolicies.Of(ReadAll([TextOf(slot)], type));
        JsonElement[] items = [.. slot.EnumerateArray()];
        if (items.Length == 0) return AttachedPolicies.None;
        if (!items[0].TryGetProperty("org", out _)) return AttachedPolicies.Of(ReadAll(items.Select(TextOf), type));
        return AttachedPolicies.OfLevels([.. items.Select(level =>
            new PolicyLevel(level.GetProperty("org").GetString()!, ReadAll(level.GetProperty("policies").EnumerateArray().Select(TextOf), type)))]);
    }

    private PolicyDocument[] ReadAll(IEnumerable<string> texts, PolicyType type)
    {
        List<PolicyDocument> read = [];
        foreach (string text in texts)
        {
            PolicyParserOptions options = new() { Type = type, AllowsManagedRcp = true };
            PolicyText source = PolicyText.FromString(text);
            ParseResult<PolicyDocument> result = PolicyParser.Parse(source, options);
            if (!result.Success) result = PolicyParser.Parse(source, options with { Mode = ParseMode.Stored });
            if (result.Success) read.Add(result.Value);
            else errors.UnionWith(result.Diagnostics.Where(static d => d.Severity == DiagnosticSeverity.Error).Select(static d => d.Id));
        }

        documents.AddRange(read);
        return [.. read];
    }

    /// <summary>The text of a document; some rows hold it within what the peer made of it.</summary>
    private static string TextOf(JsonElement document) => (document.TryGetProperty("policyDocument", out JsonElement inner) ? inner : document).GetRawText();

    /// <summary>The policy of a role is its trust policy.</summary>
    private static bool IsRole(JsonElement row)
    {
        JsonElement request = row.GetProperty("request");
        bool isSts = request.GetProperty("action").GetString()!.StartsWith("sts:", StringComparison.Ordinal);
        return isSts && request.GetProperty("resource").GetString()!.Contains(":role/", StringComparison.Ordinal);
    }
}
