namespace PolicyEngine;

/// <summary>Something in a request that contradicts something else in it, or that cannot be.</summary>
/// <remarks>Immutable.</remarks>
/// <param name="Rule">The rule behind it, such as <c>A-98</c>.</param>
/// <param name="IsError">Whether such a request cannot come up; otherwise it is only unlikely.</param>
/// <param name="Message">One sentence without a final stop that names both sides.</param>
public sealed record RequestFault(string Rule, bool IsError, string Message)
{
    /// <summary>The message with its rule.</summary>
    /// <returns>Such as <c>… [A-98]</c>.</returns>
    public override string ToString() => $"{Message} [{Rule}]";
}
