namespace PolicyEngine.Cli.Tests;

/// <summary>Q-38: cases name files, and directories have case files among others.</summary>
public sealed class CaseFileTests : IDisposable
{
    private const string Allow = """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"*","Resource":"*"}]}""";
    private const string AllowAll = """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":"*","Action":"*","Resource":"*"}]}""";
    private readonly string folder = Directory.CreateTempSubdirectory().FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Theory]
    [InlineData("\"identity\":\"@policies/allow.json\"")]
    [InlineData("\"identity\":[\"@policies/allow.json\"]")]
    [InlineData("\"identity\":[\"@policies/allow.json\",\"@policies/../policies/allow.json\"]")]
    [InlineData("\"resource\":\"@policies/all.json\"")]
    [InlineData("\"identity\":\"@policies/allow.json\",\"serviceControl\":[{\"level\":\"root\",\"policies\":[\"@policies/allow.json\"]}]")]
    public async Task Q38_a_case_names_files_relative_to_its_own(string policies)
    {
        string cases = Write("cases.jsonl", Case(policies));
        ToolRun run = await ToolRun.RunAsync("", "test", cases);
        Assert.Equal((0, ""), (run.Code, run.Error));
    }

    [Fact]
    public async Task Q38_the_policy_of_one_document_and_of_an_access_point_may_be_a_file()
    {
        Write("policies/all.json", AllowAll);
        string document = Write("one.jsonl", """{"policyType":"resource","policy":"@policies/all.json","request":{"principal":{"arn":"arn:aws:iam::123456789012:user/A"},"action":"s3:GetObject","resource":"arn:aws:s3:::b/k","context":{}},"expected":"allowed"}""");
        Assert.Equal(0, (await ToolRun.RunAsync("", "test", document)).Code);
        string point = Write("point.jsonl", Case("\"identity\":\"@policies/allow.json\",\"accessPoint\":{\"policy\":\"@policies/all.json\",\"bucketArn\":\"arn:aws:s3:::b\",\"bucketAccount\":\"123456789012\",\"networkOrigin\":\"internet\"}", "arn:aws:s3:us-east-1:123456789012:accesspoint/ap/object/k"));
        Assert.Equal(0, (await ToolRun.RunAsync("", "test", point)).Code);
    }

    /// <summary>A fault of the policy is told with the name and the place in its own file.</summary>
    [Fact]
    public async Task Q38_faults_are_told_in_the_file_that_has_them()
    {
        Write("policies/bad.json", "{\n  \"Version\": 1\n}");
        ToolRun bad = await ToolRun.RunAsync("", "test", Write("cases.jsonl", Case("\"identity\":\"@policies/bad.json\"")));
        Assert.Equal(3, bad.Code);
        Assert.Contains("policies/bad.json:2:14", bad.Output.Replace('\\', '/'), StringComparison.Ordinal);
        ToolRun none = await ToolRun.RunAsync("", "test", Write("cases.jsonl", Case("\"identity\":\"@none.json\"")));
        Assert.Equal(3, none.Code);
        Assert.Contains("there is no such file", none.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("@")]
    [InlineData("@-")]
    [InlineData("@\\u0000")]
    public async Task Q38_what_names_no_file_is_a_fault_of_the_case(string name)
    {
        ToolRun run = await ToolRun.RunAsync("", "test", Write("cases.jsonl", Case($"\"identity\":\"{name}\"")));
        Assert.Equal((3, ""), (run.Code, run.Error));
        Assert.Contains("names no file", run.Output, StringComparison.Ordinal);
    }

    /// <summary>An @ elsewhere is a character.</summary>
    [Fact]
    public async Task Q38_a_text_that_is_no_policy_names_no_file()
    {
        string request = Case("\"identity\":\"@policies/allow.json\"").Replace("\"context\":{}", "\"context\":{\"aws:PrincipalTag/mail\":\"@home\"}", StringComparison.Ordinal);
        Assert.Equal(0, (await ToolRun.RunAsync("", "test", Write("cases.jsonl", request))).Code);
    }

    [Fact]
    public async Task Q38_a_directory_has_case_files_by_name_and_by_content_and_tells_of_others_once()
    {
        Write("cases/a.case.json", Case("\"identity\":" + Allow));
        Write("cases/b.cases.jsonl", Case("\"identity\":" + Allow) + "\n");
        Write("cases/deep/c.json", $"[{Case("\"identity\":" + Allow)}]");
        Write("cases/d.json", Case("\"identity\":\"@../policies/allow.json\""));
        Write("cases/policy.json", Allow);
        Write("cases/package.json", """{"name":"x"}""");
        Write("cases/notes.txt", "{");
        ToolRun run = await ToolRun.RunAsync("", "test", Path.Combine(folder, "cases"));
        Assert.Equal(0, run.Code);
        Assert.Contains("4 cases: 4 as expected", run.Output, StringComparison.Ordinal);
        Assert.EndsWith("holds 2 other JSON files without cases, not tested: package.json, policy.json\n", run.Error, StringComparison.Ordinal);
    }

    /// <summary>A file that is named, by the command line or by its name as one of cases, is never passed over.</summary>
    [Fact]
    public async Task Q38_what_is_named_is_read()
    {
        string policy = Write("policy.json", Allow);
        Assert.Equal(3, (await ToolRun.RunAsync("", "test", policy)).Code);
        Write("named/broken.case.json", "{");
        Assert.Equal(3, (await ToolRun.RunAsync("", "test", Path.Combine(folder, "named"))).Code);
        Write("others/policy.json", Allow);
        ToolRun none = await ToolRun.RunAsync("", "test", Path.Combine(folder, "others"));
        Assert.Equal(3, none.Code);
        Assert.Contains("holds no case files", none.Error, StringComparison.Ordinal);
    }

    private string Case(string policies, string resource = "arn:aws:s3:::b/k")
    {
        Write("policies/allow.json", Allow);
        Write("policies/all.json", AllowAll);
        return $$$"""{"id":"c","policies":{{{{policies}}}},"request":{"principal":{"type":"user","arn":"arn:aws:iam::123456789012:user/A"},"action":"s3:GetObject","resource":"{{{resource}}}","resourceAccount":"123456789012","context":{}},"expected":"allowed"}""";
    }

    private string Write(string name, string text)
    {
        string path = Path.Combine(folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
        return path;
    }
}
