using System.Globalization;
using PolicyEngine.Catalogue;
using PolicyEngine.Cli.Running;

namespace PolicyEngine.Cli.Output;

/// <summary>Actions one a line, so that other programs can read them; those of a policy below their statement.</summary>
internal sealed class TextExpansionReport(CliConsole console) : IExpansionReport
{
    /// <inheritdoc/>
    public void AddPatterns(IReadOnlyCollection<PatternExpansion> patterns) => Write("", Expansion.Union(patterns));

    /// <inheritdoc/>
    public void AddPolicy(IReadOnlyCollection<Expansion> statements, bool all)
    {
        foreach (Expansion statement in statements)
        {
            string sid = statement.Sid is { } name ? $" '{TerminalText.Of(name)}'" : "";
            string number = string.Create(CultureInfo.InvariantCulture, $"{statement.Actions.Length} action{(statement.Actions.Length == 1 ? "" : "s")}");
            console.Output.Write(string.Create(CultureInfo.InvariantCulture, $"Statement[{statement.Statement}]{sid} {statement.Element.Name}: {number}{(statement.Element.IsNegated ? " remain" : "")}\n"));
            if (!statement.Element.IsNegated || all)
            {
                Write("  ", statement.Actions);
                continue;
            }

            foreach (IGrouping<string, CatalogueAction> service in statement.Actions.GroupBy(static action => action.Service, StringComparer.Ordinal))
            {
                console.Output.Write(string.Create(CultureInfo.InvariantCulture, $"  {service.Key} {service.Count()}\n"));
            }
        }
    }

    private void Write(string indent, IEnumerable<CatalogueAction> actions)
    {
        foreach (CatalogueAction action in actions) console.Output.Write($"{indent}{action.FullName}\n");
    }
}
