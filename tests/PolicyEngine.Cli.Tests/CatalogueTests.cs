using System.Text.Json;

namespace PolicyEngine.Cli.Tests;

/// <summary><c>catalogue</c>: what is written, and that nothing is when something is wrong.</summary>
public sealed class CatalogueTests : IDisposable
{
    private const string Action = """{"a":{"name":"GetObject","accessLevel":"Read","resourceTypes":[],"conditionKeys":[],"dependentActions":[]}}""";
    private readonly string folder = Directory.CreateTempSubdirectory().FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task C16_The_same_input_gives_the_same_bytes_and_counts_what_came_and_went()
    {
        await WritePackageAsync();
        string first = Path.Combine(folder, "first.txt");
        ToolRun run = await ToolRun.RunAsync("", "catalogue", "update", "--source", Source, "--output", first);
        Assert.Equal((0, ""), (run.Code, run.Error));
        Assert.Contains("actions                1       1       0\n", run.Output, StringComparison.Ordinal);
        ToolRun again = await ToolRun.RunAsync("", "catalogue", "update", "--source", Source);
        Assert.Equal(await ReadAsync(first), again.Output);
        Assert.Contains("catalogue of 2026-09-26, from iam-data 0.21.202609261\n", again.Error, StringComparison.Ordinal);

        await WriteAsync("data/actions/s3.json", Action.Replace("GetObject", "PutObject", StringComparison.Ordinal));
        run = await ToolRun.RunAsync("", "catalogue", "update", "--source", Source, "--output", first, "--format", "json");
        using JsonDocument json = JsonDocument.Parse(run.Output);
        Assert.Equal((1, 1), (json.RootElement.GetProperty("came").GetProperty("actions").GetInt32(), json.RootElement.GetProperty("went").GetProperty("actions").GetInt32()));
        Assert.EndsWith("a PutObject R\nx a GetObject 2026-09-26\n", await ReadAsync(first), StringComparison.Ordinal);
        Assert.Equal(2, Directory.GetFileSystemEntries(folder).Length);
    }

    [Theory]
    [InlineData("data/actions/s3.json", "{", "'data/actions/s3.json', line 1: it is no JSON")]
    [InlineData("data/actions/s3.json", "{\"a\":{\"name\":7,\"accessLevel\":\"Read\"}}", "'data/actions/s3.json', a.name: it is no text")]
    [InlineData("data/services.json", "{}", "'data/services.json': it is no array")]
    [InlineData("package.json", "[]", "'package.json': it is no object")]
    public async Task C16_Malformed_input_is_told_and_nothing_is_written(string file, string text, string fault)
    {
        await WritePackageAsync();
        string output = Path.Combine(folder, "kept.txt");
        Assert.Equal(0, (await ToolRun.RunAsync("", "catalogue", "update", "--source", Source, "--output", output)).Code);
        string before = await ReadAsync(output);
        await WriteAsync(file, text);
        ToolRun run = await ToolRun.RunAsync("", "catalogue", "update", "--source", Source, "--output", output);
        Assert.Equal((3, "", 1), (run.Code, run.Output, run.Error.Split('\n').Length - 1));
        Assert.Contains(fault, run.Error, StringComparison.Ordinal);
        Assert.Equal(before, await ReadAsync(output));
    }

    [Fact]
    public async Task C16_A_file_that_is_no_catalogue_is_not_replaced()
    {
        await WritePackageAsync();
        string output = Path.Combine(folder, "notes.txt");
        await File.WriteAllTextAsync(output, "my notes\n", TestContext.Current.CancellationToken);
        ToolRun run = await ToolRun.RunAsync("", "catalogue", "update", "--source", Source, "--output", output);
        Assert.Equal(3, run.Code);
        Assert.Contains("line 1: a catalogue begins with", run.Error, StringComparison.Ordinal);
        Assert.Equal("my notes\n", await ReadAsync(output));
    }

