using PolicyEngine.FsCheck;
using PolicyEngine.FsCheck.Texts;
using PolicyEngine.Syntax;

namespace PolicyEngine.Tests.Laws;

/// <summary>Makes policies of all kinds around one request. Many are plain, so that what combines them decides as often as what is in them.</summary>
internal sealed class AuthorizationCaseGenerator
{
    private const string Own = "111122223333";
    private const string Other = "444455556666";

    /// <summary>Actions with resources that fit them.</summary>
    private static readonly (string Action, string[] Resources)[] Calls =
    [
        ("s3:GetObject", ["arn:aws:s3:::b/x", "arn:aws:s3:::b/folder/file"]),
        ("sqs:SendMessage", [$"arn:aws:sqs:eu-west-1:{Own}:queue", $"arn:aws:sqs:eu-west-1:{Other}:queue"]),
        ("sts:AssumeRole", [$"arn:aws:iam::{Own}:role/App", $"arn:aws:iam::{Other}:role/App", $"arn:aws:iam::{Own}:role/aws-service-role/x.amazonaws.com/AWSServiceRoleForX", "*", "x"]),
        ("STS:assumerole", [$"arn:aws:iam::{Own}:role/App"]),
        ("sts:AssumeRoleWithWebIdentity", [$"arn:aws:iam::{Own}:role/App"]),
        ("sts:TagSession", [$"arn:aws:iam::{Own}:role/App"]),
        ("sts:AssumeRoot", [$"arn:aws:iam::{Own}:root", $"arn:aws:iam::{Other}:root"]),
        ("sts:GetCallerIdentity", ["*"]),
        ("sts:GetSessionToken", ["*"]),
        ("sts:GetScopedCredentials", ["*", "*", $"arn:aws:sts::{Own}:x"]),
        ("sts:GetFederationToken", ["*", $"arn:aws:sts::{Own}:federated-user/x"]),
        ("iam:PassRole", [$"arn:aws:iam::{Own}:role/App", $"arn:aws:iam::{Other}:role/App"]),
        ("iam:ListUsers", ["*", $"arn:aws:iam::{Own}:user/"]),
        ("iam:GetPolicy", ["arn:aws:iam::aws:policy/ReadOnlyAccess"]),
        ("bedrock:InvokeModel", ["arn:aws:bedrock:us-east-1::foundation-model/m", "arn:aws:bedrock:::foundation-model/m", $"arn:aws:bedrock:us-east-1:{Own}:provisioned-model/m"]),
        ("bedrock:ListTagsForResource", ["arn:aws:bedrock:us-east-1::foundation-model/m"]),
        ("s3:GetObject", ["arn:aws:s3:::amazonlinux-2-repos-us-east-1/x", "arn:aws:s3:::amazonlinux-2-repos-us-east-1", "arn:aws:s3:::amazonlinux-2-repos-nowhere/x"]),
        ("organizations:DescribePolicy", ["arn:aws:organizations::aws:policy/service_control_policy/p-FullAWSAccess", "arn:aws:example::aws:thing/x"]),
        ("kms:Decrypt", [$"arn:aws:kms:eu-west-1:{Own}:key/k", $"arn:aws:kms:eu-west-1:{Other}:key/k", $"arn:aws:kms:eu-west-1:{Own}:alias/aws/s3"]),
        ("kms:GenerateDataKeyWithoutPlaintext", [$"arn:aws:kms:eu-west-1:{Other}:key/k"]),
        ("kms:ScheduleKeyDeletion", [$"arn:aws:kms:eu-west-1:{Own}:key/k", $"arn:aws:kms:eu-west-1:{Other}:key/k"]),
        ("kms:RetireGrant", [$"arn:aws:kms:eu-west-1:{Own}:key/k"]),
        ("kms:CreateAlias", [$"arn:aws:kms:eu-west-1:{Own}:alias/x", $"arn:aws:kms:eu-west-1:{Own}:key/k", $"arn:aws:kms:eu-west-1:{Other}:alias/x"]),
        ("kms:ListKeys", ["*"]),
        ("s3:PutBucketPolicy", ["arn:aws:s3:::b"]),
        ("s3:DeleteBucketPolicy", ["arn:aws:s3:::b"]),
        ("sqs:SetQueueAttributes", [$"arn:aws:sqs:eu-west-1:{Own}:queue"]),
        ("s3:ListAllMyBuckets", ["*"]),
        ("dynamodb:GetItem", [$"arn:aws:dynamodb:eu-west-1:{Own}:table/t"]),
        ("sns:Publish", [$"arn:aws:sns:eu-west-1:{Own}:topic", $"arn:aws:sns:eu-west-1:{Other}:topic"]),
    ];

