using System.Globalization;
using System.Text;

namespace PolicyEngine.Cli;

/// <summary>What a command reads from and writes to; tests give it streams of their own.</summary>
internal sealed record CliConsole
{
    /// <summary>The width where lines are not to be broken.</summary>
    internal const int Unlimited = 100_000;

    /// <summary>The fewest cells that a line is taken to have.</summary>
    private const int LeastWidth = 40;

    /// <summary>What the file name <c>-</c> means.</summary>
    internal required Stream Input { get; init; }

    /// <summary>Where results go.</summary>
    internal required TextWriter Output { get; init; }

    /// <summary>Where one sentence goes when something is wrong.</summary>
    internal required TextWriter Error { get; init; }

    /// <summary>The name of the output in sentences.</summary>
    internal string OutputName { get; init; } = "standard output";

    /// <summary>True where results may be coloured; default no.</summary>
    internal bool HasColour { get; init; }

    /// <summary>The cells of a line; default without limit.</summary>
    internal int Width { get; init; } = Unlimited;

    /// <summary>The console of this process: UTF-8, coloured only in a terminal and only when NO_COLOR is not set; as wide as the terminal, else as
    /// COLUMNS says.</summary>
    internal static CliConsole ForProcess()
    {
        UTF8Encoding utf8 = new(encoderShouldEmitUTF8Identifier: false);
        bool isTerminal = !Console.IsOutputRedirected;
        return new CliConsole
        {
            Input = StandardStreams.OpenInput(),
            Output = new StreamWriter(StandardStreams.OpenOutput(), utf8),
            Error = new StreamWriter(StandardStreams.OpenError(), utf8) { AutoFlush = true },
            HasColour = isTerminal && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR")),
            Width = WidthOf(isTerminal ? Console.WindowWidth : 0, Environment.GetEnvironmentVariable("COLUMNS")),
        };
    }

    /// <summary>The width of a terminal, or else the one that the environment tells.</summary>
    internal static int WidthOf(int terminal, string? columns)
    {
        int told = int.TryParse(columns, NumberStyles.None, CultureInfo.InvariantCulture, out int cells) ? cells : 0;
        int width = terminal > 0 ? terminal : told;
        return width > 0 ? Math.Clamp(width, LeastWidth, Unlimited) : Unlimited;
    }

    /// <summary>Tells the user what is wrong, where somebody listens.</summary>
    internal void Complain(string sentence)
    {
        try
        {
            // Cases are answered by several threads at once.
            lock (Error) Error.WriteLine($"policyengine: {TerminalText.Of(sentence)}");
        }
        catch (IOException)
        {
            // Standard error is closed or full, so that nobody can be told.
        }
    }
}
