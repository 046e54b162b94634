using System.CommandLine;
using PolicyEngine.Cli.Running;

namespace PolicyEngine.Cli.Commands;

/// <summary>The options that give policies to cases which bring none.</summary>
internal sealed class DefaultsOptions(bool takesMany)
{
    private readonly PolicyOptions policies = new(takesMany);
    private readonly Option<string?> inventory = InventoryOption.Create();

    /// <summary>The inventory, which other options may need.</summary>
    internal Option<string?> Inventory => inventory;

    /// <summary>The policies.</summary>
    internal PolicyOptions Policies => policies;

    /// <summary>Adds the options to a command.</summary>
    internal void AddTo(Command command)
    {
        policies.AddTo(command);
        command.Add(inventory);
    }

    /// <summary>Reads what the options name.</summary>
    /// <returns>The policies; null where no option names any.</returns>
    /// <exception cref="InputException">A file cannot be read, or is no inventory.</exception>
    internal async Task<PolicyDefaults?> ReadAsync(ParseResult parsed, CliConsole console, CancellationToken cancellation)
    {
        if (!policies.IsUsed(parsed)) return null;
        VpcEndpointInventory known = await ReadInventoryAsync(parsed, console, cancellation).ConfigureAwait(false);
        return new PolicyDefaults(new PolicySource(await policies.ReadAsync(parsed, console, cancellation).ConfigureAwait(false), policies.LevelOf(parsed)), known);
    }

    /// <summary>Reads the inventory; an empty one where no option names any.</summary>
    /// <exception cref="InputException">The file cannot be read, or is no inventory.</exception>
    internal async Task<VpcEndpointInventory> ReadInventoryAsync(ParseResult parsed, CliConsole console, CancellationToken cancellation)
    {
        if (parsed.GetValue(inventory) is not { } file) return VpcEndpointInventory.Empty;
        return await InventoryOption.ReadAsync(file, console, cancellation).ConfigureAwait(false)
            ?? throw new InputException($"'{InputFiles.NameOf(file)}' is no inventory that can be used");
    }
}
