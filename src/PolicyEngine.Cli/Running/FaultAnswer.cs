using System.Collections.Immutable;
using PolicyEngine.Cli.Cases;

namespace PolicyEngine.Cli.Running;

/// <summary>A case could not be read, or its policy is none.</summary>
/// <param name="Reading">The case as far as it was read.</param>
/// <param name="Message">Why, in one sentence without a final stop.</param>
internal sealed record FaultAnswer(CaseReading Reading, string Message)
    : CaseAnswer(Reading)
{
    /// <inheritdoc/>
    internal override string Word => "error";

    /// <summary>The answer to a case of which a policy has errors.</summary>
    internal static FaultAnswer OfPolicy(CaseReading reading, ImmutableArray<Diagnostic> diagnostics)
    {
        string first = diagnostics.First(static d => d.Severity == DiagnosticSeverity.Error).Message;
        return new FaultAnswer(reading, $"the policy has errors: {first}") { Diagnostics = diagnostics };
    }

    /// <summary>The name of the text that has the fault.</summary>
    internal string NameOfText => Error?.Source.Name ?? Reading.Text.Name;

    private Diagnostic? Error => Diagnostics.FirstOrDefault(static d => d.Severity == DiagnosticSeverity.Error);

    /// <summary>Where the fault is: in the policy, in the case, or at the beginning of the case.</summary>
    internal LinePosition PositionOfFault()
    {
        if (Error is { } error) return error.Position;
        int offset = Reading.Fault?.Offset ?? 0;
        return Reading.Text.GetPosition(Math.Clamp(offset, 0, Reading.Text.Length));
    }
}
