using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;

namespace PolicyEngine;

/// <summary>What parsing gave: a value or errors, and in both cases whatever else was found.</summary>
/// <typeparam name="T">The kind of value.</typeparam>
public sealed class ParseResult<T>
    where T : class
{
    private readonly Lazy<ImmutableArray<Diagnostic>> diagnostics;

    internal ParseResult(T? value, ImmutableArray<Diagnostic> diagnostics)
    {
        Value = value;
        this.diagnostics = new(diagnostics);
    }

    /// <summary>A result whose errors are known, and whose other findings are still to be found.</summary>
    internal ParseResult(T? value, Func<ImmutableArray<Diagnostic>> findDiagnostics)
    {
        Value = value;
        diagnostics = new(findDiagnostics);
    }

    /// <summary>The value; null if and only if there are errors.</summary>
    public T? Value { get; }

    /// <summary>All findings in text order, at most as many as the options say and one more.</summary>
    /// <remarks>Advice on a policy document is worked out when this is first read, which costs about half as much as parsing did.</remarks>
    public ImmutableArray<Diagnostic> Diagnostics => diagnostics.Value;

    /// <summary>Whether there is a value.</summary>
    [MemberNotNullWhen(true, nameof(Value))]
    public bool Success => Value is not null;

    /// <summary>The value, or an exception with all findings.</summary>
    /// <returns>The value.</returns>
    /// <exception cref="PolicyDiagnosticException">There are errors.</exception>
    public T GetValueOrThrow() => Value ?? throw new PolicyDiagnosticException(Diagnostics);
}
