using PolicyEngine.Cli.Running;

namespace PolicyEngine.Cli.Output;

/// <summary>A test run for programs: one object with the failures and the numbers.</summary>
internal sealed class JsonTestReport(CliConsole console) : ITestReport
{
    private bool hasFailures;

    /// <inheritdoc/>
    public void Add(CaseAnswer answer)
    {
        console.Output.Write(hasFailures ? ",\n" : "{\"failures\":[\n");
        hasFailures = true;
        console.Output.Write(JsonText.Write(json =>
        {
            json.WriteStartObject();
            json.WriteString("id"u8, answer.Reading.Id);
            json.WriteString("rule"u8, answer.Reading.Case?.Rule);
            json.WriteString("file"u8, answer.Reading.Text.Name);
            json.WriteNumber("line"u8, answer.Reading.Text.GetPosition(0).Line);
            if (answer is not FaultAnswer) json.WriteString("expected"u8, answer.ExpectedWord);
            AnswerJson.WriteMembers(json, answer);
            json.WriteEndObject();
        }));
    }

    /// <inheritdoc/>
    public void EndFile(string name, TestTally tally)
    {
        // The numbers of all files together are enough for programs.
    }

    /// <inheritdoc/>
    public void Complete(TestTally total)
    {
        if (!hasFailures) console.Output.Write("{\"failures\":[");
        console.Output.Write("],\n\"summary\":");
        console.Output.Write(JsonText.Write(json =>
        {
            json.WriteStartObject();
            json.WriteNumber("cases"u8, total.Total);
            json.WriteNumber("passed"u8, total.Passed);
            json.WriteNumber("failed"u8, total.Failed);
            json.WriteNumber("bad"u8, total.Bad);
            json.WriteEndObject();
        }));
        console.Output.Write("}\n");
    }
}
