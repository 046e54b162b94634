namespace PolicyEngine.Workloads.Naive;

/// <summary>W1 as somebody would write it who knows the policy when the program is written: the floor.</summary>
public static class HandWritten
{
    private const string Account = "123456789012";
    private const string Endpoint = "vpce-1234a5678b9012c";
    private const string Service = "secretsmanager:";
    private const string Get = "secretsmanager:GetSecretValue";

    /// <summary>The endpoint is a field of the request.</summary>
    public static Decision Decide(string account, string action, string? endpoint)
    {
        if (endpoint != Endpoint && string.Equals(action, Get, StringComparison.OrdinalIgnoreCase)) return Decision.ExplicitDeny;
        return account == Account && action.StartsWith(Service, StringComparison.OrdinalIgnoreCase) ? Decision.Allowed : Decision.ImplicitDeny;
    }

    /// <summary>The endpoint is looked up in a dictionary whose keys ignore letter case.</summary>
    public static Decision Decide(string account, string action, Dictionary<string, string> context)
    {
        context.TryGetValue("aws:SourceVpce", out string? endpoint);
        return Decide(account, action, endpoint);
    }
}
