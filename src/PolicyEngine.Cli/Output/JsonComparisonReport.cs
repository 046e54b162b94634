using System.Text.Json;
using PolicyEngine.Cli.Running;

namespace PolicyEngine.Cli.Output;

/// <summary>A comparison for programs: one object with the changes and the numbers.</summary>
internal sealed class JsonComparisonReport(CliConsole console) : IComparisonReport
{
    private bool hasRows;

    /// <inheritdoc/>
    public void Add(CaseComparison comparison)
    {
        console.Output.Write(hasRows ? ",\n" : "{\"changes\":[\n");
        hasRows = true;
        console.Output.Write(JsonText.Write(json =>
        {
            json.WriteStartObject();
            json.WriteString("id"u8, comparison.Before.Reading.Id);
            json.WriteString("file"u8, comparison.Before.Reading.Text.Name);
            json.WriteNumber("line"u8, comparison.Before.Reading.Text.GetPosition(0).Line);
            json.WriteString("change"u8, ComparisonWords.NameOf(comparison.Kind));
            if (comparison.Fault is { } fault)
            {
                AnswerJson.WriteMembers(json, fault);
            }
            else
            {
                WriteSide(json, "before", comparison.Before);
                WriteSide(json, "after", comparison.After);
            }

            json.WriteEndObject();
        }));
    }

    /// <inheritdoc/>
    public void Complete(ComparisonTally tally)
    {
        if (!hasRows) console.Output.Write("{\"changes\":[");
        console.Output.Write("],\n\"summary\":");
        console.Output.Write(JsonText.Write(json =>
        {
            json.WriteStartObject();
            json.WriteNumber("cases"u8, tally.Total);
            json.WriteNumber("changed"u8, tally.Changed);
            foreach (ComparisonKind kind in ComparisonTally.Changes) json.WriteNumber(ComparisonWords.NameOf(kind), tally[kind]);
            json.WriteNumber("unchanged"u8, tally[ComparisonKind.Unchanged]);
            json.WriteNumber("bad"u8, tally[ComparisonKind.Fault]);
            json.WriteEndObject();
        }));
        console.Output.Write("}\n");
    }

    private static void WriteSide(Utf8JsonWriter json, string name, CaseAnswer answer)
    {
        json.WriteStartObject(name);
        AnswerJson.WriteMembers(json, answer);
        json.WriteEndObject();
    }
}
