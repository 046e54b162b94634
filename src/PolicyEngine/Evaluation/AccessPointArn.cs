using PolicyEngine.Language;

namespace PolicyEngine.Evaluation;

/// <summary>The ARN of an S3 access point in the resource of a request, and the key of the object that it names.</summary>
/// <param name="Text">The ARN, without the object.</param>
/// <param name="Account">The account of the access point.</param>
/// <param name="Key">The key of the object; null where the resource is the access point itself.</param>
/// <param name="HasForm">True where what follows the name of the access point is an object, or nothing.</param>
/// <param name="IsObjectLambda">True for an Object Lambda access point.</param>
/// <param name="IsMultiRegion">True for a multi-Region access point, which has no Region.</param>
internal readonly record struct AccessPointArn(string Text, string Account, string? Key, bool HasForm, bool IsObjectLambda, bool IsMultiRegion)
{
    private const string Type = "accesspoint/";
    private const string ObjectPart = "/object/";

    /// <summary>Reads the resource of a request that is on an access point.</summary>
    internal static AccessPointArn Of(AuthorizationRequest request)
    {
        string resource = request.MatchedResource;
        ArnParts parts = request.ResourceParts;
        int name = parts.C5 + 1 + Type.Length;
        int slash = resource.IndexOf('/', name);
        string text = slash < 0 ? resource : resource[..slash];
        bool isObject = slash >= 0 && resource.AsSpan(slash).StartsWith(ObjectPart);
        return new AccessPointArn(
            text, parts.Of(resource, 4).ToString(), isObject ? resource[(slash + ObjectPart.Length)..] : null, (slash < 0 || isObject) && text.Length > name,
            parts.Of(resource, 2) is not "s3", parts.Of(resource, 3).IsEmpty);
    }

    /// <summary>An object at an access point.</summary>
    internal static string WithKey(string arn, string? key) => key is null ? arn : arn + ObjectPart + key;
}
