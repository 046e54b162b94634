namespace PolicyEngine.Cli.Cases;

/// <summary>The members of a case, as they are found; their presence tells the kind of case.</summary>
internal sealed class CaseDraft(PolicyText text, GivenKeys given)
{
    internal PolicyText Text { get; } = text;

    /// <summary>What the command line tells of condition keys.</summary>
    internal GivenKeys Given { get; } = given;

    /// <summary>The bits of the options of the command line that were used.</summary>
    internal ulong Used { get; set; }

    internal string? Id { get; set; }

    internal string? Rule { get; set; }

    internal string? Note { get; set; }

    internal string? Expected { get; set; }

    internal PolicyType? PolicyType { get; set; }

    internal ParseLevel? Level { get; set; }

    internal string? Service { get; set; }

    internal PolicyText? Policy { get; set; }

    internal string? PolicyText { get; set; }

    internal CasePolicies? Policies { get; set; }

    internal AuthorizationRequest? Request { get; set; }

    /// <summary>The members of a request that are in the case itself.</summary>
    internal RequestDraft Call { get; } = new();

    internal bool HasCall { get; set; }

    /// <summary>The case that the members make.</summary>
    internal Case ToCase()
    {
        Case made = Make();
        return made with { Used = Used, Service = Service };
    }

    private Case Make()
    {
        if (HasCall) return ToCallCase();
        if (Policies is { } policies) return ToAuthorizationCase(policies);
        bool lacksPolicies = PolicyType is null && Policy is null && PolicyText is null;
        if (lacksPolicies && Request is { } asked) return ToCallCase(PolicyEngine.Cli.Cases.Call.Of(asked));
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

    private CallCase ToCallCase()
    {
        bool isElse = Policy is not null || PolicyText is not null || PolicyType is not null || Request is not null;
        if (isElse) throw new CaseFormatException("the case has members of a request beside other ones");
        Call call = Call.ToCall(0, Given, out ulong used);
        Used |= used;
        return ToCallCase(call);
    }

    private CallCase ToCallCase(Call call)
    {
        foreach (AuthorizationRequest check in call.ToRequests()) RefuseNonsense(check);
        return new CallCase { Id = Id, Rule = Rule, Note = Note, Text = Text, Level = Level, Policies = Policies, Call = call, Expected = ToExpectation() };
    }

    /// <summary>What AWS would never ask is no case: texts that mean nothing in a request, and facts that contradict each other.</summary>
    private static void RefuseNonsense(AuthorizationRequest request)
    {
        string? nonsense = RequestWords.CheckAction(request.Action) ?? RequestWords.CheckResource(request.Resource) ?? RequestWords.CheckCaller(request.Principal.Arn?.ToString() ?? "");
        if (nonsense is not null) throw new CaseFormatException(nonsense);
        string[] errors = [.. RequestConsistency.FindFaults(request).Where(static fault => fault.IsError).Select(static fault => fault.Message)];
        if (errors.Length > 0) throw new CaseFormatException(string.Join("; ", errors));
    }

    private AuthorizationCase ToAuthorizationCase(CasePolicies policies)
    {
        if (Policy is not null || PolicyText is not null || PolicyType is not null) throw new CaseFormatException("a case with 'policies' has no other policy");
        AuthorizationRequest request = Request ?? throw new CaseFormatException("the case lacks 'request'");
        RefuseNonsense(request);
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
        Policy = PolicyEngine.PolicyText.FromString(policyText, $"{Text.Name}[{Id ?? Text.GetPosition(0).ToString()}]"),
        ExpectedValid = Expected switch
        {
            null => null,
            "valid" => true,
            "invalid" => false,
            _ => throw new CaseFormatException($"'{Expected}' is not what a policy text can be: valid or invalid"),
        },
    };
}
