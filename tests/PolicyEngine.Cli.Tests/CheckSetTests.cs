namespace PolicyEngine.Cli.Tests;

/// <summary><c>check --set</c>: what policies of one principal make of each other.</summary>
public sealed class CheckSetTests : IDisposable
{
    private const string Allow = """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"s3:GetObject","Resource":"arn:aws:s3:::ledger/*"}]}""";
    private const string Deny = """{"Version":"2012-10-17","Statement":[{"Effect":"Deny","Action":"s3:*","Resource":"*"}]}""";
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory();

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task An_Allow_of_one_file_that_a_Deny_of_another_swallows()
    {
        (string one, string other) = (await WriteAsync("one.json", Allow), await WriteAsync("other.json", Deny));
        ToolRun run = await ToolRun.RunAsync("", "check", one, other, "--set", "--fail-on", "warning");
        Assert.Equal(1, run.Code);
        Assert.Contains("one.json:1:38: warning PE6201: Statement[0] of '", run.Output, StringComparison.Ordinal);
        ToolRun apart = await ToolRun.RunAsync("", "check", one, other, "--fail-on", "warning");
        Assert.Equal((0, false), (apart.Code, apart.Output.Contains("PE6201", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_statement_that_stands_in_two_files()
    {
        (string one, string other) = (await WriteAsync("one.json", Allow), await WriteAsync("other.json", Allow));
        ToolRun run = await ToolRun.RunAsync("", "check", one, other, "--set", "--format", "json");
        Assert.Contains("\"id\":\"PE6205\"", run.Output, StringComparison.Ordinal);
        Assert.Contains("other.json\",\"id\":\"PE6205\"", run.Output, StringComparison.Ordinal);
    }

    private async Task<string> WriteAsync(string name, string text)
    {
        string path = Path.Combine(folder.FullName, name);
        await File.WriteAllTextAsync(path, text, TestContext.Current.CancellationToken).ConfigureAwait(false);
        return path;
    }
}
