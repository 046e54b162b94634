using System.Text;
using PolicyEngine.Cli.Output;

namespace PolicyEngine.Cli;

/// <summary>What a command reads from and writes to; tests give it streams of their own.</summary>
internal sealed record CliConsole
{
    /// <summary>The width where lines are not to be broken.</summary>
    internal const int Unlimited = 100_000;

    /// <summary>What the file name <c>-</c> means.</summary>
    internal required Stream Input { get; init; }

    /// <summary>Where results go.</summary>
    internal required TextWriter Output { get; init; }

    /// <summary>Where one sentence goes when something is wrong.</summary>
    internal required TextWriter Error { get; init; }

    /// <summary>True where results may be coloured; default no.</summary>
    internal bool HasColour { get; init; }

    /// <summary>The cells of a line; default without limit.</summary>
    internal int Width { get; init; } = Unlimited;

    /// <summary>The console of this process: UTF-8, coloured only in a terminal and only when NO_COLOR is not set.</summary>
    internal static CliConsole ForProcess()
    {
        UTF8Encoding utf8 = new(encoderShouldEmitUTF8Identifier: false);
        bool isTerminal = !Console.IsOutputRedirected;
        return new CliConsole
        {
            Input = Console.OpenStandardInput(),
            Output = new StreamWriter(Console.OpenStandardOutput(), utf8),
            Error = new StreamWriter(Console.OpenStandardError(), utf8) { AutoFlush = true },
            HasColour = isTerminal && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR")),
            Width = isTerminal ? Math.Max(40, Console.WindowWidth) : Unlimited,
        };
    }

    /// <summary>Tells the user what is wrong.</summary>
    internal void Complain(string sentence) => Error.WriteLine($"policyengine: {TerminalText.Of(sentence)}");
}
