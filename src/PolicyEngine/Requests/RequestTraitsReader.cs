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
    private const string Express = "s3express";
    private const int ExpressLength = 9;
    private const string Outposts = "s3-outposts";
    private const int OutpostsLength = 11;
    private const string AccessPoint = "accesspoint/";

    private static readonly string[] BucketPolicyActions = ["GetBucketPolicy", "PutBucketPolicy", "DeleteBucketPolicy"];
    private static readonly string[] QueuePolicyActions = ["GetQueueAttributes", "SetQueueAttributes"];
    private static readonly string[] AliasActions = ["CreateAlias", "UpdateAlias", "DeleteAlias"];

    private static readonly string[] RoleActions = ["AssumeRole", "AssumeRoleWithSAML", "AssumeRoleWithWebIdentity"];

    /// <summary>The traits of an action on a resource.</summary>
    internal static RequestTraits Of(string action, int colon, string resource, bool hasParts, ArnParts parts)
    {
        if (colon is (< MinService or > MaxService) and not (ObjectLambdaLength or ExpressLength or OutpostsLength)) return RequestTraits.None;
        ReadOnlySpan<char> name = action.AsSpan(colon + 1);
        ReadOnlySpan<char> target = hasParts ? parts.Of(resource, 5) : default;
        return action.AsSpan(0, colon) switch
        {
            var service when Ascii.EqualsIgnoreCase(service, S3) => OfS3(name) | OfAccessPoint(name, resource, target, parts),
            var service when Ascii.EqualsIgnoreCase(service, ObjectLambda) => OfAccessPoint(name, resource, target, parts),
            var service when Ascii.EqualsIgnoreCase(service, Express) => OfExpress(name, resource, target, parts),
            var service when Ascii.EqualsIgnoreCase(service, Outposts) => OfOutposts(name, resource, target, parts),
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
        if (target.StartsWith(AccessPoint)) return IsOfStorage(resource, parts) ? OfTold(name) : OfExpress(name, resource, target, parts);
        ReadOnlySpan<char> bucket = FirstOf(target);
        bool isAlias = bucket is [.., '3' or 's' or 'p'] && EndsAsAlias(bucket);
        return isAlias && IsOfStorage(resource, parts) ? RequestTraits.NamesUntoldAccessPoint : RequestTraits.None;
    }

    private static RequestTraits OfTold(ReadOnlySpan<char> name) =>
        AccessPointActions.Manage(name) ? RequestTraits.OnAccessPoint : RequestTraits.OnAccessPoint | RequestTraits.ThroughAccessPoint;

    private static RequestTraits OfUntold(ReadOnlySpan<char> name) => AccessPointActions.Manage(name) ? RequestTraits.OnAccessPoint : RequestTraits.NamesUntoldAccessPoint;

    /// <summary>AWS: the access points of a directory bucket have a scope besides,
    /// <see href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-points-directory-buckets.html">Access points for directory buckets</see>.</summary>
    private static RequestTraits OfExpress(ReadOnlySpan<char> name, string resource, ReadOnlySpan<char> target, ArnParts parts)
    {
        const string bucket = "bucket/";
        bool isOn = target.StartsWith(AccessPoint);
        bool isAlias = !isOn && target.StartsWith(bucket) && EndsAsAlias(FirstOf(target[bucket.Length..]));
        return (isOn || isAlias) && IsOf(Express, resource, parts) ? OfUntold(name) : RequestTraits.None;
    }

    /// <summary>AWS: <c>outpost/ID/accesspoint/NAME</c> and <c>outpost/ID/bucket/NAME</c>,
    /// <see href="https://docs.aws.amazon.com/AmazonS3/latest/s3-outposts/S3OutpostsIAM.html">Setting up IAM with S3 on Outposts</see>.</summary>
    private static RequestTraits OfOutposts(ReadOnlySpan<char> name, string resource, ReadOnlySpan<char> target, ArnParts parts)
    {
        const string outpost = "outpost/";
        const string bucket = "bucket/";
        if (!target.StartsWith(outpost) || !IsOf(Outposts, resource, parts)) return RequestTraits.None;
        ReadOnlySpan<char> rest = target[outpost.Length..];
        rest = rest[Math.Min(rest.Length, FirstOf(rest).Length + 1)..];
        bool isOn = rest.StartsWith(AccessPoint) || (rest.StartsWith(bucket) && EndsAsAlias(FirstOf(rest[bucket.Length..])));
        return isOn ? OfUntold(name) : RequestTraits.None;
    }

    private static ReadOnlySpan<char> FirstOf(ReadOnlySpan<char> path)
    {
        int slash = path.IndexOf('/');
        return slash < 0 ? path : path[..slash];
    }

    private static bool EndsAsAlias(ReadOnlySpan<char> bucket) =>
        bucket.EndsWith("-s3alias") || bucket.EndsWith("--ol-s3") || bucket.EndsWith("--op-s3") || bucket.EndsWith("--xa-s3") || bucket.EndsWith(".mrap");

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