    /// <summary>Actions on access points and through them.</summary>
    private static readonly (string Action, string[] Resources)[] AccessPointCalls =
    [
        ("s3:GetObject", [$"arn:aws:s3:eu-west-1:{Own}:accesspoint/ap/object/x", $"arn:aws:s3:eu-west-1:{Own}:accesspoint/ap/object/folder/file", $"arn:aws:s3:eu-west-1:{Other}:accesspoint/ap/object/x", $"arn:aws:s3::{Own}:accesspoint/m.mrap/object/x"]),
        ("s3:ListBucket", [$"arn:aws:s3:eu-west-1:{Own}:accesspoint/ap", $"arn:aws:s3:eu-west-1:{Own}:accesspoint/ap/other", $"arn:aws:s3:eu-west-1:{Own}:accesspoint/"]),
        ("S3:getbucketpolicy", [$"arn:aws:s3:eu-west-1:{Own}:accesspoint/ap"]),
        ("s3:GetAccessPoint", [$"arn:aws:s3:eu-west-1:{Own}:accesspoint/ap"]),
        ("s3:TagResource", [$"arn:aws:s3:eu-west-1:{Other}:accesspoint/ap"]),
        ("s3-object-lambda:GetObject", [$"arn:aws:s3-object-lambda:eu-west-1:{Own}:accesspoint/ol/object/x", $"arn:aws:s3-object-lambda:eu-west-1:{Own}:accesspoint/ol"]),
        ("s3-object-lambda:ListBucket", [$"arn:aws:s3-object-lambda:eu-west-1:{Own}:accesspoint/ol"]),
        ("s3:GetObject", ["arn:aws:s3:::ap-123-s3alias/x", "arn:aws:s3:::ol-123--ol-s3", "arn:aws:s3:::m123.mrap/x", "arn:aws:s3:::b/x-s3alias", $"arn:aws:s3express:eu-west-1:{Own}:accesspoint/ap--z--xa-s3"]),
        ("s3express:CreateSession", [$"arn:aws:s3express:eu-west-1:{Own}:accesspoint/ap--euw1-az1--xa-s3", $"arn:aws:s3express:eu-west-1:{Own}:bucket/b--euw1-az1--x-s3", $"arn:aws:s3express:eu-west-1:{Own}:bucket/ap--euw1-az1--xa-s3"]),
        ("S3Express:GetAccessPointPolicy", [$"arn:aws:s3express:eu-west-1:{Own}:accesspoint/ap--euw1-az1--xa-s3", $"arn:aws:s3express:eu-west-1:{Other}:bucket/ap--euw1-az1--xa-s3/x"]),
        ("s3-outposts:GetObject", [$"arn:aws:s3-outposts:eu-west-1:{Own}:outpost/op-1/accesspoint/ap/object/x", $"arn:aws:s3-outposts:eu-west-1:{Other}:outpost/op-1/bucket/b/object/x", $"arn:aws:s3-outposts:eu-west-1:{Own}:outpost/op-1/bucket/ap--op-s3/object/x", $"arn:aws:s3-outposts:eu-west-1:{Own}:outpost/op-1"]),
        ("s3-outposts:PutAccessPointPolicy", [$"arn:aws:s3-outposts:eu-west-1:{Own}:outpost/op-1/accesspoint/ap"]),
    ];

    private readonly Draw draw;
    private readonly ContextGenerator context;
    private readonly RequestPrincipal caller;
    private readonly string action;
    private readonly string resource;

    private AuthorizationCaseGenerator(int seed)
    {
        draw = new Draw(seed);
        context = new ContextGenerator(draw);
        caller = Caller();
        (action, resource) = Call();
    }

    internal static AuthorizationCase Make(int seed) => new AuthorizationCaseGenerator(seed).Make();

