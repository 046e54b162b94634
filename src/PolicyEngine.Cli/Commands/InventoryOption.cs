using System.CommandLine;

namespace PolicyEngine.Cli.Commands;

/// <summary>The option that names an inventory of VPC endpoints, and how it is read.</summary>
internal static class InventoryOption
{
    private const string OwnFindings = "PE52";

    /// <summary>Makes the option.</summary>
    internal static Option<string?> Create() => new("--inventory")
    {
        Description = "The output of 'aws ec2 describe-vpc-endpoints'; - reads standard input",
        HelpName = "FILE",
    };

    /// <summary>Reads an inventory, and tells what is wrong or doubtful about its endpoints; advice about their policies is for <c>check</c>.</summary>
    /// <returns>The inventory; null where it has errors, which were told.</returns>
    /// <exception cref="InputException">The file cannot be read.</exception>
    internal static async Task<VpcEndpointInventory?> ReadAsync(string file, CliConsole console, CancellationToken cancellation)
    {
        PolicyText text = await InputText.ReadAsync(console, file, VpcEndpointParserOptions.Default.MaxBytes, cancellation).ConfigureAwait(false);
        if (text.Length == 0) throw new InputException($"'{InputFiles.NameOf(file)}' is empty where an inventory is expected");
        ParseResult<VpcEndpointInventory> read = VpcEndpointInventory.Parse(text);
        foreach (Diagnostic diagnostic in read.Diagnostics.Where(IsToldHere)) console.Complain(DiagnosticFormatter.FormatLine(diagnostic));
        return read.Value;
    }

    private static bool IsToldHere(Diagnostic diagnostic) =>
        diagnostic.Severity == DiagnosticSeverity.Error
        || (diagnostic.Severity == DiagnosticSeverity.Warning && diagnostic.Id.StartsWith(OwnFindings, StringComparison.Ordinal));
}
