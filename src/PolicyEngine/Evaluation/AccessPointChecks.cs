using PolicyEngine.Facts;
using PolicyEngine.Requests;
using PolicyEngine.Requests.Derivation;

namespace PolicyEngine.Evaluation;

/// <summary>The checks of a request on an S3 access point: on the access point, then on its bucket; on an Object Lambda access point before them on itself.</summary>
/// <remarks>AWS: <see href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-points-policies.html">Configuring IAM policies for using access points</see>,
/// <see href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/olap-policies.html">Configuring IAM policies for Object Lambda access points</see>.
/// A check of which not all is told that could deny it is the last one.</remarks>
internal sealed class AccessPointChecks(CompiledPolicySet policies, AuthorizationRequest request, AuthorizationOptions options)
{
    private const string ObjectLambdaService = "s3-object-lambda.amazonaws.com";

    private readonly List<Check> checks = [];

    /// <summary>The checks in order.</summary>
    internal static List<Check> Of(CompiledPolicySet policies, AuthorizationRequest request, AuthorizationOptions options)
    {
        AccessPointChecks all = new(policies, request, options);
        AccessPointArn arn = AccessPointArn.Of(request);
        if (arn.IsObjectLambda) all.AddObjectLambda(arn);
        else all.AddAccessPointAndBucket(arn, policies, request);
        return all.checks;
    }

    private void AddObjectLambda(AccessPointArn arn)
    {
        AccessPoint slot = policies.Source.AccessPoint;
        string action = $"s3:{request.Action.AsSpan(request.ActionColon + 1)}";
        bool isKeyTold = arn.Key is not null || AccessPointActions.AreOnBucket(request.Action.AsSpan(request.ActionColon + 1));
        AuthorizationRequest? supporting = slot.Supporting?.Arn is { } told && isKeyTold && arn.HasForm ? Forward(action, AccessPointArn.WithKey(told, arn.Key)) : null;
        bool isTold = supporting is { HasSeveralChecks: true } && !AccessPointArn.Of(supporting).IsObjectLambda && LacksOrigin(slot, arn) == false;
        Add(policies, CheckOf(request, request.Action, arn.Text, request.ResourceAccount, [], isTold ? AccessPointCheck.IsCheck : AccessPointCheck.LacksFacts));
        if (isTold) AddAccessPointAndBucket(AccessPointArn.Of(supporting!), policies.Supporting!, supporting!);
    }

    private void AddAccessPointAndBucket(AccessPointArn arn, CompiledPolicySet own, AuthorizationRequest asked)
    {
        AccessPoint slot = own.Source.AccessPoint;
        string? bucket = slot.BucketArn is { } told && IsBucket(told) && arn.HasForm ? told : null;
        ContextValue origin = OriginOf(slot, arn) switch
        {
            AccessPointOrigin.Internet => ContextValue.Of("Internet"),
            AccessPointOrigin.Vpc => ContextValue.Of("VPC"),
            _ => ContextValue.Unknown,
        };
        (string, ContextValue)[] keys = [("s3:DataAccessPointArn", ContextValue.Of(arn.Text)), ("s3:DataAccessPointAccount", ContextValue.Of(arn.Account)), ("s3:AccessPointNetworkOrigin", origin)];
        bool lacksFacts = bucket is null || LacksOrigin(slot, arn);
        AuthorizationRequest access = CheckOf(asked, asked.Action, asked.Resource, asked.ResourceAccount, keys, lacksFacts ? AccessPointCheck.LacksFacts : AccessPointCheck.IsCheck);
        Add(own, access);
        if (bucket is null) return;
        bool isAllowed = new DecisionReview(own, checks[^1].Request, options).Logic.MayAllowByIdentity;
        string resource = arn.Key is null ? bucket : $"{bucket}/{arn.Key}";
        Add(own, CheckOf(asked, asked.Action, resource, slot.BucketAccount, keys, isAllowed ? AccessPointCheck.IsAllowedByIdentity : AccessPointCheck.IsCheck));
    }

    private void Add(CompiledPolicySet own, AuthorizationRequest check) =>
        checks.Add(new Check(own, check.WithDerivedKeys(own.AskedKeys.With(ConditionKeys.SourceVpc))));

    /// <summary>True where it is not told from where the access point takes calls.</summary>
    private static bool LacksOrigin(AccessPoint slot, AccessPointArn arn) => OriginOf(slot, arn) switch
    {
        AccessPointOrigin.Internet => false,
        AccessPointOrigin.Vpc => slot.VpcId is null,
        _ => true,
    };

