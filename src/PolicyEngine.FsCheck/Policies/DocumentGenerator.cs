using PolicyEngine.FsCheck.Requests;
using PolicyEngine.FsCheck.Texts;
using PolicyEngine.Syntax;

namespace PolicyEngine.FsCheck.Policies;

/// <summary>Makes valid documents: near a request, so that they decide it as is wished, or near many requests.</summary>
internal static class DocumentGenerator
{
    private static readonly PolicyType[] Types = Enum.GetValues<PolicyType>();

    internal static PolicyType AnyType(Draw draw) => draw.Of(Types);

    /// <summary>The most statements of a document for FsCheck's size.</summary>
    internal static int Most(int size) => 1 + Math.Clamp(size / 20, 0, 5);

    /// <summary>A document whose statements are near different requests.</summary>
    internal static PolicyDocument Any(Draw draw, PolicyType type, int size)
    {
        PolicyVersion? version = Version(draw, type);
        return Of(draw, type, version, Draw.Times(1 + draw.Below(Most(size)), () => Statement(draw, type, version)));
    }

    internal static Statement Statement(Draw draw, PolicyType type, PolicyVersion? version) =>
        new StatementGenerator(draw, type, version == PolicyVersion.Version2012, AnyRequest.Make(draw, type)).Make(AnyEffect(draw, type), holds: true);

    /// <summary>A document that decides the request as wished, if a document of the type can, and if nothing in it is unknown.</summary>
    internal static PolicyDocument Near(Draw draw, PolicyType type, int size, AuthorizationRequest request, Decision wish)
    {
        PolicyVersion? version = Version(draw, type);
        StatementGenerator maker = new(draw, type, version == PolicyVersion.Version2012, request);
        List<Statement> statements = [];
        bool hasAllow = type != PolicyType.ResourceControl;
        if (wish == Decision.Allowed && hasAllow) statements.Add(maker.Make(Effect.Allow, holds: true));
        if (wish == Decision.ExplicitDeny) statements.Add(maker.Make(Effect.Deny, holds: true));
        int more = draw.Below(Most(size)) + (statements.Count == 0 ? 1 : 0);
        for (int i = 0; i < more; i++)
        {
            Effect effect = AnyEffect(draw, type);
            bool mayHold = wish == Decision.ExplicitDeny || (wish == Decision.Allowed && effect == Effect.Allow);
            statements.Insert(draw.Below(statements.Count + 1), maker.Make(effect, mayHold && draw.OneIn(2)));
        }

        return Of(draw, type, version, [.. statements]);
    }

    internal static PolicyVersion? Version(Draw draw, PolicyType type)
    {
        bool isFixed = type is PolicyType.Managed or PolicyType.PermissionsBoundary or PolicyType.ServiceControl or PolicyType.ResourceControl;
        return isFixed || !draw.OneIn(8) ? PolicyVersion.Version2012 : draw.Of<PolicyVersion?>(PolicyVersion.Version2008, null);
    }

    private static Effect AnyEffect(Draw draw, PolicyType type) => type == PolicyType.ResourceControl ? Effect.Deny : draw.Of(Effect.Allow, Effect.Deny);

    private static PolicyDocument Of(Draw draw, PolicyType type, PolicyVersion? version, Statement[] statements)
    {
        bool hasId = type is PolicyType.Resource or PolicyType.Trust or PolicyType.VpcEndpoint or PolicyType.AccessPoint;
        return new PolicyDocument
        {
            Type = type,
            Version = version,
            Id = hasId && draw.OneIn(4) ? "policy-1" : null,
            Statements = Patterns.List([.. statements.Select((s, i) => draw.OneIn(3) ? s with { Sid = $"Statement{i}" } : s)]),
        };
    }
}
