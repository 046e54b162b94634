using System.Collections.Immutable;
using System.Text.Json;

namespace PolicyEngine.CloudTrail.Mapping;

/// <summary>Chooses among the actions of an event by what its parameters show.</summary>
/// <remarks>AWS: <see href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/using-with-s3-policy-actions.html">Required permissions for Amazon S3 API operations</see>.</remarks>
internal static class EventActions
{
    /// <summary>The actions of a row; not certain where the parameter that decides is missing, and then all that may be needed.</summary>
    internal static ImmutableArray<string> Choose(string row, CloudTrailRecord record, EventMapping mapping, out bool isCertain)
    {
        isCertain = true;
        JsonElement parameters = Parameters.Of(record);
        if (!row.Contains('|', StringComparison.Ordinal)) return AddOptional(OfVersions(row.Split('+'), record, mapping), record, mapping);
        string[] choices = row.Split('|');
        ImmutableArray<string> chosen = mapping.Prefix switch
        {
            "s3" when mapping.Event.Equals("DeleteObjects", StringComparison.OrdinalIgnoreCase) => [],
            "s3" when parameters.ValueKind == JsonValueKind.Object => [choices[Parameters.Has(parameters, "versionId") ? 1 : 0]],
            "autoscaling" when choices.Length == 2 => OfScaling(choices, record),
            "dynamodb" when choices.Length == 4 => OfItems(choices, parameters),
            _ => [],
        };
        isCertain = !chosen.IsEmpty;
        return isCertain ? chosen : [.. choices];
    }

    /// <summary>AWS: records of Application Auto Scaling have the source of Amazon EC2 Auto Scaling, and tell their service beside it.</summary>
    private static ImmutableArray<string> OfScaling(string[] choices, CloudTrailRecord record)
    {
        string? service = RecordJson.Text(RecordJson.Find(record.Json, "additionalEventData"), "service");
        return [choices[service?.Equals("application-autoscaling", StringComparison.OrdinalIgnoreCase) == true ? 1 : 0]];
    }

    /// <summary>Adds what a call needs only because of what it asks for.</summary>
    internal static ImmutableArray<string> AddOptional(ImmutableArray<string> actions, CloudTrailRecord record, EventMapping mapping)
    {
        JsonElement parameters = Parameters.Of(record);
        if (mapping.Prefix == "secretsmanager" && Is(mapping, "BatchGetSecretValue") && Parameters.Has(parameters, "filters")) return actions.Add("secretsmanager:ListSecrets");
        bool writesObject = mapping.Prefix == "s3" && (Is(mapping, "PutObject") || Is(mapping, "CopyObject") || Is(mapping, "CreateMultipartUpload"));
        if (!writesObject || parameters.ValueKind != JsonValueKind.Object) return actions;
        if (Parameters.HasAny(parameters, "x-amz-acl", "x-amz-grant-")) actions = actions.Add("s3:PutObjectAcl");
        if (Parameters.HasAny(parameters, "x-amz-tagging")) actions = actions.Add("s3:PutObjectTagging");
        if (Parameters.HasAny(parameters, "x-amz-object-lock-mode", "x-amz-object-lock-retain-until-date")) actions = actions.Add("s3:PutObjectRetention");
        return Parameters.HasAny(parameters, "x-amz-object-lock-legal-hold") ? actions.Add("s3:PutObjectLegalHold") : actions;
    }

    /// <summary>Reading a version of an object needs the action on versions.</summary>
    private static ImmutableArray<string> OfVersions(string[] actions, CloudTrailRecord record, EventMapping mapping)
    {
        bool ofVersion = mapping.Prefix == "s3" && (Is(mapping, "GetObjectAttributes")
            ? Parameters.Has(Parameters.Of(record), "versionId")
            : CopySource.TryRead(record, out CopySource source) && source.VersionId is not null);
        return ofVersion
            ? [.. actions.Select(static action => action.Replace("s3:GetObject", "s3:GetObjectVersion", StringComparison.Ordinal))]
            : [.. actions];
    }

    /// <summary>Each item of a transaction and each statement needs the action of its verb.</summary>
    private static ImmutableArray<string> OfItems(string[] choices, JsonElement parameters)
    {
        List<string> found = [];
        foreach (JsonElement item in RecordJson.Items(RecordJson.Find(parameters, "transactItems")))
        {
            int verb = RecordJson.TryFind(item, "put", out _) ? 0 : RecordJson.TryFind(item, "update", out _) ? 1
                : RecordJson.TryFind(item, "delete", out _) ? 2 : RecordJson.TryFind(item, "conditionCheck", out _) ? 3 : -1;
            if (verb < 0) return [];
            found.Add(choices[verb]);
        }

        foreach (string? statement in StatementsOf(parameters))
        {
            int verb = Array.FindIndex(choices, choice => statement is not null && BeginsWith(statement, choice["dynamodb:PartiQL".Length..]));
            if (verb < 0) return [];
            found.Add(choices[verb]);
        }

        return [.. found.Distinct(StringComparer.Ordinal)];
    }

    private static IEnumerable<string?> StatementsOf(JsonElement parameters)
    {
        if (RecordJson.TryFind(parameters, "statement", out JsonElement one)) return [RecordJson.TextOf(one)];
        return RecordJson.Items(RecordJson.Find(parameters, "statements"))
            .Concat(RecordJson.Items(RecordJson.Find(parameters, "transactStatements")))
            .Select(static item => RecordJson.Text(item, "statement"));
    }

    private static bool BeginsWith(string statement, string verb)
    {
        ReadOnlySpan<char> text = statement.AsSpan().TrimStart();
        return text.StartsWith(verb, StringComparison.OrdinalIgnoreCase) && text.Length > verb.Length && char.IsWhiteSpace(text[verb.Length]);
    }

    private static bool Is(EventMapping mapping, string name) => mapping.Event.Equals(name, StringComparison.OrdinalIgnoreCase);
}