    /// <summary>AWS: multi-Region access points take calls from everywhere, and an Object Lambda access point leads to that which supports it.</summary>
    private static AccessPointOrigin OriginOf(AccessPoint slot, AccessPointArn arn) =>
        slot.Origin == AccessPointOrigin.Unknown && (arn.IsMultiRegion || arn.IsObjectLambda) ? AccessPointOrigin.Internet : slot.Origin;

    private static bool IsBucket(string arn) => Arn.TryParse(arn, out Arn? parsed) && parsed.Service is "s3" && parsed.Account.IsEmpty && !parsed.Resource.IsEmpty && !parsed.Resource.Contains('/');

    /// <summary>What S3 Object Lambda asks of the access point behind it, for the caller.</summary>
    private AuthorizationRequest Forward(string action, string resource)
    {
        RequestContextBuilder forwarded = Copy(request.Context, static name => name is "aws:CalledVia" or "aws:ViaAWSService" || ConditionKeys.IsOfNetwork(name));
        forwarded.SetList(ConditionKeys.CalledVia, ObjectLambdaService).Set(ConditionKeys.ViaAWSService, ContextValue.Of("true"));
        // AWS's pages do not say over which network it asks.
        foreach (ConditionKey key in ConditionKeys.OfNetwork) forwarded.SetUnknown(key.Name);
        RequestCircumstances around = request.Circumstances;
        around.Endpoint = null;
        around.ResourceAccount = null;
        RequestContext context = request.Context.Rest?.Call is { } call ? forwarded.Borrow(call.On(action, resource, null, NetworkPath.Unknown)) : forwarded.Build();
        return request.Check(action, resource, context, around);
    }

    private static AuthorizationRequest CheckOf(
        AuthorizationRequest asked, string action, string resource, string? account, ReadOnlySpan<(string Name, ContextValue Value)> keys, AccessPointCheck known)
    {
        RequestCircumstances around = asked.Circumstances;
        bool isElsewhere = asked.Resource != resource && account != OwnerOf(asked);
        around.ResourceAccount = account;
        around.AccessPoint = known | AccessPointCheck.IsCheck;
        around.IsResourceInManagementAccount &= !isElsewhere;
        RequestContextBuilder context = Copy(asked.Context, name => isElsewhere && IsOfOwner(name));
        foreach ((string name, ContextValue value) in keys)
        {
            if (asked.Context[name] is null && asked.Context.Rest?.IsAbsent(name) != true) context.Set(name, value, ContextProvenance.Derived);
        }

        if (isElsewhere)
        {
            foreach ((string name, _) in asked.Context)
            {
                if (IsOfOwner(name)) context.Set(name, account is not null && name.EndsWith("ResourceAccount", StringComparison.OrdinalIgnoreCase) ? ContextValue.Of(account) : ContextValue.Unknown);
            }
        }

        RequestContext built = asked.Context.Rest?.Call is { } call ? context.Borrow(call.On(action, resource, account, call.Path)) : context.Build();
        return asked.Check(action, resource, built, around);
    }

    /// <summary>A builder with the keys of a context but some.</summary>
    private static RequestContextBuilder Copy(RequestContext context, Func<string, bool> isLeftOut)
    {
        RequestContextBuilder copy = new();
        foreach (ContextEntry entry in context.Tables.GetAll())
        {
            if (!isLeftOut(entry.Key.Name)) copy.Set(entry.Key.Name, entry.ToValue(), entry.Provenance);
        }

        if (context.OthersAreUnknown) copy.SetOthersUnknown();
        foreach (string name in context.Rest?.Absent ?? []) copy.SetAbsent(name);
        return copy;
    }

    /// <summary>True for a key that tells of the owner of the resource.</summary>
    private static bool IsOfOwner(string name) =>
        name.StartsWith("aws:ResourceOrg", StringComparison.OrdinalIgnoreCase) || name.Equals("aws:ResourceAccount", StringComparison.OrdinalIgnoreCase) || name.Equals("s3:ResourceAccount", StringComparison.OrdinalIgnoreCase);

    /// <summary>The owner of the access point that is asked for: its ARN names it, so that an account told besides matters only where the ARN has none.</summary>
    private static string? OwnerOf(AuthorizationRequest asked)
    {
        ReadOnlySpan<char> named = asked.HasResourceParts ? asked.ResourceParts.Of(asked.MatchedResource, 4) : default;
        return named.IsEmpty ? asked.ResourceAccount : named.ToString();
    }

    /// <summary>One of the checks that decide a request, with the policies that decide it.</summary>
    internal readonly record struct Check(CompiledPolicySet Policies, AuthorizationRequest Request);
}