    private AuthorizationCase Make()
    {
        PolicySet policies = PolicySet.Types.Aggregate(new PolicySet(), (set, kind) => set.With(kind, Attach(kind)));
        policies = policies with { AccessPoint = Tell(policies.AccessPoint) with { Supporting = draw.OneIn(3) ? null : Tell(new AccessPoint { Policies = Attach(PolicyType.AccessPoint), Arn = draw.Of($"arn:aws:s3:eu-west-1:{Own}:accesspoint/ap", $"arn:aws:s3:eu-west-1:{Own}:accesspoint/ap", null, "x") }) } };
        RequestContext built = context.Build();
        if (resource.Contains(":accesspoint/", StringComparison.Ordinal) && draw.OneIn(2)) built = Set(built, "aws:SourceVpc", draw.Of(ContextValue.Of("vpc-1"), ContextValue.Of("vpc-2"), ContextValue.Unknown));
        if (caller.Credentials == CredentialKind.SessionToken || draw.OneIn(20)) built = With(built, "aws:MultiFactorAuthPresent");
        if (caller.Kind == CallerType.Root && draw.OneIn(4)) built = With(built, "aws:AssumedRoot");
        AuthorizationRequest request = new(caller, action, resource, built)
        {
            Endpoint = draw.OneIn(2) ? null : new RequestEndpoint(draw.Of(Enum.GetValues<VpcEndpointType>())) { SupportsPolicy = !draw.OneIn(5), VpcId = draw.Of(null, "vpc-1", "vpc-2") },
            ResourceAccount = draw.Of(null, null, null, Own, Own, Own, Other, Other, draw.OneIn(4) ? "" : Own, draw.OneIn(4) ? "x" : Own),
            IsResourceInManagementAccount = draw.OneIn(12),
            IsResourceManagedByAws = draw.OneIn(25),
            HasServiceGrant = draw.OneIn(12),
            BlocksPublicAccess = draw.OneIn(6),
        };
        AuthorizationOptions options = new()
        {
            TreatsUnlistedServicesAsResourceControlled = draw.OneIn(8),
            ServicesThatNeedResourcePolicies = draw.OneIn(8) ? [draw.Of("sqs", "S3", "sns")] : [],
        };
        return new AuthorizationCase(policies, request, options);
    }

    private RequestPrincipal Caller()
    {
        RequestPrincipal made = PrincipalGenerator.Caller(draw);
        if (draw.OneIn(8))
        {
            CallerType kind = draw.Of(CallerType.User, CallerType.RoleSession, CallerType.FederatedUser);
            made = RequestPrincipal.Unidentified(kind, draw.OneIn(6) ? Other : Own, draw.OneIn(10) ? "aws-cn" : "aws") with { UniqueId = draw.OneIn(3) ? made.UniqueId : null, HasPermissionsBoundary = made.HasPermissionsBoundary };
        }

        made = made with
        {
            IsInManagementAccount = draw.OneIn(10),
            Credentials = draw.OneIn(5) ? draw.Of(Enum.GetValues<CredentialKind>()) : CredentialKind.Unknown,
            HasPermissionsBoundary = draw.OneIn(3) ? made.HasPermissionsBoundary : null,
        };
        return draw.OneIn(12) ? made with { IsServiceLinkedRole = draw.OneIn(2) } : made;
    }

    private (string Action, string Resource) Call()
    {
        if (draw.OneIn(12)) return (LanguageCaseGenerator.Action(draw), LanguageCaseGenerator.Resource(draw));
        if (draw.OneIn(15)) return AwsOwned.Any(draw);
        (string asked, string[] resources) = draw.OneIn(5) ? draw.Of(AccessPointCalls) : draw.OneIn(3) ? Calls[draw.Below(2)] : draw.Of(Calls);
        return (asked, draw.OneIn(25) ? draw.Of("*", "x", "arn:aws:s3:::b") : draw.Of(resources));
    }

    private AccessPoint Tell(AccessPoint slot) => slot with
    {
        BucketArn = draw.Of("arn:aws:s3:::b", "arn:aws:s3:::b", "arn:aws:s3:::b", null, "arn:aws:s3:::b/x", "x"),
        BucketAccount = draw.Of(Own, Own, Own, Other, null),
        Origin = draw.Of(AccessPointOrigin.Internet, AccessPointOrigin.Internet, AccessPointOrigin.Vpc, AccessPointOrigin.Unknown),
        VpcId = draw.Of("vpc-1", "vpc-1", null),
    };

    private static RequestContext Set(RequestContext before, string key, ContextValue value)
    {
        RequestContextBuilder builder = new();
        foreach ((string name, ContextValue own) in before) builder.Set(name, own);
        return builder.Set(key, value).Build();
    }

    private RequestContext With(RequestContext before, string flag)
    {
        RequestContextBuilder builder = new();
        foreach ((string name, ContextValue value) in before) builder.Set(name, value);
        builder.Set(flag, draw.Of(ContextValue.Of("true"), ContextValue.Of("True"), ContextValue.Of("false"), ContextValue.Of("x"), ContextValue.Unknown));
        if (draw.OneIn(10)) builder.Set(flag.ToUpperInvariant(), draw.Of(ContextValue.Of("true"), ContextValue.Unknown));
        return builder.Build();
    }

