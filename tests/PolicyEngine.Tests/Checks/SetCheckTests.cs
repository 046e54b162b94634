using PolicyEngine.Checks;
using PolicyEngine.Syntax;

namespace PolicyEngine.Tests.Checks;

/// <summary>C-80: documents that apply to one principal or one resource, each finding with a near miss.</summary>
public class SetCheckTests
{
    private const string Read = "\"Effect\":\"Allow\",\"Action\":\"s3:GetObject\",\"Resource\":\"arn:aws:s3:::ledger/*\"";

    /// <summary>The ids that need more than one document.</summary>
    internal static readonly string[] Ids = ["PE6202", "PE6203", "PE6204", "PE6205"];

    [Theory]
    [InlineData("\"Effect\":\"Deny\",\"Action\":\"s3:*\",\"Resource\":\"*\"", true)]
    [InlineData("\"Effect\":\"Deny\",\"Action\":\"s3:*\",\"Resource\":\"*\",\"Condition\":{\"Bool\":{\"aws:SecureTransport\":\"false\"}}", false)]
    [InlineData("\"Effect\":\"Deny\",\"Action\":\"s3:Put*\",\"Resource\":\"*\"", false)]
    public void PE6201_a_Deny_of_another_document(string other, bool isFound)
    {
        foreach (PolicyType type in (PolicyType[])[PolicyType.Identity, PolicyType.PermissionsBoundary, PolicyType.ServiceControl])
        {
            AttachedPolicies deny = AttachedPolicies.Of(Document(other, type));
            PolicySet set = new() { Identity = AttachedPolicies.Of(Document(Read)) };
            set = type == PolicyType.Identity ? set with { Identity = AttachedPolicies.Of(Document(Read), Document(other)) } : set.With(type, deny);
            Assert.Equal(isFound, PolicyChecker.CheckSet(set).Any(static each => each.Id == "PE6201"));
        }
    }

    [Theory]
    [InlineData("\"Effect\":\"Allow\",\"Action\":\"sqs:*\",\"Resource\":\"*\"", "PE6202")]
    [InlineData("\"Effect\":\"Allow\",\"Action\":\"s3:Get*\",\"Resource\":\"*\"", "")]
    [InlineData("\"Effect\":\"Allow\",\"NotAction\":\"iam:*\",\"Resource\":\"*\"", "")]
    public void PE6202_actions_outside_the_boundary(string boundary, string expected)
    {
        PolicySet set = new() { Identity = AttachedPolicies.Of(Document(Read)), PermissionsBoundary = AttachedPolicies.Of(Document(boundary, PolicyType.PermissionsBoundary)) };
        Assert.Equal(expected, string.Join(' ', PolicyChecker.CheckSet(set).Select(static each => each.Id)));
    }

    [Theory]
    [InlineData("\"Effect\":\"Allow\",\"Action\":\"*\",\"Resource\":\"*\"},{\"Effect\":\"Deny\",\"Action\":[\"s3:Get*\"],\"Resource\":\"*\"},{\"Effect\":\"Deny\",\"Action\":[\"s3:Put*\"],\"Resource\":\"*\"", "PE6203")]
    [InlineData("\"Effect\":\"Allow\",\"Action\":\"sqs:*\",\"Resource\":\"*\"", "PE6203")]
    [InlineData("\"Effect\":\"Allow\",\"Action\":\"*\",\"Resource\":\"*\"},{\"Effect\":\"Deny\",\"Action\":[\"s3:Get*\"],\"Resource\":\"*\"", "")]
    [InlineData("\"Effect\":\"Allow\",\"Action\":\"*\",\"Resource\":\"*\"},{\"Effect\":\"Deny\",\"Action\":[\"s3:Get*\",\"s3:PutObject\"],\"Resource\":\"arn:aws:s3:::other/*\"", "")]
    public void PE6203_actions_outside_a_level(string statements, string expected)
    {
        PolicyDocument identity = Document("\"Effect\":\"Allow\",\"Action\":[\"s3:GetObject\",\"s3:PutObject\"],\"Resource\":\"*\"");
        PolicySet set = new() { Identity = AttachedPolicies.Of(identity), ServiceControl = AttachedPolicies.OfLevels(new PolicyLevel("root", Document(statements, PolicyType.ServiceControl))) };
        Assert.Equal(expected, string.Join(' ', PolicyChecker.CheckSet(set).Select(static each => each.Id)));
    }

    [Theory]
    [InlineData("arn:aws:iam::111122223333:role/gone", true)]
    [InlineData("arn:aws:iam::111122223333:role/team/app", false)]
    [InlineData("arn:aws:iam::444455556666:role/gone", false)]
    [InlineData("arn:aws:iam::111122223333:root", false)]
    public void PE6204_a_principal_that_does_not_exist(string principal, bool isFound)
    {
        PolicyDocument document = TestPolicy.Parse($$$"""{"Version":"2012-10-17","Statement":{"Effect":"Allow","Principal":{"AWS":"{{{principal}}}"},"Action":"sts:AssumeRole"}}""", PolicyType.Trust).GetValueOrThrow();
        PolicyCheckerOptions options = PolicyCheckerOptions.Default with { KnownPrincipals = SyntaxList.Create<string>(["arn:aws:iam::111122223333:role/team/app", "arn:aws:iam::111122223333:user/u"]) };
        Assert.Equal(isFound, PolicyChecker.Check(document, options).Any(static each => each.Id == "PE6204"));
        Assert.DoesNotContain(PolicyChecker.Check(document), static each => each.Id == "PE6204");
    }

    [Theory]
    [InlineData("\"Sid\":\"other\"," + Read, true)]
    [InlineData("\"Effect\":\"Allow\",\"Action\":\"s3:GetObject\",\"Resource\":\"arn:aws:s3:::ledger\"", false)]
    public void PE6205_a_statement_of_two_documents(string other, bool isFound)
    {
        PolicySet set = new() { Identity = AttachedPolicies.Of(Document(Read), Document(other)) };
        Finding[] found = [.. PolicyChecker.CheckSet(set)];
        Assert.Equal(isFound, found.Length == 1);
        if (isFound) Assert.Equal(("PE6205", DiagnosticSeverity.Information), (found[0].Id, found[0].Severity));
    }

    private static PolicyDocument Document(string statement, PolicyType type = PolicyType.Identity) =>
        TestPolicy.Parse($$"""{"Version":"2012-10-17","Statement":[{ {{statement}} }]}""", type).GetValueOrThrow();
}