    [Fact]
    public async Task C16_A_reference_adds_operations_and_can_stand_alone()
    {
        await WritePackageAsync();
        string reference = Path.Combine(folder, "v1");
        Directory.CreateDirectory(Path.Combine(reference, "s3"));
        await File.WriteAllTextAsync(
            Path.Combine(reference, "s3", "s3.json"), """{"Name":"s3","Operations":[{"Name":"HeadObject","AuthorizedActions":[{"Name":"GetObject","Service":"s3"}]}],"Version":"v1.4"}""", TestContext.Current.CancellationToken);
        ToolRun run = await ToolRun.RunAsync("", "catalogue", "update", "--source", Source, "--reference", reference);
        Assert.EndsWith("a GetObject R\no HeadObject GetObject\n", run.Output, StringComparison.Ordinal);
        run = await ToolRun.RunAsync("", "catalogue", "update", "--source", reference);
        Assert.EndsWith("\n! service-reference v1.4\n# s3 s3\no HeadObject GetObject\n", run.Output, StringComparison.Ordinal);
        run = await ToolRun.RunAsync("", "catalogue", "update", "--source", Source, "--reference", Path.Combine(folder, "none"));
        Assert.Equal(3, run.Code);
    }

    [Fact]
    public async Task C16_Info_tells_date_sources_and_counts()
    {
        ToolRun run = await ToolRun.RunAsync("", "catalogue", "info");
        Assert.Equal(0, run.Code);
        Assert.StartsWith("catalogue of 20", run.Output, StringComparison.Ordinal);
        using JsonDocument json = JsonDocument.Parse((await ToolRun.RunAsync("", "catalogue", "info", "--format", "json")).Output);
        Assert.True(json.RootElement.GetProperty("counts").GetProperty("actions").GetInt32() >= 22_091);
        Assert.StartsWith("iam-data ", json.RootElement.GetProperty("sources")[0].GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task C16_A_list_of_names_stands_in_place_of_the_catalogue()
    {
        string list = Path.Combine(folder, "actions.txt");
        await File.WriteAllTextAsync(list, "# mine\ns3:GetObject\nmine:DoThis\nMine:doThat\n", TestContext.Current.CancellationToken);
        Assert.Equal("mine:doThat\nmine:DoThis\n", (await ToolRun.RunAsync("", "expand", "mine:*", "--actions", list)).Output);
        Assert.Equal("mine:DoThis unknown\n", (await ToolRun.RunAsync("", "actions", "mine:dothis", "--actions", list)).Output);
        ToolRun run = await ToolRun.RunAsync("", "expand", "s3:PutObject", "--actions", list);
        Assert.Equal((1, ""), (run.Code, run.Output));
        Assert.Contains("the list has no action for 's3:PutObject'", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task C16_Check_takes_a_catalogue()
    {
        const string policy = """{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":["s3:GetObject","s3:GetObjekt"],"Resource":"*"}}""";
        ToolRun run = await ToolRun.RunAsync(policy, "check", "-", "--catalogue", "Golden/catalogue.txt");
        Assert.Contains("PE4036: 's3:GetObjekt'", run.Output, StringComparison.Ordinal);
        Assert.Contains("1 warning", run.Output, StringComparison.Ordinal);
        run = await ToolRun.RunAsync(policy, "check", "-", "--catalogue", "Golden/check.in");
        Assert.Equal((3, ""), (run.Code, run.Output));
    }

    private string Source => Path.Combine(folder, "package");

    private async Task WritePackageAsync()
    {
        await WriteAsync("package.json", """{"version":"0.21.202609261","updatedAt":"2026-09-26T04:46:59.905Z"}""").ConfigureAwait(false);
        await WriteAsync("data/services.json", """["s3"]""").ConfigureAwait(false);
        await WriteAsync("data/serviceNames.json", """{"s3":"Amazon S3"}""").ConfigureAwait(false);
        await WriteAsync("data/conditionKeys/s3.json", "{}").ConfigureAwait(false);
        await WriteAsync("data/resourceTypes/s3.json", "{}").ConfigureAwait(false);
        await WriteAsync("data/actions/s3.json", Action).ConfigureAwait(false);
    }

    private async Task WriteAsync(string name, string text)
    {
        string file = Path.Combine(Source, name);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        await File.WriteAllTextAsync(file, text, TestContext.Current.CancellationToken).ConfigureAwait(false);
    }

    private static Task<string> ReadAsync(string file) => File.ReadAllTextAsync(file, TestContext.Current.CancellationToken);
}
