namespace PolicyEngine.Checks.Rules;

/// <summary>Tells of Allows for one network that do not reach the calls which a service makes for the caller.</summary>
/// <remarks>AWS: <see href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html">AWS global condition context keys</see>.</remarks>
internal static class NetworkPinnedAllow
{
    /// <summary>The services whose actions no service calls for a caller.</summary>
    private static readonly string[] CalledByCallersAlone = ["sts", "execute-api", "iam", "signin", "sso", "ssmmessages", "ec2messages"];

    private static readonly DiagnosticDescriptor Pinned = new(
        "PE6119", "C-77", DiagnosticSeverity.Information, "Allow pinned to a network",
        "'{0}' on '{1}' does not hold for calls that a service makes for the caller, which come from elsewhere and are not allowed",
        "Add an Allow with aws:ViaAWSService true, or with aws:CalledVia, where such calls are to pass.");

    internal static CheckRule Rule { get; } = new(Pinned) { Document = Check };

    private static void Check(AdviceContext context, PolicyDocument document)
    {
        if (context.Type is not (PolicyType.Identity or PolicyType.Managed)) return;
        CheckedStatements statements = new(document);
        for (int i = 0; i < statements.Count; i++)
        {
            if (statements[i].Allows && statements[i].Tests.Exists(IsOfForwarded)) return;
        }

        bool isTold = false;
        context.ForEach(statements, (own, statement) =>
        {
            if (isTold || !statement.Allows || ActionAdvice.AreAllOf(statement.Action, CalledByCallersAlone)) return;
            foreach (ConditionTest test in statement.Tests)
            {
                if (isTold || !IsNetwork(test)) continue;
                isTold = true;
                own.FindAt(test, Pinned, FindingDetail.None, test.Name, test.Entry.Key);
            }
        });
    }

    private static bool IsOfForwarded(ConditionTest test) => test.IsOn("aws:ViaAWSService") || test.Entry.Key.StartsWith("aws:CalledVia", StringComparison.OrdinalIgnoreCase);

    private static bool IsNetwork(ConditionTest test) => test.IsOfValue && test.IsFalseWhenMissing && !test.Operator.IsNegated
        && test.IsOnAny("aws:SourceIp", "aws:VpcSourceIp", "aws:SourceVpc", "aws:SourceVpce", "aws:SourceVpcArn");
}
