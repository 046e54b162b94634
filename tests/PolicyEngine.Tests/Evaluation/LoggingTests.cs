using Microsoft.Extensions.Logging;

namespace PolicyEngine.Tests.Evaluation;

/// <summary>What is logged, at which level, and what never is.</summary>
public class LoggingTests
{
    private const string Secret = "top-secret-value";
    private const string UndecidedAllow = """{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"*","Resource":"*","Condition":{"NumericEquals":{"k:v":"x"}}}}""";

    [Fact]
    public void A_decision_is_logged_at_debug()
    {
        Recorder log = new(LogLevel.Debug);
        Ask(log, """
            "Condition":{"StringEquals":{"k:v":"x"}}
            """, TestPolicy.Context(("k:v", Secret)));
        Assert.Equal((LogLevel.Debug, "ImplicitDeny: s3:GetObject on arn:aws:s3:::b/k\\u000Aforged by arn:aws:iam::111122223333:user/Alice"), Assert.Single(log.Lines));
    }

    [Fact]
    public void An_undecided_statement_that_matters_is_logged_as_a_warning_without_values()
    {
        Recorder log = new(LogLevel.Warning);
        Ask(log, """
            "Condition":{"NumericEquals":{"k:v":"1"}}
            """, TestPolicy.Context(("k:v", Secret)));
        (LogLevel level, string line) = Assert.Single(log.Lines);
        Assert.Equal((LogLevel.Warning, "Statement (Allow) could not be decided: the value in the request cannot be read as the operator reads it"), (level, line));
        Assert.DoesNotContain(log.Lines, static l => l.Text.Contains(Secret, StringComparison.Ordinal));
    }

    [Fact]
    public void Nothing_is_formatted_when_off()
    {
        Recorder log = new(LogLevel.None);
        Ask(log, """
            "Condition":{"NumericEquals":{"k:v":"1"}}
            """, TestPolicy.Context(("k:v", Secret)));
        Assert.Empty(log.Lines);
    }

    [Fact]
    public void All_policies_in_play_are_logged_by_kind_and_level()
    {
        const string undecided = """{"Version":"2012-10-17","Statement":{"Effect":"Deny","Action":"s3:*","Resource":"*","Condition":{"NumericEquals":{"k:v":"x"}}}}""";
        PolicySet policies = new PolicySet()
            .With(PolicyType.ServiceControl, PolicySets.Everything(PolicyType.ServiceControl), undecided)
            .With(PolicyType.VpcEndpoint, PolicySets.Nothing(PolicyType.VpcEndpoint))
            .With(PolicyType.Identity, undecided);
        Recorder log = new(LogLevel.Debug);
        new PolicyEvaluator(log).Evaluate(PolicyCompiler.Compile(policies), PolicySets.Ask(context: TestPolicy.Context(("k:v", "1"))));
        const string reason = "could not be decided: the value in the policy cannot be read as the operator reads it";
        Assert.Equal(
            [
                (LogLevel.Debug, "ExplicitDeny: s3:GetObject on arn:aws:s3:::b/k by arn:aws:iam::111122223333:user/Alice"),
                (LogLevel.Warning, $"serviceControl 'level-1': Statement (Deny) {reason}"),
                (LogLevel.Warning, $"identity: Statement (Deny) {reason}"),
            ],
            log.Lines);
    }

    [Fact]
    public void Policies_that_take_no_part_have_no_warning()
    {
        PolicySet policies = new PolicySet().With(PolicyType.Identity, UndecidedAllow).With(PolicyType.ServiceControl, UndecidedAllow);
        RequestPrincipal manager = PolicySets.Alice with { IsInManagementAccount = true };
        Recorder log = new(LogLevel.Warning);
        new PolicyEvaluator(log).Evaluate(PolicyCompiler.Compile(policies), PolicySets.Ask(manager, context: TestPolicy.Context(("k:v", "1"))));
        Assert.StartsWith("identity: ", Assert.Single(log.Lines).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_certain_decision_of_all_policies_has_no_warning()
    {
        Recorder denied = new(LogLevel.Debug);
        PolicySet denying = new PolicySet().With(PolicyType.Identity, UndecidedAllow, PolicySets.DenyAll(PolicyType.Identity));
        new PolicyEvaluator(denied).Evaluate(PolicyCompiler.Compile(denying), PolicySets.Ask(context: TestPolicy.Context(("k:v", "1"))));
        Assert.Equal(LogLevel.Debug, Assert.Single(denied.Lines).Level);

        Recorder log = new(LogLevel.Debug);
        new PolicyEvaluator(log).Evaluate(PolicyCompiler.Compile(new PolicySet()), PolicySets.Ask());
        Assert.Equal(LogLevel.Debug, Assert.Single(log.Lines).Level);
        Recorder off = new(LogLevel.Error);
        new PolicyEvaluator(off).Evaluate(PolicyCompiler.Compile(new PolicySet() with { Identity = AttachedPolicies.Unknown }), PolicySets.Ask());
        Assert.Empty(off.Lines);
    }

    private static void Ask(Recorder log, string elements, RequestContext context)
    {
        CompiledPolicy policy = TestPolicy.Compile(TestPolicy.Document("Allow", elements));
        new PolicyEvaluator(log).Evaluate(policy, new AuthorizationRequest(RequestPrincipal.FromArn(TestPolicy.Alice), TestPolicy.Action, TestPolicy.Resource + "\nforged", context));
    }

    private sealed class Recorder(LogLevel least) : ILogger
    {
        public List<(LogLevel Level, string Text)> Lines { get; } = [];

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => least != LogLevel.None && logLevel >= least;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Lines.Add((logLevel, formatter(state, exception)));
    }
}
