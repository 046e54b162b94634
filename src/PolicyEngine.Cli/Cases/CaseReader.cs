using System.Text.Json;
using PolicyEngine.Json;

namespace PolicyEngine.Cli.Cases;

/// <summary>Reads the text of a case. A member that is not known is a fault of the case, never passed over.</summary>
internal static class CaseReader
{
    private static readonly JsonReaderOptions Options = new() { MaxDepth = 256 };

    /// <summary>Reads a case; never throws on text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="given">What the command line tells of condition keys.</param>
    internal static CaseReading Read(CaseText text, GivenKeys given)
    {
        PolicyText source = text.Text;
        try
        {
            if (text.Fault is not null) throw new CaseFormatException(text.Fault);
            Case read = FindSkipped(source) ?? ReadCase(source, given);
            return new CaseReading { Text = source, Case = read, Id = read.Id };
        }
        catch (CaseFormatException fault)
        {
            return new CaseReading { Text = source, Id = FindId(source), Fault = fault };
        }
    }

    private static Case ReadCase(PolicyText source, GivenKeys given)
    {
        CaseDraft draft = new(source, given);
        Utf8JsonReader reader = new(source.Utf8, Options);
        try
        {
            reader.Read();
            JsonMembers.Read(ref reader, "the case", draft, ReadMember);
            reader.Read();
        }
        catch (JsonException)
        {
            string reason = JsonFault.Find(source.Utf8, Options.MaxDepth)?.Reason ?? "it is no JSON value";
            throw new CaseFormatException($"the case is not JSON: {reason}", (int)reader.BytesConsumed);
        }

        return draft.ToCase();
    }

    private static bool ReadMember(ref Utf8JsonReader reader, string name, CaseDraft draft)
    {
        switch (name)
        {
            case "id" when reader.TokenType == JsonTokenType.Null: break;
            case "id": draft.Id = JsonMembers.ReadString(ref reader, name); break;
            case "rule": draft.Rule = JsonMembers.ReadString(ref reader, name); break;
            case "note": draft.Note = JsonMembers.ReadString(ref reader, name); break;
            case "ambiguous": _ = JsonMembers.ReadBoolean(ref reader, name); break;
            case "expected": draft.Expected = JsonMembers.ReadString(ref reader, name); break;
            case "policyType": draft.PolicyType = ReadType(ref reader, name); break;
            case "parse": draft.Level = ReadLevel(ref reader, name); break;
            case "service": draft.Service = JsonMembers.ReadString(ref reader, name); break;
            case "policyText": draft.PolicyText = JsonMembers.ReadString(ref reader, name); break;
            case "request":
                draft.Request = RequestReader.Read(ref reader, draft.Given, out ulong used);
                draft.Used |= used;
                break;
            case "policy": draft.Policy = PoliciesReader.ReadPolicy(ref reader, draft.Text, draft.Given.Files); break;
            case "policies": draft.Policies = PoliciesReader.Read(ref reader, draft.Text, draft.Given.Files); break;
            case "decidedBy": _ = JsonMembers.ReadString(ref reader, name); break;
            default:
                bool isOfCall = CallLineReader.ReadMember(ref reader, name, draft.Call);
                draft.HasCall |= isOfCall;
                return isOfCall;
        }

        return true;
    }

    private static PolicyType ReadType(ref Utf8JsonReader reader, string name)
    {
        string text = JsonMembers.ReadString(ref reader, name);
        return PolicyTypeNames.TryParse(text, out PolicyType type) ? type : throw JsonMembers.Fault(ref reader, $"'{text}' is not a policy type");
    }

    private static ParseLevel ReadLevel(ref Utf8JsonReader reader, string name) => JsonMembers.ReadString(ref reader, name) switch
    {
        "strict" => ParseLevel.Strict,
        "stored" => ParseLevel.Stored,
        "tolerant" => ParseLevel.Tolerant,
        string other => throw JsonMembers.Fault(ref reader, $"'{other}' is not a way to parse: strict, stored or tolerant"),
    };

    /// <summary>The text as a case that has nothing to decide; null when it is no such thing, or broken.</summary>
    private static SkippedCase? FindSkipped(PolicyText source)
    {
        Utf8JsonReader reader = new(source.Utf8, Options);
        try
        {
            string? disposition = CallLineReader.FindDisposition(ref reader);
            return disposition is null ? null : new SkippedCase { Id = FindId(source), Text = source, Level = ParseLevel.Strict, Disposition = disposition };
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>The id of a case that has a fault elsewhere.</summary>
    private static string? FindId(PolicyText source)
    {
        Utf8JsonReader reader = new(source.Utf8, Options);
        try
        {
            while (reader.Read())
            {
                bool isId = reader.CurrentDepth == 1 && reader.TokenType == JsonTokenType.PropertyName && reader.ValueTextEquals("id"u8);
                if (isId) return reader.Read() && reader.TokenType == JsonTokenType.String ? reader.GetString() : null;
            }
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            return null;
        }

        return null;
    }
}
