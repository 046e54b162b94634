using System.Text;
using PolicyEngine.Facts;
using PolicyEngine.Language;

namespace PolicyEngine.Requests;

/// <summary>Finds the traits of a request.</summary>
internal static class RequestTraitsReader
{
    /// <summary>The shortest and the longest of the services that are asked for.</summary>
    private const int MinService = 2;
    private const int MaxService = 3;
    private const string S3 = "s3";
    private const string ObjectLambda = "s3-object-lambda";
    private const int ObjectLambdaLength = 16;

    private static readonly string[] BucketPolicyActions = ["GetBucketPolicy", "PutBucketPolicy", "DeleteBucketPolicy"];
    private static readonly string[] QueuePolicyActions = ["GetQueueAttributes", "SetQueueAttributes"];
    private static readonly string[] AliasActions = ["CreateAlias", "UpdateAlias", "DeleteAlias"];

    private static readonly string[] RoleActions = ["AssumeRole", "AssumeRoleWithSAML", "AssumeRoleWithWebIdentity"];

    /// <summary>The traits of an action on a resource.</summary>
    internal static RequestTraits Of(string action, int colon, string resource, bool hasParts, ArnParts parts)
    {
        if (colon is (< MinService or > MaxService) and not ObjectLambdaLength) return RequestTraits.None;
        ReadOnlySpan<char> name = action.AsSpan(colon + 1);
        ReadOnlySpan<char> target = hasParts ? parts.Of(resource, 5) : default;
        return action.AsSpan(0, colon) switch
        {
            var service when Ascii.EqualsIgnoreCase(service, S3) => OfS3(name) | OfAccessPoint(name, resource, target, parts),
            var service when Ascii.EqualsIgnoreCase(service, ObjectLambda) => OfAccessPoint(name, resource, target, parts),
            var service when Ascii.EqualsIgnoreCase(service, "sqs") => IsOneOf(name, QueuePolicyActions) ? RequestTraits.HandlesQueuePolicy : RequestTraits.None,
            var service when Ascii.EqualsIgnoreCase(service, "sts") => OfSts(name, target, hasParts && IsOf("iam", resource, parts)),
            var service when Ascii.EqualsIgnoreCase(service, "iam") => Ascii.EqualsIgnoreCase(name, "PassRole") ? RequestTraits.PassesRole : RequestTraits.None,
            var service when Ascii.EqualsIgnoreCase(service, "kms") => OfKms(name, resource, target, hasParts && IsOf("kms", resource, parts)),
            _ => RequestTraits.None,
        };
    }

    private static RequestTraits OfS3(ReadOnlySpan<char> name) => IsOneOf(name, BucketPolicyActions) ? RequestTraits.HandlesBucketPolicy : RequestTraits.None;

    /// <summary>AWS: names of buckets end in none of the suffixes that aliases of access points have,
    /// <see href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html">General purpose bucket naming rules</see>.</summary>
    private static RequestTraits OfAccessPoint(ReadOnlySpan<char> name, string resource, ReadOnlySpan<char> target, ArnParts parts)
    {
        if (target.StartsWith("accesspoint/")) return !IsOfStorage(resource, parts) ? RequestTraits.None : AccessPointActions.Manage(name) ? RequestTraits.OnAccessPoint : RequestTraits.OnAccessPoint | RequestTraits.ThroughAccessPoint;
        int slash = target.IndexOf('/');
        ReadOnlySpan<char> bucket = slash < 0 ? target : target[..slash];
        bool isAlias = bucket is [.., '3' or 's'] && (bucket.EndsWith("-s3alias") || bucket.EndsWith("--ol-s3"));
        return isAlias && IsOfStorage(resource, parts) ? RequestTraits.NamesAccessPointAlias : RequestTraits.None;
    }

    private static bool IsOfStorage(string resource, ArnParts parts) => IsOf(S3, resource, parts) || IsOf(ObjectLambda, resource, parts);

    /// <summary>True for the ARN of a resource of a service.</summary>
    private static bool IsOf(string service, string resource, ArnParts parts) => parts.Of(resource, 0) is "arn" && parts.Of(resource, 2).SequenceEqual(service);

    /// <summary>What limits is found by the end of any text, what exempts in an ARN of the service alone.</summary>
    private static RequestTraits OfSts(ReadOnlySpan<char> name, ReadOnlySpan<char> target, bool isOfIam)
    {
        bool assumes = Ascii.EqualsIgnoreCase(name, "AssumeRole") || Ascii.EqualsIgnoreCase(name, "AssumeRoot");
        RequestTraits traits = assumes ? RequestTraits.AssumesRole : RequestTraits.None;
        if (target.StartsWith("role/") || IsOneOf(name, RoleActions)) traits |= RequestTraits.TargetsRole;
        if (isOfIam && target.StartsWith("role/aws-service-role/")) traits |= RequestTraits.TargetsServiceLinkedRole;
        return traits;
    }

    private static RequestTraits OfKms(ReadOnlySpan<char> name, string resource, ReadOnlySpan<char> target, bool isOfKms)
    {
        bool isAlias = isOfKms && target.StartsWith("alias/");
        RequestTraits traits = isAlias && target.StartsWith("alias/aws/") ? RequestTraits.UsesAwsManagedKey : RequestTraits.None;
        bool usesKey = resource != "*" && !(isAlias && IsOneOf(name, AliasActions));
        return usesKey ? traits | RequestTraits.UsesKey : traits;
    }

    private static bool IsOneOf(ReadOnlySpan<char> name, string[] names)
    {
        foreach (string known in names)
        {
            if (Ascii.EqualsIgnoreCase(name, known)) return true;
        }

        return false;
    }
}
