namespace PolicyEngine;

/// <summary>Something in a request that contradicts something else in it, or that cannot be.</summary>
/// <remarks>Immutable.</remarks>
public sealed class RequestFault
{
    internal RequestFault(string rule, bool isError, string message)
    {
        Rule = rule;
        IsError = isError;
        Message = message;
    }

    /// <summary>The rule behind it, such as <c>A-98</c>.</summary>
    public string Rule { get; }

    /// <summary>True where such a request cannot come up; otherwise it is only unlikely.</summary>
    public bool IsError { get; }

    /// <summary>One sentence without a final stop that names both sides.</summary>
    public string Message { get; }

    /// <summary>The message with its rule.</summary>
    /// <returns>Such as <c>… [A-98]</c>.</returns>
    public override string ToString() => $"{Message} [{Rule}]";
}
