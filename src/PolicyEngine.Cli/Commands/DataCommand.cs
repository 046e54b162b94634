using System.CommandLine;
using PolicyEngine.Cli.Output;

namespace PolicyEngine.Cli.Commands;

/// <summary><c>data</c>: the facts about AWS that the tool carries, each with its source and date.</summary>
internal static class DataCommand
{
    private static string Names => string.Join(", ", DataTable.All.Select(static table => table.Name));

    /// <summary>Makes the command.</summary>
    internal static Command Create(CliConsole console)
    {
        Argument<string?> name = new("TABLE") { Description = $"A table: {Names}; without it, all tables with their dates", Arity = ArgumentArity.ZeroOrOne, HelpName = "TABLE" };
        Argument<string[]> groups = new("NAME") { Description = "Print rows of these names only: a service such as ecr, an ARN form or a partition; letter case is ignored", Arity = ArgumentArity.ZeroOrMore };
        OutputOptions output = new(("text", OutputFormat.Text), ("json", OutputFormat.Json), ("markdown", OutputFormat.Markdown));
        DocumentedCommand command = new("data", "Prints the facts about AWS that answers rest on, each with its source and its date.")
        {
            Examples =
            [
                ("policyengine data", "Lists the tables with their dates."),
                ("policyengine data profiles ecr kms", "Prints what ECR and KMS do differently from other services."),
            ],
        };
        command.Add(name);
        command.Add(groups);
        output.AddTo(command);
        command.SetAction((parsed, _) => output.RunAsync(parsed, console, own => Task.FromResult(Run(own, parsed.GetValue(name), parsed.GetValue(groups) ?? [], output.FormatOf(parsed)))));
        return command;
    }

    private static ExitCode Run(CliConsole console, string? name, string[] groups, OutputFormat format)
    {
        if (name is null)
        {
            if (format == OutputFormat.Text) DataView.WriteList(Screen.On(console), DataTable.All);
            else foreach (DataTable each in DataTable.All) Print(console, each, each.Rows, format);
            return ExitCode.Success;
        }

        DataTable? table = DataTable.All.FirstOrDefault(known => known.Name.Equals(name, StringComparison.OrdinalIgnoreCase));
        if (table is null)
        {
            console.Complain($"there is no table '{name}'; tables are {Names}");
            return ExitCode.Usage;
        }

        foreach (string group in groups)
        {
            if (table.Rows.Any(row => row[0].Equals(group, StringComparison.OrdinalIgnoreCase))) continue;
            console.Complain($"the table '{table.Name}' of {table.Dates.Newest} has no row '{group}'");
            return ExitCode.Usage;
        }

        Print(console, table, table.Rows.Where(row => groups.Length == 0 || groups.Contains(row[0], StringComparer.OrdinalIgnoreCase)), format);
        return ExitCode.Success;
    }

    private static void Print(CliConsole console, DataTable table, IEnumerable<string[]> rows, OutputFormat format)
    {
        switch (format)
        {
            case OutputFormat.Text:
                DataView.Write(Screen.On(console), console.Output, table, rows);
                break;
            case OutputFormat.Markdown:
                console.Output.Write(DataView.WriteMarkdown(table, rows));
                break;
            default:
                foreach (string[] row in rows) console.Output.Write($"{DataView.WriteJson(table, row)}\n");
                break;
        }
    }
}
