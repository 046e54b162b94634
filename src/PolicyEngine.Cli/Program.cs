using PolicyEngine.Cli;
using PolicyEngine.Cli.Commands;

return await CommandLineTool.RunAsync(args, CliConsole.ForProcess()).ConfigureAwait(false);
