using PolicyEngine.Requests;
using PolicyEngine.Syntax;
using PolicyEngine.Text;

namespace PolicyEngine.Cli.Cases;

/// <summary>The members of a case, as they are found; their presence tells the kind of case.</summary>
internal sealed class CaseDraft(PolicyText text)
{
    internal PolicyText Text { get; } = text;

    internal string? Id { get; set; }

    internal string? Rule { get; set; }

    internal string? Note { get; set; }

    internal string? Expected { get; set; }

    internal PolicyType? PolicyType { get; set; }

    internal ParseLevel Level { get; set; }

    internal PolicyText? Policy { get; set; }

    internal string? PolicyText { get; set; }

    internal CasePolicies? Policies { get; set; }

    internal AuthorizationRequest? Request { get; set; }

    /// <summary>The case that the members make.</summary>
    internal Case ToCase()
    {
        if (Policies is { } policies) return ToAuthorizationCase(policies);
        if (PolicyType is not { } type) throw new CaseFormatException("the case lacks 'policyType'");
        return (Policy, PolicyText, Request) switch
        {
            ({ } policy, null, { } request) => ToDocumentCase(type, policy, request),
            (null, { } policyText, null) => ToParseCase(type, policyText),
            (null, null, _) => throw new CaseFormatException("the case has none of 'policies', 'policy' and 'policyText'"),
            ({ }, { }, _) => throw new CaseFormatException("the case has both 'policy' and 'policyText'"),
            ({ }, _, null) => throw new CaseFormatException("the case lacks 'request'"),
            _ => throw new CaseFormatException("a case with 'policyText' has no 'request'"),
        };
    }

    private AuthorizationCase ToAuthorizationCase(CasePolicies policies)
    {
        if (Policy is not null || PolicyText is not null || PolicyType is not null) throw new CaseFormatException("a case with 'policies' has no other policy");
        AuthorizationRequest request = Request ?? throw new CaseFormatException("the case lacks 'request'");
        if (request.FindFault() is { } fault) throw new CaseFormatException(fault);
        return new AuthorizationCase { Id = Id, Rule = Rule, Note = Note, Text = Text, Level = Level, Policies = policies, Request = request, Expected = ToExpectation() };
    }

    private DocumentCase ToDocumentCase(PolicyType type, PolicyText policy, AuthorizationRequest request) => new()
    {
        Id = Id,
        Rule = Rule,
        Note = Note,
        Text = Text,
        PolicyType = type,
        Level = Level,
        Policy = policy,
        Request = request,
        Expected = ToExpectation(),
    };

    private Expectation? ToExpectation() => Expected switch
    {
        null => null,
        "allowed" => Expectation.Allowed,
        "explicitDeny" => Expectation.ExplicitDeny,
        "implicitDeny" => Expectation.ImplicitDeny,
        "indeterminate" => Expectation.Indeterminate,
        _ => throw new CaseFormatException($"'{Expected}' is not what a decision can be: allowed, explicitDeny, implicitDeny or indeterminate"),
    };

    private ParseCase ToParseCase(PolicyType type, string policyText) => new()
    {
        Id = Id,
        Rule = Rule,
        Note = Note,
        Text = Text,
        PolicyType = type,
        Level = Level,
        Policy = PolicyEngine.Text.PolicyText.FromString(policyText, $"{Text.Name}[{Id ?? Text.GetPosition(0).ToString()}]"),
        ExpectedValid = Expected switch
        {
            null => null,
            "valid" => true,
            "invalid" => false,
            _ => throw new CaseFormatException($"'{Expected}' is not what a policy text can be: valid or invalid"),
        },
    };
}
