using Spectre.Console;

namespace PolicyEngine.Cli.Output;

/// <summary>The drawing surface for people: trees and tables, coloured where the console allows it.</summary>
internal static class Screen
{
    internal static readonly Style Good = new(Color.Green);
    internal static readonly Style Bad = new(Color.Red);
    internal static readonly Style Doubtful = new(Color.Olive);
    internal static readonly Style Faint = new(Color.Grey);
    internal static readonly Style Strong = new(decoration: Decoration.Bold);

    /// <summary>A surface that writes to the output of a console.</summary>
    internal static IAnsiConsole On(CliConsole console)
    {
        IAnsiConsole screen = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = console.HasColour ? AnsiSupport.Yes : AnsiSupport.No,
            ColorSystem = console.HasColour ? ColorSystemSupport.Standard : ColorSystemSupport.NoColors,
            Interactive = InteractionSupport.No,
            Enrichment = new ProfileEnrichment { UseDefaultEnrichers = false },
            Out = new AnsiConsoleOutput(console.Output),
        });
        screen.Profile.Width = console.Width;
        screen.Profile.Capabilities.Unicode = true;
        return screen;
    }
}
