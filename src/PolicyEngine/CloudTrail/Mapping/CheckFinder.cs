using System.Collections.Immutable;
using System.Text.Json;
using PolicyEngine.Language;

namespace PolicyEngine.CloudTrail.Mapping;

/// <summary>Finds the resources of each action that a call needed.</summary>
internal sealed class CheckFinder
{
    private readonly CloudTrailRecord record;
    private readonly DenialMessage? denial;
    private readonly ParameterResources parameters;

    internal CheckFinder(CloudTrailRecord record, RequestPrincipal caller, DenialMessage? denial)
    {
        this.record = record;
        this.denial = denial;
        parameters = new ParameterResources(record, caller);
    }

    /// <summary>A pattern that an unknown resource matches.</summary>
    internal string? Candidate { get; private set; }

    internal ImmutableArray<RecordCheck> Find(EventMapping mapping) => [.. mapping.Actions.SelectMany(action => ChecksOf(action, mapping))];

    private IEnumerable<RecordCheck> ChecksOf(string action, EventMapping mapping)
    {
        if (EventTables.HasNoResource(action)) return [new RecordCheck(action, "*")];
        List<RecordCheck> listed = Listed(action, mapping);
        if (listed.Count > 0) return listed;
        IReadOnlyList<string> built = parameters.Find(action, mapping);
        if (built.Count > 0) return built.Select(arn => new RecordCheck(action, arn, AccountIn(arn) ?? BucketOwner(arn)));
        if (denial is { Resource: { } named } && (named == "*" || Arn.TryParse(named, out _)) && string.Equals(denial.Action, action, StringComparison.OrdinalIgnoreCase)) return [ToCheck(action, named)];
        Candidate ??= parameters.FindCandidate(mapping);
        return [new RecordCheck(action)];
    }

    /// <summary>The resources that the record lists and that fit the action.</summary>
    private List<RecordCheck> Listed(string action, EventMapping mapping)
    {
        // AWS: a copy lists the target only, and several items or keys of one call tell no pairs.
        if (mapping.Prefix == "s3" && CopySource.TryRead(record, out _)) return [];
        List<RecordCheck> fitting = [];
        foreach (CloudTrailResource resource in record.Resources)
        {
            if (resource.Arn is not { } arn || !ResourceTypeCheck.IsOfTypeOf(action, arn)) continue;
            if (action.StartsWith("kms:ReEncrypt", StringComparison.OrdinalIgnoreCase) && !IsKeyOf(action, arn)) continue;
            string? account = AccountId.IsValid(resource.AccountId) ? resource.AccountId : AccountIn(arn) ?? BucketOwner(arn);
            fitting.Add(new RecordCheck(action, arn, account));
        }

        return fitting;
    }

    /// <summary>True if a key is the one that an action of ReEncrypt uses, as far as the parameters tell; both are taken where they do not.</summary>
    private bool IsKeyOf(string action, string arn)
    {
        bool isSource = action.EndsWith("From", StringComparison.OrdinalIgnoreCase);
        JsonElement given = Parameters.Of(record);
        string? own = Parameters.Text(given, isSource ? "sourceKeyId" : "destinationKeyId");
        string? other = Parameters.Text(given, isSource ? "destinationKeyId" : "sourceKeyId");
        if (own is not null && IsSame(arn, own)) return true;
        bool isOther = other is not null && IsSame(arn, other);
        return !isOther;
    }

    /// <summary>The account of the bucket of an ARN, which AWS lists in an entry of its own; null where no entry names it, or two disagree.</summary>
    private string? BucketOwner(string arn)
    {
        if (!Arn.TryParse(arn, out Arn? parsed) || parsed.Service is not "s3") return null;
        int slash = parsed.Resource.IndexOf('/');
        string bucket = slash < 0 ? arn : arn[..(arn.Length - parsed.Resource.Length + slash)];
        string?[] owners = [.. record.Resources.Where(resource => resource.Arn == bucket && AccountId.IsValid(resource.AccountId)).Select(static resource => resource.AccountId).Distinct(StringComparer.Ordinal)];
        return owners is [var owner] ? owner : null;
    }

    private static bool IsSame(string arn, string id) => arn == id || arn.EndsWith($":key/{id}", StringComparison.Ordinal);

    private static RecordCheck ToCheck(string action, string arn) => new(action, arn, AccountIn(arn));

    private static string? AccountIn(string arn) => Arn.TryParse(arn, out Arn? parsed) ? parsed.AccountId : null;
}
