using PolicyEngine.FsCheck;
using PolicyEngine.FsCheck.Texts;
using PolicyEngine.Syntax;

namespace PolicyEngine.Tests.Laws;

/// <summary>Makes documents of all types near a request: each pattern is blurred from what the request has, and the values of
/// variables are set so that they often fit. Trees are built directly, so that they hold what only stored documents do, too.</summary>
internal sealed class LanguageCaseGenerator
{
    private readonly Draw draw;
    private readonly ContextGenerator context;
    private readonly RequestPrincipal caller;
    private readonly string action;
    private readonly string resource;
    private readonly PolicyType type;

    private LanguageCaseGenerator(Draw draw)
        : this(draw, new ContextGenerator(draw), PrincipalGenerator.Caller(draw), Action(draw), Resource(draw), draw.Of(Enum.GetValues<PolicyType>()))
    {
    }

    internal LanguageCaseGenerator(Draw draw, ContextGenerator context, RequestPrincipal caller, string action, string resource, PolicyType type)
    {
        this.draw = draw;
        this.context = context;
        this.caller = caller;
        this.action = action;
        this.resource = resource;
        this.type = type;
    }

    internal static PolicyCase Make(int seed)
    {
        LanguageCaseGenerator generator = new(new Draw(seed));
        PolicyDocument document = generator.Document(generator.draw.Of(1, 1, 2, 3));
        VpcEndpointType endpoint = generator.draw.Of(Enum.GetValues<VpcEndpointType>());
        return new PolicyCase(document, new AuthorizationRequest(generator.caller, generator.action, generator.resource, generator.context.Build()) { Endpoint = new RequestEndpoint(endpoint) });
    }

    internal static string Action(Draw draw) => draw.Of("s3:GetObject", "s3:GetObject", "S3:getobject", "sqs:SendMessage", "dynamodb:GetItem", "s3express:CreateSession", "execute-api:Invoke", "sts:AssumeRole", "s3:ListAllMyBuckets", "s3:Get😀", "s3:a:b", "s3", "s3:", ":x");

    internal static string Resource(Draw draw) => draw.Of(
        "arn:aws:s3:::b/x", "arn:aws:s3:::b/x", "arn:aws:s3:::b/folder/file", "arn:aws:sqs:eu-west-1:111122223333:queue", "arn:aws:sqs:eu-west-1:111122223333:a:b:c",
        "arn:aws:execute-api:eu-west-1:111122223333:api1/stage/GET/pets", "arn:aws:s3:::b/*", "arn:aws:s3:::b/😀x", "arn:aws:s3:::b/${k:v}", "arn:aws:s3:::", "*", "*", "x", "arn:aws:s3", "ARN:aws:s3:::b/x", "arn:AWS:S3:::b/x", "arn:aws:Execute-Api:::api1/stage/GET/pets", "ARN:aws:execute-api:::api1/stage", "x:aws:execute-api:::api1/stage");

    internal PolicyDocument Document(int statements)
    {
        PolicyVersion? version = draw.Of<PolicyVersion?>(PolicyVersion.Version2012, PolicyVersion.Version2012, PolicyVersion.Version2012, PolicyVersion.Version2008, null);
        return new PolicyDocument { Type = type, Version = version, Statements = [.. Enumerable.Range(0, statements).Select(_ => Statement())] };
    }

    /// <summary>A statement in which some elements are plain, so that the others decide.</summary>
    internal Statement Statement()
    {
        bool hasPrincipal = NamesPrincipals(type) != draw.OneIn(60);
        bool hasResource = type != PolicyType.Trust ? !draw.OneIn(type == PolicyType.Resource ? 30 : 60) : draw.OneIn(30);
        return new Statement
        {
            Effect = draw.Of(Effect.Allow, Effect.Deny),
            Principal = !hasPrincipal ? null : draw.OneIn(2) ? new PrincipalElement { IsEveryone = true } : PrincipalGenerator.Element(draw, caller),
            Action = draw.OneIn(2) ? new ActionElement { Patterns = Texts(["*"]) } : new ActionElement { IsNegated = draw.OneIn(4), Patterns = Texts(draw.Some(2, ActionPattern)) },
            Resource = !hasResource ? null : draw.OneIn(2) ? new ResourceElement { Patterns = Texts(["*"]) } : new ResourceElement { IsNegated = draw.OneIn(4), Patterns = Texts(draw.Some(2, ResourcePattern)) },
            Condition = draw.OneIn(3) ? null : new ConditionBlock { Clauses = [.. draw.Some(2, context.Clause)] },
        };
    }

    private string ActionPattern() => draw.Below(20) switch
    {
        0 => draw.Of("*", "*:*", "**", "s3:", ":x", "s3:a:b", "", "nonsense", "*:Get*", "s3:${k:v}", "s?:*"),
        1 => action[..(action.IndexOf(':', StringComparison.Ordinal) + 1)] + "*",
        _ => draw.Near(action),
    };

    private string ResourcePattern()
    {
        if (draw.OneIn(20)) return draw.Of("**", "", "x", "arn:", "execute-api:/*", "execute-api:/stage/GET/*", "execute-api:/stage/${k:v}/pets", "execute-api:/*", "execute-api:/stage*", "arn:${k:v}:s3:::*", "arn:aws:s3${?}:::*", "arn:aws:s3:::*", "arn:aws:s3:::**", "arn:aws:s3:${:b", "ARN:aws:s3:::b/x");
        string[] parts = (draw.OneIn(8) ? "arn:aws:s3:::*" : resource).Split(':', 6);
        for (int i = 1; i < parts.Length; i++)
        {
            bool isTail = i == 5;
            if (isTail ? draw.OneIn(2) : draw.OneIn(7)) parts[i] = draw.Near(parts[i]);
            if (isTail ? draw.OneIn(3) : draw.OneIn(30)) parts[i] = context.WithVariable(parts[i]);
            if (!isTail && draw.OneIn(12)) parts[i] = draw.Of("*", "", "a*", "*:", "?");
        }

        return string.Join(':', draw.OneIn(12) ? parts[..(1 + draw.Below(parts.Length))] : parts);
    }

    internal static bool NamesPrincipals(PolicyType type) => type is PolicyType.Resource or PolicyType.Trust or PolicyType.ResourceControl or PolicyType.VpcEndpoint or PolicyType.AccessPoint;

    internal static SyntaxList<TextValue> Texts(IEnumerable<string> texts) => [.. texts.Select(static t => new TextValue { Text = t })];
}
