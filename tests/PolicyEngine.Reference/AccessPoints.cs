using System.Text.RegularExpressions;

namespace PolicyEngine.Reference;

/// <summary>S3 access points: a request on one is several checks, each of which must allow.</summary>
internal static class AccessPoints
{
    // Actions that manage an access point; its last one answers for an Object Lambda function.
    private static readonly Regex Managing = Forms.Make("(create|delete|get|put)accesspoint(policy(status)?|configuration|publicaccessblock|scope)?(forobjectlambda)?|(create|delete|get|put)multiregionaccesspoint(policy(status)?|routes)?|describemultiregionaccesspointoperation|submitmultiregionaccesspointroutes|listtagsforresource|(un)?tagresource|writegetobjectresponse");
    private static readonly Regex Alias = Forms.Make(".*(-s3alias|--(ol|op|xa)-s3|\\.mrap)");
    private static readonly string[] Network = ["aws:SourceIp", "aws:SourceVpc", "aws:SourceVpce", "aws:SourceVpcArn", "aws:VpcSourceIp", "aws:VpceAccount", "aws:VpceOrgID", "aws:VpceOrgPaths"];
    private static readonly string[] OfOwner = ["aws:ResourceAccount", "s3:ResourceAccount", "aws:ResourceOrgID", "aws:ResourceOrgPaths"];

    /// <summary>Q-7: whether the policy of an access point is that of the resource.</summary>
    internal static bool IsOn(string action, string[] resource) => IsTold(action, resource) || (IsOther(action, resource) && Managing.IsMatch(Forms.Ascii(action.Split(':', 2)[1])));

    /// <summary>Q-7: access points of which nobody can tell more, and aliases, which end in what no bucket's name ends in.</summary>
    internal static bool IsUntold(string action, string[] resource) =>
        (IsOther(action, resource) && !IsOn(action, resource)) || (IsOfS3(action) && resource is ["arn", _, "s3" or "s3-object-lambda", _, _, var name] && Alias.IsMatch(name.Split('/')[0]));

    /// <summary>Q-7: whether a resource is an access point of which a set has a slot.</summary>
    private static bool IsTold(string action, string[] resource) =>
        IsOfS3(action) && resource is ["arn", _, "s3" or "s3-object-lambda", _, _, var name] && name.StartsWith("accesspoint/", StringComparison.Ordinal);

    /// <summary>Q-7: access points of directory buckets and on Outposts.</summary>
    private static bool IsOther(string action, string[] resource) => resource is ["arn", _, var of, _, _, var name] && (Forms.Ascii(action).Split(':')[0], of, name.Split('/')) switch
    {
        ("s3" or "s3-object-lambda" or "s3express", "s3express", ["accesspoint", _, ..]) => true,
        ("s3express", "s3express", ["bucket", var bucket, ..]) => Alias.IsMatch(bucket),
        ("s3-outposts", "s3-outposts", ["outpost", _, "accesspoint", _, ..]) => true,
        ("s3-outposts", "s3-outposts", ["outpost", _, "bucket", var bucket, ..]) => Alias.IsMatch(bucket),
        _ => false,
    };

    /// <summary>Q-7: whether S3 or S3 Object Lambda has an action.</summary>
    private static bool IsOfS3(string action) => Forms.Ascii(action).Split(':')[0] is "s3" or "s3-object-lambda";

    /// <summary>Q-7: the checks of a request; none where it is one itself.</summary>
    internal static List<ReferenceCheck> ChecksOf(PolicySet policies, AuthorizationRequest request, Func<ReferenceCheck, bool> mayAllowByIdentity)
    {
        string[] resource = request.Resource.Split(':', 6);
        string name = request.Action.Split(':', 2)[^1];
        if (!IsTold(request.Action, resource) || Managing.IsMatch(Forms.Ascii(name))) return [];
        string[] path = resource[5].Split('/', 4);
        string arn = string.Join(':', resource[..5]) + $":accesspoint/{path[1]}";
        string? key = path is [_, _, "object", var own] ? own : null;
        bool isFormed = path[1].Length > 0 && (path.Length == 2 || key is not null);
        AccessPoint slot = policies.AccessPoint;
        if (resource[2] == "s3") return Two(policies, request, arn, key, isFormed, resource[3].Length == 0, mayAllowByIdentity);

        string? behind = slot.Supporting?.Arn is { } told && (key is not null || Forms.Ascii(name).StartsWith("listbucket", StringComparison.Ordinal)) ? told + (key is null ? "" : $"/object/{key}") : null;
        string[] parts = behind?.Split(':', 6) ?? [];
        bool isTold = isFormed && parts is [_, _, "s3", ..] && IsTold("s3:x", parts) && !(slot.Origin == AccessPointOrigin.Vpc && slot.VpcId is null);
        List<ReferenceCheck> all = [new(policies, Copy(request, request.Action, arn, request.ResourceAccount, []), LacksFacts: !isTold)];
        if (!isTold) return all;
        (string, ContextValue)[] forwarded = [("aws:CalledVia", ContextValue.OfList("s3-object-lambda.amazonaws.com")), ("aws:ViaAWSService", ContextValue.Of("true")), .. Network.Select(static n => (n, ContextValue.Unknown))];
        AuthorizationRequest asked = new(request.Principal, "s3:" + name, behind!, Keys(request.Context, n => forwarded.Any(f => Same(f.Item1, n)), forwarded)) { IsResourceInManagementAccount = request.IsResourceInManagementAccount, IsResourceManagedByAws = request.IsResourceManagedByAws, HasServiceGrant = request.HasServiceGrant, BlocksPublicAccess = request.BlocksPublicAccess };
        return [.. all, .. ChecksOf(policies with { AccessPoint = slot.Supporting! with { Supporting = null } }, asked, mayAllowByIdentity)];
    }

