using PolicyEngine.FsCheck.Requests;
using PolicyEngine.FsCheck.Texts;

namespace PolicyEngine.FsCheck.Policies;

/// <summary>Makes policy sets near a request.</summary>
internal static class SetGenerator
{
    private const int Candidates = 8;
    private static readonly PolicyEvaluator Evaluator = new();

    /// <summary>A set that decides the request as wished, where one of a few tries does.</summary>
    internal static PolicySet Near(Draw draw, int size, AuthorizationRequest request, Decision wish) =>
        Aimed.Best(Candidates, wish, () => Candidate(draw, size, request, wish), set => Evaluator.Evaluate(PolicyCompiler.Compile(set), request).Decision);

    private static PolicySet Candidate(Draw draw, int size, AuthorizationRequest request, Decision wish)
    {
        PolicyType culprit = draw.Of(PolicyType.Identity, PolicyType.Identity, PolicyType.Resource, PolicyType.ServiceControl, PolicyType.ResourceControl, PolicyType.VpcEndpoint, PolicyType.PermissionsBoundary, PolicyType.Session, PolicyType.ScopeDown);
        AttachedPolicies slot(PolicyType kind)
        {
            bool isCulprit = wish != Decision.Allowed && kind == culprit;
            if (draw.OneIn(40)) return AttachedPolicies.Unknown;
            int absent = kind == PolicyType.Identity ? 8 : kind == PolicyType.Resource ? 2 : 3;
            if (!isCulprit && (kind is PolicyType.Identity or PolicyType.Resource ? draw.OneIn(absent) : !draw.OneIn(absent))) return AttachedPolicies.None;
            Decision own = isCulprit ? wish : Decision.Allowed;
            if (kind is not (PolicyType.ServiceControl or PolicyType.ResourceControl)) return AttachedPolicies.Of(Documents(draw, size, request, kind, own));
            string[] levels = ["root", "ou-prod", "account"];
            int first = draw.Below(levels.Length);
            return AttachedPolicies.OfLevels([.. levels[first..].Select(level => new PolicyLevel(level, Documents(draw, size, request, kind, own)))]);
        }

        return PolicySet.Types.Aggregate(new PolicySet { AccessPoint = AccessPointOf(draw) }, (set, kind) => set.With(kind, slot(kind)));
    }

    /// <summary>An access point of the bucket of the world; now and then something of it is not told, or it takes calls from a VPC alone.</summary>
    private static AccessPoint AccessPointOf(Draw draw)
    {
        bool isInVpc = draw.OneIn(4);
        return new AccessPoint
        {
            BucketArn = draw.OneIn(12) ? null : "arn:aws:s3:::orders",
            BucketAccount = draw.OneIn(12) ? null : draw.OneIn(4) ? World.OtherAccount : World.Account,
            Origin = draw.OneIn(12) ? AccessPointOrigin.Unknown : isInVpc ? AccessPointOrigin.Vpc : AccessPointOrigin.Internet,
            VpcId = isInVpc ? draw.Of(World.VpcIds) : null,
        };
    }

    /// <summary>One or two documents of a slot or level, which decide as wished together; an access point has one.</summary>
    private static PolicyDocument[] Documents(Draw draw, int size, AuthorizationRequest request, PolicyType kind, Decision wish)
    {
        PolicyDocument first = DocumentGenerator.Near(draw, TypeOf(draw, kind, request), size / 2, request, wish);
        if (kind == PolicyType.AccessPoint || !draw.OneIn(4)) return [first];
        PolicyDocument second = DocumentGenerator.Near(draw, TypeOf(draw, kind, request), 0, request, Decision.ImplicitDeny);
        return draw.OneIn(2) ? [first, second] : [second, first];
    }

    private static PolicyType TypeOf(Draw draw, PolicyType kind, AuthorizationRequest request) => kind switch
    {
        PolicyType.Resource when request.Action.StartsWith("sts:", StringComparison.OrdinalIgnoreCase) => PolicyType.Trust,
        PolicyType.Identity => draw.Of(PolicyType.Identity, PolicyType.Managed),
        _ => kind,
    };
}
