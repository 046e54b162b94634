using PolicyEngine.Syntax;
using PolicyEngine.Tests.Evaluation;

namespace PolicyEngine.Tests.Threats;

/// <summary>What tests/fuzz found, each as small as it gets.</summary>
public class FuzzFindTests
{
    private const string Account = PolicySets.Account;

    /// <summary>A text that only ends like an exempt resource once escaped the resource control policies.</summary>
    [Theory]
    [InlineData("sts:TagSession", "arn:aws:iam::111122223333:role/aws-service-role/x/Y", false)]
    [InlineData("sts:TagSession", "Arn:aws:iam::111122223333:role/aws-service-role/x/Y", true)]
    [InlineData("sts:TagSession", "x:aws:iam::111122223333:role/aws-service-role/x/Y", true)]
    [InlineData("sts:TagSession", "arn:aws:s3::111122223333:role/aws-service-role/x/Y", true)]
    [InlineData("kms:DescribeKey", "arn:aws:kms:eu-west-1:111122223333:alias/aws/s3", false)]
    [InlineData("kms:DescribeKey", "Arn:aws:kms:eu-west-1:111122223333:alias/aws/s3", true)]
    [InlineData("kms:DescribeKey", "arn:aws:s3:eu-west-1:111122223333:alias/aws/s3", true)]
    public void A28_only_an_arn_of_the_service_is_exempt(string action, string resource, bool denied)
    {
        PolicyDocument deny = Laws.AuthorizationCases.Everything(PolicyType.ResourceControl, Effect.Deny);
        AuthorizationRequest request = new(PolicySets.Alice, action, resource) { ResourceAccount = Account };
        AuthorizationDecision decision = TestPolicy.Evaluator.Evaluate(PolicyCompiler.Compile(new PolicySet { ResourceControl = AttachedPolicies.Of(deny) }), request);
        Assert.Equal(denied, decision.Decision == Decision.ExplicitDeny);
    }

    /// <summary>An alias of another service once needed no key policy, and a text that only ends like a role still needs a trust policy.</summary>
    [Theory]
    [InlineData("kms:CreateAlias", "arn:aws:kms:eu-west-1:111122223333:alias/x", true)]
    [InlineData("kms:CreateAlias", "x:aws:kms:eu-west-1:111122223333:alias/x", false)]
    [InlineData("kms:CreateAlias", "arn:aws:s3:eu-west-1:111122223333:alias/x", false)]
    [InlineData("sts:TagSession", "x:aws:iam::111122223333:role/App", false)]
    public void A57_only_an_alias_needs_no_key_policy(string action, string resource, bool allowed)
    {
        PolicyDocument all = Laws.AuthorizationCases.Everything(PolicyType.Identity, Effect.Allow);
        AuthorizationRequest request = new(PolicySets.Alice, action, resource) { ResourceAccount = Account };
        Assert.Equal(allowed, TestPolicy.Evaluator.Evaluate(PolicyCompiler.Compile(new PolicySet { Identity = AttachedPolicies.Of(all) }), request).IsAllowed);
    }

    /// <summary>White space beyond ASCII once was part of a variable's name, which then had no value: a negated operator matched for certain.</summary>
    [Theory]
    [InlineData(' ')]
    [InlineData('\u00A0')]
    [InlineData('\u2003')]
    [InlineData('\u2028')]
    [InlineData('\u3000')]
    [InlineData('\u000B')]
    public void L170_a_name_of_a_variable_holds_no_white_space(char blank)
    {
        ConditionEntry entry = new() { Key = "k:v", Values = [new ConditionValue { Text = $"${{k:{blank}w}}" }] };
        ConditionClause clause = new() { Operator = new ConditionOperator(ConditionOperatorKind.StringNotEquals), Entries = [entry] };
        PolicyDocument all = Laws.AuthorizationCases.Everything(PolicyType.Identity, Effect.Allow);
        CompiledPolicy policy = PolicyCompiler.Compile(all with { Version = PolicyVersion.Version2012, Statements = [all.Statements[0] with { Condition = new ConditionBlock { Clauses = [clause] } }] });
        PolicyDecision decision = TestPolicy.Ask(policy, TestPolicy.Context(("k:v", "x")));
        Assert.Equal((false, false), (decision.IsAllowed, decision.IsCertain));
    }
}
