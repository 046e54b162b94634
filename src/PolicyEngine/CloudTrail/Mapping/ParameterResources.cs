using System.Text.Json;
using PolicyEngine.Facts;
using PolicyEngine.Language;

namespace PolicyEngine.CloudTrail.Mapping;

/// <summary>Builds the ARNs of resources from the parameters of a call. What the parameters do not settle stays unknown.</summary>
/// <remarks>AWS: <see href="https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html">Actions, resources, and condition keys for AWS services</see>.</remarks>
internal sealed class ParameterResources(CloudTrailRecord record, RequestPrincipal caller)
{
    private readonly JsonElement parameters = Parameters.Of(record);
    private readonly string partition = (record.AwsRegion is { } named ? RegionName.FindPartition(named) : null) ?? caller.Partition;

    /// <summary>Names in calls are those of the caller's own account.</summary>
    private readonly string? account = caller.Account ?? record.RecipientAccountId;

    /// <summary>The ARNs that an action is on; none when they are not known.</summary>
    internal IReadOnlyList<string> Find(string action, EventMapping mapping)
    {
        string prefix = action[..action.IndexOf(':', StringComparison.Ordinal)];
        IEnumerable<string?> found = prefix switch
        {
            "s3" => [S3(action)],
            "secretsmanager" => Secrets(action),
            "lambda" => [Function(action)],
            "dynamodb" => Tables(),
            "sqs" => [Queue()],
            "sns" => [Topic()],
            "kms" when !action.EndsWith("Alias", StringComparison.OrdinalIgnoreCase) => [Key(action)],
            "sts" => [Role(action)],
            "ec2" => Ec2(action),
            "bedrock" => [Model()],
            "ssm" => SystemsManagerParameters(action),
            "apigateway" => [RestApi(mapping)],
            _ => [],
        };
        List<string> arns = [];
        foreach (string? arn in found)
        {
            if (arn is null) return [];
            arns.Add(arn);
        }

        return arns.Count > 0 ? arns : ResourceTemplates.Find(action, Values);
    }

    /// <summary>What a template asks for: a fact of the call, a parameter, or the elements of a list.</summary>
    private IReadOnlyList<string> Values(string name)
    {
        int slash = name.IndexOf('/', StringComparison.Ordinal);
        if (slash >= 0) return [.. Parameters.Texts(parameters, name[..slash], slash == name.Length - 1 ? null : name[(slash + 1)..])];
        string? value = name switch
        {
            "partition" => partition,
            "region" => record.AwsRegion,
            "account" => account,
            "caller" => caller.Kind == CallerType.User && !MayNameUser ? caller.Arn?.Text : null,
            "path" => Text("path") is { } path && path.StartsWith('/') && path.EndsWith('/') ? path : null,
            _ => Text(name),
        };
        return value is null ? [] : [value];
    }

    /// <summary>True where the call names a user, or its parameters were left out.</summary>
    private bool MayNameUser => RecordJson.TryFind(record.RequestParameters, "userName", out _) || RecordJson.TryFind(record.RequestParameters, "omitted", out _);

    /// <summary>A foundation model by its id. An inference profile calls models that the record does not name.</summary>
    private string? Model()
    {
        if (Text("modelId") is not { } id) return null;
        if (IsArn(id)) return id.Contains(":inference-profile/", StringComparison.Ordinal) || id.Contains(":application-inference-profile/", StringComparison.Ordinal) ? null : id;
        int dot = id.IndexOf('.', StringComparison.Ordinal);
        bool isProfile = dot < 0 || id[..dot] is "us" or "eu" or "apac" or "global" or "us-gov" or "au" or "ca" or "jp" or "sa";
        return isProfile || record.AwsRegion is not { } region ? null : $"arn:{partition}:bedrock:{region}::foundation-model/{id}";
    }

    private IEnumerable<string?> Ec2(string action)
    {
        bool tags = action is "ec2:CreateTags" or "ec2:DeleteTags";
        return tags
            ? Parameters.Texts(parameters, "resourcesSet", "resourceId").Select(id => ResourceTemplates.Ec2Resource(id) is { } resource ? Build("ec2", resource) : null)
            : Instances(action);
    }

    /// <summary>A pattern for the ARN of a secret whose name is known; AWS appends six characters.</summary>
    internal string? FindCandidate(EventMapping mapping)
    {
        if (mapping.Prefix != "secretsmanager" || Text("secretId") is not { } name) return null;
        if (name.StartsWith("arn:", StringComparison.Ordinal)) return $"{name}-??????";
        return Build("secretsmanager", $"secret:{name}-??????");
    }

    private string? S3(string action)
    {
        bool isCopy = CopySource.TryRead(record, out CopySource source);
        bool isSource = isCopy && action.StartsWith("s3:GetObject", StringComparison.OrdinalIgnoreCase);
        string? bucket = isSource ? source.Bucket : Text("bucketName");
        string? key = isSource ? source.Key : Text("key");
        if (bucket is null || (ResourceTypeCheck.IsOnObject(action) && key is null)) return null;
        bool isArn = bucket.StartsWith("arn:", StringComparison.Ordinal);
        if (!ResourceTypeCheck.IsOnObject(action)) return isArn ? bucket : $"arn:{partition}:s3:::{bucket}";
        return isArn ? $"{bucket}/object/{key}" : $"arn:{partition}:s3:::{bucket}/{key}";
    }

    private IEnumerable<string?> Secrets(string action)
    {
        if (action != "secretsmanager:GetSecretValue" || !RecordJson.TryFind(parameters, "secretIdList", out _)) return [Secret(Text("secretId"))];
        return Parameters.Texts(parameters, "secretIdList").Select(Secret);
    }

