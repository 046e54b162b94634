using System.Text;

namespace PolicyEngine.Requests.Derivation;

/// <summary>Finds the Region that a call goes to, where it is not told.</summary>
/// <remarks>AWS: <see href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-requestedregion">aws:RequestedRegion</see>.</remarks>
internal static class CalledRegion
{
    private static readonly string[] GlobalServices = ["iam", "cloudfront", "route53", "organizations", "support", "waf", "shield"];

    /// <summary>The Region of the endpoint, of the resource, or the control Region of a global service; null where none is known.</summary>
    internal static string? Of(CallFacts call)
    {
        if (call.Path.EndpointRegion is { } ofEndpoint) return ofEndpoint;
        if (Arn.TryParse(call.Resource, out Arn? arn) && !arn.Region.IsEmpty) return arn.Region.ToString();
        string service = call.Action.Split(':')[0];
        bool isGlobal = Array.Exists(GlobalServices, known => Ascii.EqualsIgnoreCase(known, service));
        return isGlobal ? ControlRegionOf(call.Caller.Partition) : null;
    }

    /// <summary>In China some global services are at home in Beijing and others in Ningxia, so that the Region is not known.</summary>
    private static string? ControlRegionOf(string partition) => partition switch
    {
        "aws" => "us-east-1",
        "aws-us-gov" => "us-gov-west-1",
        _ => null,
    };
}
