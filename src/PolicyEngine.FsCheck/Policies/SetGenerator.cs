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
        PolicyKind culprit = draw.Of(PolicyKind.Identity, PolicyKind.Identity, PolicyKind.Resource, PolicyKind.ServiceControl, PolicyKind.ResourceControl, PolicyKind.VpcEndpoint, PolicyKind.PermissionsBoundary, PolicyKind.Session);
        AttachedPolicies slot(PolicyKind kind)
        {
            bool isCulprit = wish != Decision.Allowed && kind == culprit;
            if (draw.OneIn(40)) return AttachedPolicies.Unknown;
            int absent = kind == PolicyKind.Identity ? 8 : kind == PolicyKind.Resource ? 2 : 3;
            if (!isCulprit && (kind is PolicyKind.Identity or PolicyKind.Resource ? draw.OneIn(absent) : !draw.OneIn(absent))) return AttachedPolicies.None;
            Decision own = isCulprit ? wish : Decision.Allowed;
            if (kind is not (PolicyKind.ServiceControl or PolicyKind.ResourceControl)) return AttachedPolicies.Of(Documents(draw, size, request, kind, own));
            string[] levels = ["root", "ou-prod", "account"];
            int first = draw.Below(levels.Length);
            return AttachedPolicies.OfLevels([.. levels[first..].Select(level => new PolicyLevel(level, Documents(draw, size, request, kind, own)))]);
        }

        return new PolicySet
        {
            Identity = slot(PolicyKind.Identity),
            Resource = slot(PolicyKind.Resource),
            PermissionsBoundary = slot(PolicyKind.PermissionsBoundary),
            Session = slot(PolicyKind.Session),
            ServiceControl = slot(PolicyKind.ServiceControl),
            ResourceControl = slot(PolicyKind.ResourceControl),
            VpcEndpoint = slot(PolicyKind.VpcEndpoint),
        };
    }

    /// <summary>One or two documents of a slot or level, which decide as wished together.</summary>
    private static PolicyDocument[] Documents(Draw draw, int size, AuthorizationRequest request, PolicyKind kind, Decision wish)
    {
        PolicyDocument first = DocumentGenerator.Near(draw, TypeOf(draw, kind, request), size / 2, request, wish);
        if (!draw.OneIn(4)) return [first];
        PolicyDocument second = DocumentGenerator.Near(draw, TypeOf(draw, kind, request), 0, request, Decision.ImplicitDeny);
        return draw.OneIn(2) ? [first, second] : [second, first];
    }

    private static PolicyType TypeOf(Draw draw, PolicyKind kind, AuthorizationRequest request) => kind switch
    {
        PolicyKind.Resource when request.Action.StartsWith("sts:", StringComparison.OrdinalIgnoreCase) => PolicyType.Trust,
        PolicyKind.Identity => draw.Of(PolicyType.Identity, PolicyType.Managed),
        _ => PolicySet.TypeOf(kind),
    };
}
