using System.Buffers;
using System.Collections.Immutable;
using System.Text;
using System.Text.Json;

namespace PolicyEngine.Checks;

/// <summary>A finding in the shape of AWS's ValidatePolicy, so that what reads one reads the other.</summary>
/// <remarks>Immutable. AWS: <see href="https://docs.aws.amazon.com/access-analyzer/latest/APIReference/API_ValidatePolicyFinding.html">ValidatePolicyFinding</see>.</remarks>
public sealed class ValidatePolicyFinding
{
    private const string Page = "https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html#access-analyzer-reference-policy-checks";

    internal ValidatePolicyFinding(Finding finding, AwsIssueCode code)
    {
        FindingType = code.Type == AwsFindingType.GeneralWarning ? "WARNING" : ValidatePolicyWords.Of(code.Type);
        IssueCode = code.Name;
        FindingDetails = $"{finding.Message}. {finding.Help}";
        LearnMoreLink = new Uri($"{Page}-{Hyphenate(ValidatePolicyWords.Of(code.Type))}-{Hyphenate(IssueCode)}");
        Locations = [new ValidatePolicyLocation(finding.Path, finding.Span, finding.Source), .. finding.Related.Select(place => new ValidatePolicyLocation(place.Path, place.Span, finding.Source))];
    }

    /// <summary>AWS's rank: <c>ERROR</c>, <c>SECURITY_WARNING</c>, <c>WARNING</c> for general ones, or <c>SUGGESTION</c>.</summary>
    public string FindingType { get; }

    /// <summary>AWS's issue code, such as <c>INVALID_ACTION</c>.</summary>
    public string IssueCode { get; }

    /// <summary>The message and the help; the words are this library's.</summary>
    public string FindingDetails { get; }

    /// <summary>AWS's page of the code.</summary>
    public Uri LearnMoreLink { get; }

    /// <summary>The element, and other places that the finding is about.</summary>
    public ImmutableArray<ValidatePolicyLocation> Locations { get; }

    /// <summary>The finding as AWS's command line prints it.</summary>
    /// <returns>One JSON object on one line.</returns>
    public string ToJson()
    {
        ArrayBufferWriter<byte> buffer = new();
        using Utf8JsonWriter json = new(buffer);
        json.WriteStartObject();
        json.WriteString("findingDetails"u8, FindingDetails);
        json.WriteString("findingType"u8, FindingType);
        json.WriteString("issueCode"u8, IssueCode);
        json.WriteString("learnMoreLink"u8, LearnMoreLink.AbsoluteUri);
        json.WriteStartArray("locations"u8);
        foreach (ValidatePolicyLocation location in Locations) Write(json, location);
        json.WriteEndArray();
        json.WriteEndObject();
        json.Flush();
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    /// <summary>The rank and the code.</summary>
    /// <returns>Such as <c>ERROR INVALID_ACTION</c>.</returns>
    public override string ToString() => $"{FindingType} {IssueCode}";

    private static void Write(Utf8JsonWriter json, ValidatePolicyLocation location)
    {
        json.WriteStartObject();
        json.WriteStartArray("path"u8);
        foreach (ValidatePolicyPathElement step in location.Path)
        {
            json.WriteStartObject();
            if (step.Index is { } index) json.WriteNumber("index"u8, index);
            else json.WriteString("value"u8, step.Value);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartObject("span"u8);
        Write(json, "start", location.Start, location.Span.Start);
        Write(json, "end", location.End, location.Span.End);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, string name, LinePosition position, int offset)
    {
        json.WriteStartObject(name);
        json.WriteNumber("line"u8, position.Line);
        json.WriteNumber("column"u8, position.Column - 1);
        json.WriteNumber("offset"u8, offset);
        json.WriteEndObject();
    }

    private static string Hyphenate(string word) => word.ToLowerInvariant().Replace('_', '-');
}