    private AttachedPolicies Attach(PolicyType kind)
    {
        if (draw.OneIn(14)) return AttachedPolicies.Unknown;
        bool hasLevels = kind is PolicyType.ServiceControl or PolicyType.ResourceControl;
        if (kind == PolicyType.ScopeDown ? !draw.OneIn(4) : draw.OneIn(kind is PolicyType.Identity or PolicyType.Resource or PolicyType.AccessPoint ? 4 : 2)) return AttachedPolicies.None;
        if (kind == PolicyType.ScopeDown && draw.OneIn(2)) return AttachedPolicies.OfLevels(new PolicyLevel("", Document(kind)), new PolicyLevel(draw.Of("", "agent"), Document(kind)));
        if (!hasLevels) return AttachedPolicies.Of(Documents(kind));
        return AttachedPolicies.OfLevels([.. Enumerable.Range(0, draw.Of(0, 1, 1, 2, 2, 3)).Select(i => new PolicyLevel($"level-{i}", Documents(kind)))]);
    }

    /// <summary>The documents of a kind or level, none to three.</summary>
    private PolicyDocument[] Documents(PolicyType kind) =>
        [.. Enumerable.Range(0, draw.OneIn(15) ? 0 : draw.Of(1, 1, 1, 2, 3)).Select(_ => Document(TypeOf(kind)))];

    /// <summary>A condition on the account or organization of the resource's owner.</summary>
    private ConditionClause OwnerClause()
    {
        ConditionOperatorKind kind = draw.Of(
            ConditionOperatorKind.StringEquals, ConditionOperatorKind.StringNotEquals, ConditionOperatorKind.StringLike, ConditionOperatorKind.StringNotLike, ConditionOperatorKind.StringEqualsIgnoreCase, ConditionOperatorKind.Null);
        string key = draw.Of("aws:ResourceAccount", "aws:ResourceAccount", "aws:ResourceOrgID", "aws:ResourceOrgPaths");
        SetQualifier qualifier = key == "aws:ResourceOrgPaths" ? draw.Of(SetQualifier.ForAnyValue, SetQualifier.ForAllValues) : SetQualifier.None;
        string[] values = draw.Some(2, () => draw.Of(Own, Own, Other, "${aws:PrincipalAccount}", "${aws:PrincipalOrgID}", "o-a1b2c3d4e5", "o-*", "*", "o-a1b2c3d4e5/*", "1111*", "true", "${"));
        ConditionEntry entry = new() { Key = key, Values = [.. values.Select(static text => new ConditionValue { Text = text })] };
        return new ConditionClause { Operator = new ConditionOperator(kind, qualifier, kind != ConditionOperatorKind.Null && draw.OneIn(4)), Entries = [entry] };
    }

    private PolicyType TypeOf(PolicyType kind) => kind switch
    {
        PolicyType.Resource when action.StartsWith("sts:", StringComparison.Ordinal) && !draw.OneIn(4) => PolicyType.Trust,
        PolicyType.Identity => draw.Of(PolicyType.Identity, PolicyType.Managed),
        PolicyType.AccessPoint => draw.Of(PolicyType.AccessPoint, PolicyType.Resource),
        _ => kind,
    };

    private PolicyDocument Document(PolicyType type)
    {
        LanguageCaseGenerator generator = new(draw, context, caller, action, resource, type);
        if (draw.OneIn(4)) return generator.Document(draw.Of(1, 1, 2));
        Statement plain = new()
        {
            Effect = type != PolicyType.ResourceControl && !draw.OneIn(8) ? Effect.Allow : Effect.Deny,
            Principal = !LanguageCaseGenerator.NamesPrincipals(type) ? null : draw.OneIn(4) ? new PrincipalElement { IsEveryone = true } : PrincipalGenerator.Element(draw, caller) with { IsNegated = draw.OneIn(10) },
            Action = new ActionElement { Patterns = LanguageCaseGenerator.Texts([draw.OneIn(6) ? "no:thing" : "*"]) },
            Resource = type == PolicyType.Trust ? null : new ResourceElement { Patterns = LanguageCaseGenerator.Texts(["*"]) },
            Condition = draw.Below(12) switch
            {
                0 or 1 => new ConditionBlock { Clauses = [context.Clause()] },
                2 => new ConditionBlock { Clauses = [OwnerClause()] },
                _ => null,
            },
        };
        return new PolicyDocument { Type = type, Version = PolicyVersion.Version2012, Statements = [plain] };
    }
}
