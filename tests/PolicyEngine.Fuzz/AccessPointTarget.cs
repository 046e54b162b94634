using System.Text;
using PolicyEngine.Reference;
using static PolicyEngine.Fuzz.BrokenPromiseException;

namespace PolicyEngine.Fuzz;

/// <summary>Requests on access points and on what looks like one. Lines: action, resource, bucket, its account, VPC of the access point and VPC of the call, or
/// nothing for what is not told, and the ARN of the access point behind one of Object Lambda.</summary>
internal sealed class AccessPointTarget : IFuzzTarget
{
    private const string Account = "111122223333";
    private const int Lines = 7;
    private static readonly RequestPrincipal Caller = RequestPrincipal.FromArn($"arn:aws:iam::{Account}:user/Alice");
    private static readonly PolicyEvaluator Evaluator = new();
    private static readonly AttachedPolicies Everything = AttachedPolicies.Of(PolicyDocument.Parse("""{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"*","Resource":"*"}}"""));

    private static readonly string[] Calls =
    [
        "s3:GetObject\narn:aws:s3:eu-west-1:111122223333:accesspoint/ap/object/k",
        "s3:GetObject\narn:aws:s3::111122223333:accesspoint/m.mrap/object/a/b",
        "S3:listbucket\narn:aws:s3:eu-west-1:444455556666:accesspoint/ap",
        "s3:GetAccessPoint\narn:aws:s3:eu-west-1:111122223333:accesspoint/ap",
        "s3:GetObject\narn:aws:s3:::ap-1-s3alias/k",
        "s3:GetObject\narn:aws:s3:::b/k",
        "s3-object-lambda:GetObject\narn:aws:s3-object-lambda:eu-west-1:111122223333:accesspoint/ol/object/k",
        "s3-object-lambda:WriteGetObjectResponse\narn:aws:s3-object-lambda:eu-west-1:111122223333:accesspoint/ol",
        "s3express:CreateSession\narn:aws:s3express:eu-west-1:111122223333:accesspoint/ap--z--xa-s3",
        "s3-outposts:GetObject\narn:aws:s3-outposts:eu-west-1:111122223333:outpost/op-1/accesspoint/ap/object/k",
    ];

    private static readonly string[] Slots =
    [
        "arn:aws:s3:::b\n111122223333\n\n\n",
        "arn:aws:s3:::b\n111122223333\nvpc-1\nvpc-1\n",
        "arn:aws:s3:::b\n444455556666\nvpc-1\nvpc-2\narn:aws:s3:eu-west-1:111122223333:accesspoint/ap",
        "\n\nvpc-1\n\narn:aws:s3:eu-west-1:111122223333:accesspoint/ap",
        "b\nx\n\n\n",
        "\n\n\n\n",
    ];

    public void Run(byte[] bytes)
    {
        string?[] lines = [.. Encoding.UTF8.GetString(bytes).Split('\n').Take(Lines).Select(static line => line.Length == 0 ? null : line)];
        string? at(int line) => lines.ElementAtOrDefault(line);
        RequestContextBuilder context = new();
        if (at(5) is { } vpc) context.Set("aws:SourceVpc", vpc);
        AuthorizationRequest request = new(Caller, at(0) ?? "", at(1) ?? "", context.Build());
        AccessPoint slot = new() { Policies = AttachedPolicies.None, BucketArn = at(2), BucketAccount = at(3), Origin = at(4) is null ? AccessPointOrigin.Internet : AccessPointOrigin.Vpc, VpcId = at(4) };
        PolicySet granted = new() { Identity = Everything };
        AuthorizationDecision untold = Check(granted, request);
        AuthorizationDecision told = Check(granted with { AccessPoint = slot with { Supporting = at(6) is null ? null : slot with { Arn = at(6) } } }, request);
        ThrowUnless(!untold.IsAllowed || told.IsAllowed, "what is allowed without an access point is so with one");
        ThrowUnless(!(told.Cause == DecisionCause.OutsideNetworkOrigin && at(4) is null), "an access point that takes calls from everywhere denies none by its origin");
    }

    public IEnumerable<byte[]> GetSeeds(SeedFolders folders) => Calls.SelectMany(static call => Slots.Select(slot => Encoding.UTF8.GetBytes($"{call}\n{slot}")));

    /// <summary>The decision, which the reference and the explanation share.</summary>
    private static AuthorizationDecision Check(PolicySet policies, AuthorizationRequest request)
    {
        CompiledPolicySet compiled = PolicyCompiler.Compile(policies);
        AuthorizationDecision decision = Evaluator.Evaluate(compiled, request);
        ReferenceAuthorizationDecision expected = ReferenceAuthorization.Decide(policies, request, AuthorizationOptions.Default);
        ThrowUnless(decision.IsAllowed == (expected.Outcome == ReferenceOutcome.Allowed) && decision.IsCertain == expected.IsCertain, $"the reference decides the same: {decision}, not {expected.Outcome}, certain {expected.IsCertain}");
        AuthorizationExplanation explanation = Evaluator.Explain(compiled, request);
        ThrowUnless(explanation.Decision == decision && explanation.Dependencies.SequenceEqual(decision.GetDependencies()), "explain agrees with evaluate");
        return decision;
    }
}
