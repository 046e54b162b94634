using PolicyEngine.Diagnostics;
using PolicyEngine.Endpoints;
using PolicyEngine.Syntax;
using PolicyEngine.Text;

namespace PolicyEngine.Cli;

/// <summary>Reads the VPC endpoints of an account: the output of <c>describe-vpc-endpoints</c>.</summary>
internal static class InventoryFile
{
    private const string OwnFindings = "PE52";

    /// <summary>Reads a file, and tells of errors and of doubts about the endpoints; advice about their policies is for <c>check</c>.</summary>
    /// <returns>The endpoints; null when there are errors, which were told.</returns>
    /// <exception cref="InputException">The file cannot be read.</exception>
    internal static async Task<VpcEndpointInventory?> ReadAsync(CliConsole console, string file, CancellationToken cancellation)
    {
        PolicyText text = await InputText.ReadAsync(console, file, new VpcEndpointReaderOptions().MaxBytes, cancellation).ConfigureAwait(false);
        ParseResult<VpcEndpointInventory> read = VpcEndpointReader.Parse(text);
        foreach (Diagnostic diagnostic in read.Diagnostics.Where(IsToldHere)) console.Complain(DiagnosticFormatter.FormatLine(diagnostic));
        return read.Value;
    }

    private static bool IsToldHere(Diagnostic diagnostic) =>
        diagnostic.Severity == DiagnosticSeverity.Error
        || (diagnostic.Severity == DiagnosticSeverity.Warning && diagnostic.Id.StartsWith(OwnFindings, StringComparison.Ordinal));
}
