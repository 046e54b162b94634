namespace PolicyEngine.Workloads.Naive;

/// <summary>A request as a straightforward evaluator takes it: texts, and a dictionary of condition keys.</summary>
public sealed class NaiveRequest
{
    /// <summary>Fills the dictionary.</summary>
    public NaiveRequest(RequestTexts texts)
    {
        Principal = texts.Principal;
        Role = texts.Role;
        Account = texts.Principal.Split(':')[4];
        Action = texts.Action;
        Resource = texts.Resource;
        IsThroughEndpoint = texts.IsThroughEndpoint;
        Context = new Dictionary<string, string[]>(texts.Context.Length, StringComparer.OrdinalIgnoreCase);
        foreach (KeyTexts key in texts.Context) Context[key.Name] = key.Values;
    }

    internal string Principal { get; }

    internal string? Role { get; }

    internal string Account { get; }

    internal string Action { get; }

    internal string Resource { get; }

    internal bool IsThroughEndpoint { get; }

    internal Dictionary<string, string[]> Context { get; }
}
