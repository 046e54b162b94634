namespace PolicyEngine.Cli.Tests;

/// <summary>What means nothing in a question is told, and never answered.</summary>
public sealed class QuestionFaultTests : IDisposable
{
    private const string AllowAll = """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"*","Resource":"*"}]}""";
    private readonly string allow = Path.GetTempFileName();

    public QuestionFaultTests() => File.WriteAllText(allow, AllowAll);

    public void Dispose() => File.Delete(allow);

    [Theory]
    [InlineData("--action", "SendMessage", "'SendMessage' is not an action such as s3:GetObject")]
    [InlineData("--action", "sqs:", "'sqs:' is not an action such as s3:GetObject")]
    [InlineData("--action", ":SendMessage", "':SendMessage' is not an action such as s3:GetObject")]
    [InlineData("--action", "sqs:Send:Message", "'sqs:Send:Message' is not an action such as s3:GetObject")]
    [InlineData("--action", "sqs:Send*", "'sqs:Send*' is a pattern, and a request is for one action")]
    [InlineData("--action", "*", "'*' is not an action such as s3:GetObject")]
    [InlineData("--resource", "queue", "'queue' is neither an ARN nor *")]
    [InlineData("--principal", "arn:aws:iam::123456789012:user/*", "'arn:aws:iam::123456789012:user/*' is a pattern, and a request has one caller")]
    [InlineData("--resource-account", "12345678901", "'12345678901' is not the id of an account, which has 12 digits")]
    [InlineData("--through", "vpce-zz", "'vpce-zz' is not the id of an endpoint such as vpce-1234a5678b9012c")]
    [InlineData("--on-behalf", "athena", "'athena' is not the name of a service such as s3.amazonaws.com")]
    [InlineData("--source-ip", "banana", "'banana' is not an address such as 203.0.113.7")]
    [InlineData("--source-ip", "203.0.113.0/24", "'203.0.113.0/24' is not an address such as 203.0.113.7")]
    [InlineData("--expect", "banana", "'banana' is not a value of --expect, which takes allowed, denied, explicitDeny, implicitDeny, indeterminate")]
    [InlineData("--context", "SourceIp=1", "'SourceIp' is not a condition key: it has no colon")]
    public async Task Q33_what_means_nothing_is_a_wrong_command_line(string option, string value, string complaint)
    {
        ToolRun run = await AskAsync(option, value);
        Assert.Equal((2, "", $"policyengine: {complaint}; try --help\n"), (run.Code, run.Output, run.Error));
    }

    [Theory]
    [InlineData("--source-ip", "10.0.1.17", "'10.0.1.17' is a private address, and no call over the internet comes from one [Q-33]")]
    [InlineData("--region", "mars", "'mars' is not the name of a Region such as us-east-1")]
    [InlineData("--resource", "arn:aws:sqs:us-east-1:123456789012:q*", "the resource 'arn:aws:sqs:us-east-1:123456789012:q*' has a wildcard, which in a request is taken as written")]
    [InlineData("--context", "aws:SourcIp=203.0.113.7", "'aws:SourcIp' is not a condition key of AWS; the nearest is 'aws:SourceIp'")]
    [InlineData("--context", "aws:Nothing/AtAll=1", "'aws:Nothing/AtAll' is not a condition key of AWS")]
    public async Task Q33_what_is_probably_a_slip_is_a_warning(string option, string value, string warning)
    {
        ToolRun run = await AskAsync(option, value);
        Assert.Equal(0, run.Code);
        Assert.Contains($"policyengine: warning: {warning}\n", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--region", "us-gov-west-1")]
    [InlineData("--region", "unspecified")]
    [InlineData("--context", "aws:principaltag/team=red")]
    [InlineData("--context", "s3:prefix=a")]
    [InlineData("--source-ip", "203.0.113.7")]
    [InlineData("--resource", "*")]
    public async Task Q33_what_means_something_is_not_told(string option, string value)
    {
        ToolRun run = await AskAsync(option, value);
        Assert.Equal(0, run.Code);
        Assert.DoesNotContain("warning", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("SendMessage", "'SendMessage' is not an action such as s3:GetObject")]
    [InlineData("sqs:*", "'sqs:*' is a pattern, and a request is for one action")]
    public async Task Q33_in_a_request_line_the_fault_is_that_of_the_line(string action, string complaint)
    {
        string line = $$"""{"principal":"arn:aws:iam::123456789012:user/Ann","action":"{{action}}","resource":"arn:aws:sqs:us-east-1:123456789012:q"}""";
        ToolRun run = await ToolRun.RunAsync(line, "evaluate", "-", "--identity", allow);
        Assert.Equal(3, run.Code);
        Assert.Contains($$"""{"message":"{{complaint}}","line":1""", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("arn:aws:iam::123456789012:user/Ann", "SendMessage", "arn:aws:sqs:us-east-1:123456789012:q", "'SendMessage' is not an action such as s3:GetObject")]
    [InlineData("arn:aws:iam::123456789012:user/Ann", "sqs:Send*", "arn:aws:sqs:us-east-1:123456789012:q", "'sqs:Send*' is a pattern, and a request is for one action")]
    [InlineData("arn:aws:iam::123456789012:user/Ann", "sqs:SendMessage", "q", "'q' is neither an ARN nor *")]
    [InlineData("arn:aws:iam::123456789012:user/*", "sqs:SendMessage", "arn:aws:sqs:us-east-1:123456789012:q", "'arn:aws:iam::123456789012:user/*' is a pattern, and a request has one caller")]
    public async Task Q33_in_a_case_with_policies_the_fault_is_that_of_the_case(string caller, string action, string resource, string complaint)
    {
        string line = $$$"""{"id":"a","policies":{"identity":[{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"*","Resource":"*"}]}] },"request":{"principal":"{{{caller}}}","action":"{{{action}}}","resource":"{{{resource}}}","context":{ } } }""";
        ToolRun run = await ToolRun.RunAsync(line, "evaluate", "-");
        Assert.Equal(3, run.Code);
        Assert.Contains($$"""{"message":"{{complaint}}","line":1""", run.Output, StringComparison.Ordinal);
    }

    /// <summary>Policies of a caller that can have none are not used.</summary>
    [Theory]
    [InlineData("anonymous")]
    [InlineData("arn:aws:iam::123456789012:root")]
    public async Task Q30_identity_policies_of_a_caller_that_has_none_are_told(string caller)
    {
        ToolRun run = await ToolRun.RunAsync("", "explain", "--principal", caller, "--action", "sqs:SendMessage", "--resource", "arn:aws:sqs:us-east-1:123456789012:q", "--identity", allow, "--none", "resource");
        Assert.Equal((2, "", "policyengine: --identity was used by 0 of 1 case; try --help\n"), (run.Code, run.Output, run.Error));
    }

    private Task<ToolRun> AskAsync(string option, string value)
    {
        List<string> question = ["explain", "--principal", "arn:aws:iam::123456789012:user/Ann", "--action", "sqs:SendMessage", "--resource", "arn:aws:sqs:us-east-1:123456789012:q", "--identity", allow];
        int place = question.IndexOf(option);
        if (place > 0) question[place + 1] = value;
        else question.AddRange([option, value]);
        return ToolRun.RunAsync("", [.. question]);
    }
}