    /// <summary>Q-7: the access point, then the bucket; who owns the bucket is told by the slot alone.</summary>
    private static List<ReferenceCheck> Two(PolicySet policies, AuthorizationRequest request, string arn, string? key, bool isFormed, bool isMultiRegion, Func<ReferenceCheck, bool> mayAllowByIdentity)
    {
        AccessPoint slot = policies.AccessPoint;
        string? bucket = isFormed && slot.BucketArn?.Split(':', 6) is ["arn", _, "s3", _, "", { Length: > 0 } id] && !id.Contains('/', StringComparison.Ordinal) && Arn.TryParse(slot.BucketArn, out _) ? slot.BucketArn : null;
        string? origin = slot.Origin switch { AccessPointOrigin.Internet => "Internet", AccessPointOrigin.Vpc => "VPC", _ => isMultiRegion ? "Internet" : null };
        (string, ContextValue)[] keys = [("s3:DataAccessPointArn", ContextValue.Of(arn)), ("s3:DataAccessPointAccount", ContextValue.Of(arn.Split(':')[4])), ("s3:AccessPointNetworkOrigin", origin is null ? ContextValue.Unknown : ContextValue.Of(origin))];
        ReferenceCheck first = new(policies, Copy(request, request.Action, request.Resource, request.ResourceAccount, keys), bucket is null || origin is null || (origin == "VPC" && slot.VpcId is null));
        return bucket is null ? [first] : [first, new(policies, Copy(request, request.Action, key is null ? bucket : $"{bucket}/{key}", slot.BucketAccount, keys), IsAllowedByIdentity: mayAllowByIdentity(first))];
    }

    /// <summary>Q-7: the same request for another resource. What tells of the owner is that of the new one, or unknown.</summary>
    private static AuthorizationRequest Copy(AuthorizationRequest r, string action, string resource, string? account, (string Name, ContextValue Value)[] keys)
    {
        string[] parts = r.Resource.Split(':', 6);
        bool isElsewhere = r.Resource != resource && account != (parts is [_, _, _, _, { Length: > 0 } own, _] ? own : r.ResourceAccount);
        IEnumerable<(string, ContextValue)> ofOwner = r.Context.Where(e => isElsewhere && OfOwner.Any(o => Same(o, e.Key))).Select(e => (e.Key, account is not null && e.Key.EndsWith("ResourceAccount", StringComparison.OrdinalIgnoreCase) ? ContextValue.Of(account) : ContextValue.Unknown));
        (string, ContextValue)[] added = [.. keys.Where(k => !Conditions.Find(r.Context, k.Name).Any()), .. ofOwner];
        return new AuthorizationRequest(r.Principal, action, resource, Keys(r.Context, n => isElsewhere && OfOwner.Any(o => Same(o, n)), added)) { ResourceAccount = account, IsResourceInManagementAccount = r.IsResourceInManagementAccount && !isElsewhere, IsResourceManagedByAws = r.IsResourceManagedByAws, HasServiceGrant = r.HasServiceGrant, BlocksPublicAccess = r.BlocksPublicAccess, Endpoint = r.Endpoint };
    }

    /// <summary>Q-7: some keys in place of others.</summary>
    private static RequestContext Keys(RequestContext before, Func<string, bool> isLeftOut, (string Name, ContextValue Value)[] added)
    {
        RequestContextBuilder all = new();
        foreach ((string name, ContextValue value) in before.Where(e => !isLeftOut(e.Key)).Select(static e => (e.Key, e.Value)).Concat(added)) all.Set(name, value);
        return all.Build();
    }

    /// <summary>L-112: names of keys ignore letter case.</summary>
    private static bool Same(string a, string b) => a.Equals(b, StringComparison.OrdinalIgnoreCase);
}
