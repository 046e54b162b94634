using FsCheck;
using FsCheck.Fluent;
using PolicyEngine.Primitives;
using PolicyEngine.Requests;
using PolicyEngine.Syntax;

namespace PolicyEngine.Tests.Laws;

/// <summary>Identity documents and requests over small alphabets, so that they meet often.</summary>
/// <remarks>A document has up to five statements; patterns, keys and values come from a handful, wildcards, variables and
/// unreadable values among them. Shrinking removes statements, then conditions.</remarks>
public static class PolicyGenerators
{
    private static readonly string[] Actions = ["s3:GetObject", "s3:Get*", "s3:*", "*", "S3:PUTOBJECT", "sqs:Send?essage"];
    private static readonly string[] Resources =
        ["*", "arn:aws:s3:::b/*", "arn:aws:s3:::b/${aws:username}", "arn:aws:s3:::b/${k:a, 'x'}/?", "arn:aws:sqs:*:111122223333:q", "arn:aws:sqs"];
    private static readonly string[] Keys = ["k:a", "K:A", "k:b", "aws:SourceVpce", "aws:username", "aws:TagKeys"];
    private static readonly string[] Values = ["x", "X", "", "*", "x*", "${k:b}", "7", "2026-01-01", "true", "10.0.0.1", "::ffff:10.0.0.1", "arn:aws:s3:::b"];

    public static Arbitrary<PolicyDocument> Documents() => Arb.From(Document, ShrinkDocument);

    public static Arbitrary<AuthorizationRequest> Requests() => Arb.From(Request);

    public static Arbitrary<Statement> Statements() => Arb.From(AnyStatement);

    private static Gen<Statement> AnyStatement =>
        from effect in Gen.Elements(Effect.Allow, Effect.Deny)
        from actions in ListOf(Gen.Elements(Actions))
        from negatesAction in Gen.Frequency((5, Gen.Constant(false)), (1, Gen.Constant(true)))
        from resources in ListOf(Gen.Elements(Resources))
        from negatesResource in Gen.Frequency((5, Gen.Constant(false)), (1, Gen.Constant(true)))
        from clauses in Gen.Frequency((2, Gen.Constant<ConditionClause[]>([])), (3, Gen.ArrayOf(Clause, 1)), (1, Gen.ArrayOf(Clause, 2)))
        select new Statement
        {
            Effect = effect,
            Action = new ActionElement { IsNegated = negatesAction, Patterns = Texts(actions) },
            Resource = new ResourceElement { IsNegated = negatesResource, Patterns = Texts(resources) },
            Condition = clauses.Length == 0 ? null : new ConditionBlock { Clauses = [.. clauses.DistinctBy(static c => c.Operator)] },
        };

    private static Gen<ConditionClause> Clause =>
        from kind in Gen.Elements(Enum.GetValues<ConditionOperatorKind>())
        from qualifier in Gen.Frequency((3, Gen.Constant(SetQualifier.None)), (1, Gen.Constant(SetQualifier.ForAllValues)), (1, Gen.Constant(SetQualifier.ForAnyValue)))
        from ifExists in Gen.Elements(false, false, true)
        from key in Gen.Elements(Keys)
        from values in ListOf(Gen.Elements(Values))
        select new ConditionClause
        {
            Operator = new ConditionOperator(kind, qualifier, ifExists && kind != ConditionOperatorKind.Null),
            Entries = [new ConditionEntry { Key = key, Values = new([.. values.Select(static v => new ConditionValue { Text = v })], values.Length == 1) }],
        };

    private static Gen<PolicyDocument> Document =>
        from statements in Gen.Choose(1, 5).SelectMany(static n => Gen.ArrayOf(AnyStatement, n))
        from version in Gen.Elements<PolicyVersion?>(PolicyVersion.Version2012, PolicyVersion.Version2012, PolicyVersion.Version2008, null)
        select new PolicyDocument { Type = PolicyType.Identity, Version = version, Statements = [.. statements] };

    private static Gen<AuthorizationRequest> Request =>
        from action in Gen.Elements("s3:GetObject", "s3:PutObject", "sqs:SendMessage", "s3:ListAllMyBuckets", "nonsense", "")
        from resource in Gen.Elements("arn:aws:s3:::b/x", "arn:aws:s3:::b/*", "arn:aws:s3:::b/x/😀", "arn:aws:sqs:eu-west-1:111122223333:q", "*", "arn:aws:s3:::b", "x")
        from count in Gen.Choose(0, 4)
        from entries in Gen.ArrayOf(Entry, count)
        select new AuthorizationRequest(RequestPrincipal.FromArn(Asking.Alice), action, resource, ContextOf(entries));

    private static Gen<(string Key, ContextValue Value)> Entry =>
        from key in Gen.Elements(Keys)
        from value in Gen.Frequency(
            (5, Gen.Elements(Values).Select(ContextValue.Of)),
            (2, Gen.Choose(0, 2).SelectMany(static n => Gen.ArrayOf(Gen.Elements(Values), n)).Select(static list => ContextValue.OfList(list))),
            (1, Gen.Constant(ContextValue.Unknown)))
        select (key, value);

    private static RequestContext ContextOf((string Key, ContextValue Value)[] entries)
    {
        RequestContextBuilder builder = new();
        foreach ((string key, ContextValue value) in entries)
        {
            bool tooMany = GlobalConditionKeys.Find(key) is { IsMultivalued: false } && value.Values.Length > 1;
            if (!tooMany) builder.Set(key, value);
        }

        return builder.Build();
    }

    private static IEnumerable<PolicyDocument> ShrinkDocument(PolicyDocument document)
    {
        for (int i = 0; i < document.Statements.Count && document.Statements.Count > 1; i++)
        {
            int dropped = i;
            yield return document with { Statements = [.. document.Statements.Where((_, index) => index != dropped)] };
        }

        for (int i = 0; i < document.Statements.Count; i++)
        {
            int bare = i;
            if (document.Statements[i].Condition is null) continue;
            yield return document with { Statements = [.. document.Statements.Select((s, index) => index == bare ? s with { Condition = null } : s)] };
        }
    }

    private static Gen<string[]> ListOf(Gen<string> items) => Gen.Frequency((4, Gen.ArrayOf(items, 1)), (2, Gen.ArrayOf(items, 2)), (1, Gen.ArrayOf(items, 3)));

    private static SyntaxList<TextValue> Texts(string[] texts) => new([.. texts.Select(static t => new TextValue { Text = t })], texts.Length == 1);
}
