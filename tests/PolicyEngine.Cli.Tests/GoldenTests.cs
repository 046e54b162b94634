namespace PolicyEngine.Cli.Tests;

/// <summary>What the tool prints, word by word. With UPDATE_GOLDEN in the environment, the folder of the
/// golden files in the sources, what is printed now is written there.</summary>
public sealed class GoldenTests
{
    /// <summary>What begins a link in a terminal; the number after it differs from run to run.</summary>
    private const string LinkId = "]8;id=";

    public static TheoryData<string> Names =>
        [.. Directory.EnumerateFiles(Folder(), "*.args").Select(static f => Path.GetFileNameWithoutExtension(f)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Prints(string name)
    {
        string arguments = await ReadAsync(name, "args");
        string[] words = arguments.Split((char[])[' ', '\n'], StringSplitOptions.RemoveEmptyEntries);
        ToolRun run = await ToolRun.RunAsync(await ReadAsync(name, "in"), words);
        string all = $"exit {run.Code}\n--- output\n{run.Output}--- error\n{run.Error}".Replace(AppContext.BaseDirectory, "", StringComparison.Ordinal);
        IEnumerable<string> lines = WithoutLinkIds(all).ReplaceLineEndings("\n").Split('\n').Select(static l => l.TrimEnd());
        string printed = string.Join('\n', lines);
        string? sources = Environment.GetEnvironmentVariable("UPDATE_GOLDEN");
        if (!string.IsNullOrEmpty(sources)) await File.WriteAllTextAsync(Path.Combine(sources, $"{name}.out"), printed, TestContext.Current.CancellationToken);
        Assert.Equal(await ReadAsync(name, "out"), printed);
    }

    private static string WithoutLinkIds(string text)
    {
        string[] pieces = text.Split(LinkId);
        return string.Join(LinkId, pieces.Select(static (piece, place) => place == 0 ? piece : piece.TrimStart([.. "0123456789"])));
    }

    private static async Task<string> ReadAsync(string name, string extension) =>
        (await File.ReadAllTextAsync(Path.Combine(Folder(), $"{name}.{extension}"), TestContext.Current.CancellationToken).ConfigureAwait(false)).ReplaceLineEndings("\n");

    private static string Folder() => Path.Combine(AppContext.BaseDirectory, "Golden");
}
