using PolicyEngine.FsCheck.Texts;
using PolicyEngine.Syntax;

namespace PolicyEngine.Tests.Laws;

/// <summary>Statements, in one document or in a policy set, and requests near them.</summary>
internal sealed record PolicySetCase(PolicyDocument? Document, PolicySet Policies, AuthorizationRequest[] Requests);

/// <summary>Makes sets of 1 to 5,000 statements, most of them about as large as where the index begins. Trees are built directly, so that they hold
/// what no parser lets pass.</summary>
internal sealed class PolicySetGenerator
{
    private const int RequestsPerSet = 50;
    private static readonly int[] Sizes = [1, 2, 5, 20, 63, 64, 65, 65, 66, 70, 90, 130, 200];
    private readonly Draw draw;
    private readonly ContextGenerator context;
    private readonly RequestPrincipal caller;
    private readonly PolicySetTexts texts;
    private readonly ActionElement[] actions;
    private readonly int size;

    private PolicySetGenerator(int seed)
    {
        draw = new Draw(seed);
        context = new ContextGenerator(draw);
        caller = PrincipalGenerator.Caller(draw);
        size = draw.OneIn(150) ? 5_000 : draw.OneIn(40) ? 1_000 : draw.Of(Sizes);
        texts = new PolicySetTexts(draw, draw.Of(1 + (size / 20), 1 + (size / 2), 1 + size), context);
        actions = [.. Enumerable.Range(0, draw.Of(3, 40, 60, 64, 65, 5_000)).Select(_ => AnyAction())];
    }

    internal static PolicySetCase Make(int seed)
    {
        PolicySetGenerator generator = new(seed);
        PolicySet set = new();
        PolicyDocument? document = null;
        if (generator.draw.OneIn(2)) document = generator.Document(generator.draw.Of(Enum.GetValues<PolicyType>()), generator.size);
        else set = generator.Set();
        Statement[] statements = [.. document?.Statements ?? PolicySet.Types.SelectMany(kind => set[kind].Levels).SelectMany(static level => level.Documents).SelectMany(static d => d.Statements)];
        PolicySetRequests requests = new(generator.draw, generator.caller, generator.context.Build());
        return new PolicySetCase(document, set, [.. Enumerable.Range(0, RequestsPerSet).Select(_ => requests.Near(statements))]);
    }

    private PolicyDocument Document(PolicyType type, int count) => new()
    {
        Type = type,
        Version = draw.Of<PolicyVersion?>(PolicyVersion.Version2012, PolicyVersion.Version2012, PolicyVersion.Version2008, null),
        Statements = [.. Enumerable.Range(0, count).Select(_ => Statement(type))],
    };

    /// <summary>All kinds of policies; one of them has most of the statements.</summary>
    private PolicySet Set()
    {
        PolicyType largest = draw.Of([.. PolicySet.Types]);
        AttachedPolicies attach(PolicyType kind, params PolicyType[] types)
        {
            if (kind != largest && draw.OneIn(2)) return draw.OneIn(8) ? AttachedPolicies.Unknown : AttachedPolicies.None;
            PolicyDocument[] documents = [.. Enumerable.Range(0, 1 + draw.Below(3)).Select(_ => Document(draw.Of(types), kind == largest ? 1 + (size / 2) : 1 + draw.Below(4)))];
            if (kind is not (PolicyType.ServiceControl or PolicyType.ResourceControl)) return AttachedPolicies.Of(documents);
            return AttachedPolicies.OfLevels([.. documents.Select(static (d, i) => new PolicyLevel($"level-{i}", d))]);
        }

        return PolicySet.Types.Aggregate(new PolicySet(), (set, kind) => set.With(kind, kind switch
        {
            PolicyType.Identity => attach(kind, kind, PolicyType.Managed),
            PolicyType.Resource => attach(kind, kind, kind, PolicyType.Trust),
            _ => attach(kind, kind),
        }));
    }

    private Statement Statement(PolicyType type) => new()
    {
        Effect = draw.OneIn(4) ? Effect.Deny : Effect.Allow,
        Principal = !LanguageCaseGenerator.NamesPrincipals(type) ? null : draw.OneIn(3) ? PrincipalGenerator.Element(draw, caller) : new PrincipalElement { IsEveryone = true },
        Action = draw.Of(actions),
        Resource = type == PolicyType.Trust && !draw.OneIn(20) ? null : AnyResource(),
        Condition = draw.OneIn(2) ? null : new ConditionBlock { Clauses = [.. draw.Some(2, Clause)] },
    };

    private ActionElement AnyAction() =>
        new() { IsNegated = draw.OneIn(12), Patterns = LanguageCaseGenerator.Texts(draw.OneIn(3) ? draw.Some(3, texts.Action) : [draw.OneIn(3) ? "*" : texts.Action()]) };

    private ResourceElement AnyResource() => draw.OneIn(4)
        ? new ResourceElement { Patterns = LanguageCaseGenerator.Texts(["*"]) }
        : new ResourceElement { IsNegated = draw.OneIn(12), Patterns = LanguageCaseGenerator.Texts(draw.OneIn(3) ? draw.Some(3, texts.Resource) : [texts.Resource()]) };

    private ConditionClause Clause()
    {
        if (draw.OneIn(12)) return context.Clause();
        ConditionOperatorKind kind = draw.OneIn(5) ? draw.Of(ConditionOperatorKind.StringNotEquals, ConditionOperatorKind.StringLike, ConditionOperatorKind.StringEqualsIgnoreCase, ConditionOperatorKind.Null) : ConditionOperatorKind.StringEquals;
        SetQualifier qualifier = draw.OneIn(10) ? draw.Of(SetQualifier.ForAllValues, SetQualifier.ForAnyValue) : SetQualifier.None;
        return new ConditionClause
        {
            Operator = new ConditionOperator(kind, qualifier, kind != ConditionOperatorKind.Null && draw.OneIn(10)),
            Entries = [.. draw.Some(draw.OneIn(5) ? 2 : 1, Entry)],
        };
    }

    private ConditionEntry Entry() => new()
    {
        Key = draw.Of(PolicySetTexts.Keys),
        Values = [.. draw.Some(2, () => new ConditionValue { Text = draw.OneIn(12) ? context.WithVariable(texts.Value()) : texts.Value() })],
    };
}
