using System.CommandLine;
using PolicyEngine.Catalogue;

namespace PolicyEngine.Cli.Commands;

/// <summary><c>--catalogue</c> and <c>--actions</c>: what stands in place of the catalogue that comes with the tool.</summary>
internal sealed class CatalogueOptions
{
    private const string CatalogueName = "--catalogue";
    private const string ActionsName = "--actions";
    private readonly Option<string?> catalogue = CreateCatalogue();
    private readonly Option<string?> actions = ValueOption.One(ActionsName, "FILE", "The actions that exist, one service:Name a line, in place of the catalogue that comes with the tool; nothing else is known of them then");

    /// <summary>The option for a text form.</summary>
    internal static Option<string?> CreateCatalogue() => ValueOption.One(CatalogueName, "FILE", "A catalogue that 'catalogue update' wrote, in place of the one that comes with the tool");

    /// <summary>A command takes one of the two.</summary>
    internal static void RefuseBoth(Command command, Option catalogue, Option actions) => command.Validators.Add(result =>
    {
        if (result.GetResult(catalogue) is not null && result.GetResult(actions) is not null) result.AddError($"{CatalogueName} and {ActionsName} both say what exists: give one of them");
    });

    /// <summary>Adds the options to a command.</summary>
    internal void AddTo(Command command)
    {
        command.Add(catalogue);
        command.Add(actions);
        RefuseBoth(command, catalogue, actions);
    }

    /// <summary>The catalogue that is asked.</summary>
    /// <exception cref="InputException">A file cannot be read, or is none.</exception>
    internal async Task<ServiceCatalogue> ReadAsync(ParseResult parsed, CliConsole console, CancellationToken cancellation)
    {
        if (parsed.GetValue(catalogue) is { } text) return await CatalogueFile.ReadAsync(text, console, cancellation).ConfigureAwait(false);
        if (parsed.GetValue(actions) is { } list) return await ActionsFile.ReadCatalogueAsync(list, console, cancellation).ConfigureAwait(false);
        return ServiceCatalogue.Default;
    }
}
