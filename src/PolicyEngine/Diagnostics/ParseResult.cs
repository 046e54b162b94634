using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;

namespace PolicyEngine;

/// <summary>What parsing gave: a value or errors, and in both cases whatever else was found.</summary>
/// <typeparam name="T">The kind of value.</typeparam>
public sealed class ParseResult<T>
    where T : class
{
    internal ParseResult(T? value, ImmutableArray<Diagnostic> diagnostics)
    {
        Value = value;
        Diagnostics = diagnostics;
    }

    /// <summary>The value; null if and only if there are errors.</summary>
    public T? Value { get; }

    /// <summary>All errors, and a warning for each thing that a less strict reading lets pass, in text order; at most as many as the options say and one more.</summary>
    /// <remarks>Advice on what is legal and seldom meant comes from the package PolicyEngine.Checks.</remarks>
    public ImmutableArray<Diagnostic> Diagnostics { get; }

    /// <summary>True if there is a value.</summary>
    [MemberNotNullWhen(true, nameof(Value))]
    public bool Success => Value is not null;

    /// <summary>The value, or an exception with all findings.</summary>
    /// <returns>The value.</returns>
    /// <exception cref="PolicyDiagnosticException">There are errors.</exception>
    public T GetValueOrThrow() => Value ?? throw new PolicyDiagnosticException(Diagnostics);

    /// <summary>The value, or the first error.</summary>
    /// <returns>The text of <see cref="Value"/> where there is one; otherwise the first error on one line.</returns>
    public override string ToString() => Value?.ToString() ?? Diagnostics.First(static found => found.Severity == DiagnosticSeverity.Error).ToString();
}
