using System.CommandLine;
using System.CommandLine.Parsing;
using PolicyEngine.Cli.Output;
using PolicyEngine.Cli.Specification;

namespace PolicyEngine.Cli.Commands;

/// <summary><c>why</c>: what a rule says that a diagnostic or an explanation names.</summary>
internal static class WhyCommand
{
    /// <summary>Makes the command.</summary>
    internal static Command Create(CliConsole console)
    {
        Argument<string[]> rules = new("RULE") { Description = "Numbers of rules, such as A-30; letter case is ignored", Arity = ArgumentArity.OneOrMore };
        rules.Validators.Add(CheckRules);
        OutputOptions output = new(("text", OutputFormat.Text), ("json", OutputFormat.Json));
        DocumentedCommand command = new("why", "Prints rules of the specification: what AWS does, where AWS says so, and how sure that is.")
        {
            Examples =
            [
                ("policyengine why A-30", "Prints the rule that an explanation names."),
                ("policyengine why L-114 A-72 --format json", "Prints two rules, one object a line."),
            ],
        };
        command.Add(rules);
        output.AddTo(command);
        command.SetAction((parsed, _) => output.RunAsync(parsed, console, own => Task.FromResult(Run(own, parsed.GetRequiredValue(rules), output.FormatOf(parsed)))));
        return command;
    }

    private static ExitCode Run(CliConsole console, string[] numbers, OutputFormat format)
    {
        RuleView view = new(Screen.On(console));
        bool isFirst = true;
        foreach (SpecificationRule rule in numbers.Select(static number => RuleBook.Find(number)!))
        {
            if (format == OutputFormat.Json)
            {
                console.Output.Write($"{RuleJson.Write(rule)}\n");
                continue;
            }

            if (!isFirst) console.Output.Write("\n");
            isFirst = false;
            view.Draw(rule);

            // The address is on a line of its own, uncut, so that terminals find it whole.
            console.Output.Write($"{RuleLinks.Find(rule.Id)}\n");
        }

        return ExitCode.Success;
    }

    private static void CheckRules(ArgumentResult result)
    {
        foreach (Token token in result.Tokens)
        {
            if (RuleBook.Find(token.Value) is not null) continue;
            string hint = RuleBook.FindNearest(token.Value) is { } near ? $"the nearest is {near}" : "rules are numbered L-n, A-n, Q-n and C-n";
            result.AddError($"there is no rule '{token.Value}'; {hint}");
        }
    }
}
