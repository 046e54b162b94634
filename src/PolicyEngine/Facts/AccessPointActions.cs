using System.Text;

namespace PolicyEngine.Facts;

/// <summary>Actions on an S3 access point that manage it, and do not reach the bucket behind it.</summary>
/// <remarks>As of 2026-11. AWS: <see href="https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazons3.html">Actions, resources, and
/// condition keys for Amazon S3</see>, <see href="https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazons3objectlambda.html">for
/// Amazon S3 Object Lambda</see>. An action that is not here is taken to reach the bucket.</remarks>
internal static class AccessPointActions
{
    /// <summary>The longest beginning of the name of an action of which all are on the bucket itself, and on no object.</summary>
    private const string OnBucket = "ListBucket";

    private static readonly string[] Managing =
    [
        "CreateAccessPoint", "DeleteAccessPoint", "DeleteAccessPointPolicy", "DeleteAccessPointScope", "GetAccessPoint", "GetAccessPointPolicy",
        "GetAccessPointPolicyStatus", "GetAccessPointScope", "PutAccessPointPolicy", "PutAccessPointPublicAccessBlock", "PutAccessPointScope",
        "CreateAccessPointForObjectLambda", "DeleteAccessPointForObjectLambda", "DeleteAccessPointPolicyForObjectLambda",
        "GetAccessPointConfigurationForObjectLambda", "GetAccessPointForObjectLambda", "GetAccessPointPolicyForObjectLambda",
        "GetAccessPointPolicyStatusForObjectLambda", "PutAccessPointConfigurationForObjectLambda", "PutAccessPointPolicyForObjectLambda",
        "CreateMultiRegionAccessPoint", "DeleteMultiRegionAccessPoint", "DescribeMultiRegionAccessPointOperation", "GetMultiRegionAccessPoint",
        "GetMultiRegionAccessPointPolicy", "GetMultiRegionAccessPointPolicyStatus", "GetMultiRegionAccessPointRoutes", "PutMultiRegionAccessPointPolicy",
        "SubmitMultiRegionAccessPointRoutes", "ListTagsForResource", "TagResource", "UntagResource", "WriteGetObjectResponse",
    ];

    /// <summary>True where an action, by its name without the service, manages the access point; letter case ignored.</summary>
    internal static bool Manage(ReadOnlySpan<char> name)
    {
        foreach (string own in Managing)
        {
            if (Ascii.EqualsIgnoreCase(name, own)) return true;
        }

        return false;
    }

    /// <summary>True where an action, by its name without the service, is on the bucket and needs no key of an object.</summary>
    internal static bool AreOnBucket(ReadOnlySpan<char> name) => name.StartsWith(OnBucket, StringComparison.OrdinalIgnoreCase);
}