    /// <summary>The full ARN of a secret ends with a hyphen and six letters or digits.</summary>
    private static string? Secret(string? id)
    {
        bool isFull = id is { Length: > 7 } && id.StartsWith("arn:", StringComparison.Ordinal) && id[^7] == '-' && id[^6..].All(char.IsAsciiLetterOrDigit);
        return isFull ? id : null;
    }

    private string? Function(string action)
    {
        if (Text("functionName") is not { } name) return Text("layerName") is { } layer && !IsArn(layer) ? Build("lambda", $"layer:{layer}") : null;
        string? qualifier = action == "lambda:InvokeFunction" ? Text("qualifier") : null;
        string suffix = qualifier is null ? "" : $":{qualifier}";
        if (IsArn(name)) return name.Split(':').Length == 7 ? name + suffix : name;
        int function = name.IndexOf("function:", StringComparison.Ordinal);
        if (function == 0) return Build("lambda", name + suffix);
        string[] parts = name.Split(':');
        if (!AccountId.IsValid(parts[0])) return Build("lambda", $"function:{name}{(parts.Length == 1 ? suffix : "")}");
        string rest = string.Join(':', parts[1..]);
        return Build("lambda", function > 0 ? rest + suffix : $"function:{rest}{suffix}", parts[0]);
    }

    private IEnumerable<string?> Tables()
    {
        if (Text("tableName") is { } table) return [Table(table, Text("indexName"))];
        if (RecordJson.TryFind(parameters, "requestItems", out JsonElement items) && items.ValueKind == JsonValueKind.Object)
        {
            return items.EnumerateObject().Select(item => Table(item.Name, null));
        }

        return RecordJson.Items(RecordJson.Find(parameters, "transactItems")).Select(item =>
            item.ValueKind == JsonValueKind.Object && item.EnumerateObject().FirstOrDefault().Value is { ValueKind: JsonValueKind.Object } operation
                && RecordJson.Text(operation, "tableName") is { } name ? Table(name, null) : null).Distinct(StringComparer.Ordinal);
    }

    private string? Table(string name, string? index)
    {
        string? arn = IsArn(name) ? name : Build("dynamodb", $"table/{name}");
        return index is null || arn is null ? arn : $"{arn}/index/{index}";
    }

    private string? Queue()
    {
        if (Text("queueUrl") is not { } url) return Text("queueName") is { } name ? Build("sqs", name) : null;
        string[] parts = url.Split('/');
        return parts.Length >= 2 && AccountId.IsValid(parts[^2]) ? Build("sqs", parts[^1], parts[^2]) : null;
    }

    private string? Topic()
    {
        string? arn = Text("topicArn") ?? Text("targetArn");
        if (arn is not null) return IsArn(arn) ? arn : null;
        return Text("name") is { } name ? Build("sns", name) : null;
    }

    private string? Key(string action)
    {
        string? id = action.EndsWith("ReEncryptFrom", StringComparison.OrdinalIgnoreCase) ? Text("sourceKeyId")
            : action.EndsWith("ReEncryptTo", StringComparison.OrdinalIgnoreCase) ? Text("destinationKeyId") : Text("keyId");
        return id is not null && ResourceTypeCheck.IsOfTypeOf("kms:Decrypt", id) ? id : null;
    }

    private string? Role(string action)
    {
        if (action.Equals("sts:GetFederationToken", StringComparison.OrdinalIgnoreCase)) return Text("name") is { } user && account is not null ? $"arn:{partition}:sts::{account}:federated-user/{user}" : null;
        return Text("roleArn") is { } role && IsArn(role) ? role : null;
    }

    private IEnumerable<string?> Instances(string action)
    {
        if (!action.Contains("Instance", StringComparison.OrdinalIgnoreCase) || action.Contains("RunInstances", StringComparison.OrdinalIgnoreCase)) return [];
        IEnumerable<string> ids = Text("instanceId") is { } one ? [one] : Parameters.Texts(parameters, "instancesSet", "instanceId");
        return ids.Select(id => Build("ec2", $"instance/{id}"));
    }

    private IEnumerable<string?> SystemsManagerParameters(string action)
    {
        bool isOnParameter = action.Contains("Parameter", StringComparison.OrdinalIgnoreCase);
        if (!isOnParameter) return [];
        IEnumerable<string> names = Text("name") is { } one ? [one] : Parameters.Texts(parameters, "names");
        return names.Select(name => IsArn(name) ? name : Build("ssm", $"parameter/{name.TrimStart('/')}"));
    }

    private string? RestApi(EventMapping mapping)
    {
        if (mapping.Path is not { } path || record.AwsRegion is not { } region) return null;
        foreach (string name in (ReadOnlySpan<string>)["restApiId", "resourceId", "httpMethod"])
        {
            if (!path.Contains($"{{{name}}}", StringComparison.Ordinal)) continue;
            if (Text(name) is not { } value) return null;
            path = path.Replace($"{{{name}}}", value, StringComparison.Ordinal);
        }

        return $"arn:{partition}:apigateway:{region}::{path}";
    }

    private string? Build(string service, string resource, string? owner = null) =>
        record.AwsRegion is { } region && (owner ?? account) is { } holder ? $"arn:{partition}:{service}:{region}:{holder}:{resource}" : null;

    private string? Text(string name) => Parameters.Text(parameters, name);

    private static bool IsArn(string text) => text.StartsWith("arn:", StringComparison.Ordinal);
}
