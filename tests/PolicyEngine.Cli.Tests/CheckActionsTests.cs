namespace PolicyEngine.Cli.Tests;

/// <summary><c>check --actions</c>: a file of the actions that exist.</summary>
public sealed class CheckActionsTests : IDisposable
{
    private const string Policy = """{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":["s3:GetObject","kms:GetRandomPassword"],"Resource":"*"}}""";
    private readonly string file = Path.GetTempFileName();

    public void Dispose() => File.Delete(file);

    [Fact]
    public async Task Tells_of_actions_that_the_file_does_not_hold()
    {
        await WriteAsync("# names\r\ns3:GetObject\r\n\n  kms:Decrypt\n");
        ToolRun run = await ToolRun.RunAsync(Policy, "check", "-", "--actions", file);
        Assert.Equal(0, run.Code);
        Assert.Contains("PE4036: 'kms:GetRandomPassword'", run.Output, StringComparison.Ordinal);
        Assert.Contains("0 errors, 1 warning, 0 notes", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_line_that_is_no_action_is_bad_input()
    {
        await WriteAsync("s3:Get*\n");
        ToolRun run = await ToolRun.RunAsync(Policy, "check", "-", "--actions", file);
        Assert.Equal(3, run.Code);
        Assert.Contains("holds a line that is no action", run.Error, StringComparison.Ordinal);
        Assert.Empty(run.Output);
    }

    [Fact]
    public async Task A_missing_file_is_bad_input()
    {
        ToolRun run = await ToolRun.RunAsync(Policy, "check", "-", "--actions", file + ".none");
        Assert.Equal(3, run.Code);
        Assert.Contains("there is no such file", run.Error, StringComparison.Ordinal);
    }

    private Task WriteAsync(string text) => File.WriteAllTextAsync(file, text, TestContext.Current.CancellationToken);
}
