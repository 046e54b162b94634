using System.Text.Json;

namespace PolicyEngine.Cli.Cases;

/// <summary>Reads what is told of an S3 access point: an object with its policy, bucket and network origin, or its policy alone.</summary>
internal sealed class AccessPointReader(PolicyText source, NamedPolicies files)
{
    private const string Unknown = "unknown";
    private CaseAccessPoint read = new();

    /// <summary>Reads a text of its own, such as a file.</summary>
    /// <exception cref="CaseFormatException">It is no policy, and has a member that an access point does not have.</exception>
    internal static CaseAccessPoint Read(PolicyText text, NamedPolicies files)
    {
        Utf8JsonReader reader = new(text.Utf8);
        try
        {
            return reader.Read() && reader.TokenType == JsonTokenType.StartObject && !IsPolicy(reader) ? Read(ref reader, text, files) : new CaseAccessPoint { Policy = text };
        }
        catch (JsonException)
        {
            // What is no JSON is told by the parser of policies.
            return new CaseAccessPoint { Policy = text };
        }
    }

    /// <summary>Reads the value at which the reader is.</summary>
    internal static CaseAccessPoint Read(ref Utf8JsonReader reader, PolicyText source, NamedPolicies files)
    {
        bool isPolicy = reader.TokenType == JsonTokenType.StartObject ? IsPolicy(reader) : PoliciesReader.IsPolicy(reader);
        if (isPolicy) return new CaseAccessPoint { Policy = PoliciesReader.ReadPolicy(ref reader, source, files) };
        AccessPointReader draft = new(source, files);
        JsonMembers.Read(ref reader, "'accessPoint'", draft, static (ref Utf8JsonReader json, string name, AccessPointReader own) => own.ReadMember(ref json, name));
        return draft.read;
    }

    /// <summary>Members of policies begin in upper case.</summary>
    private static bool IsPolicy(Utf8JsonReader reader) => reader.Read() && reader.TokenType == JsonTokenType.PropertyName && reader.ValueSpan is [>= (byte)'A' and <= (byte)'Z', ..];

    private bool ReadMember(ref Utf8JsonReader reader, string name)
    {
        switch (name)
        {
            case "policy": ReadPolicy(ref reader, name); break;
            case "arn": read = read with { Facts = read.Facts with { Arn = JsonMembers.ReadString(ref reader, name) } }; break;
            case "bucketArn": read = read with { Facts = read.Facts with { BucketArn = JsonMembers.ReadString(ref reader, name) } }; break;
            case "bucketAccount": read = read with { Facts = read.Facts with { BucketAccount = JsonMembers.ReadString(ref reader, name) } }; break;
            case "networkOrigin": read = read with { Facts = read.Facts with { Origin = ReadOrigin(ref reader, name) } }; break;
            case "vpcId": read = read with { Facts = read.Facts with { VpcId = JsonMembers.ReadString(ref reader, name) } }; break;
            case "supporting": read = read with { Supporting = Read(ref reader, source, files) }; break;
            default: return false;
        }

        return true;
    }

    private void ReadPolicy(ref Utf8JsonReader reader, string name)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.Null: read = read with { HasNone = true }; break;
            case JsonTokenType.StartObject or JsonTokenType.String when PoliciesReader.IsPolicy(reader): read = read with { Policy = PoliciesReader.ReadPolicy(ref reader, source, files) }; break;
            case JsonTokenType.String when JsonMembers.ReadString(ref reader, name) == Unknown: break;
            default: throw JsonMembers.Fault(ref reader, $"'{name}' is neither a policy, null nor \"{Unknown}\"");
        }
    }

    private static AccessPointOrigin ReadOrigin(ref Utf8JsonReader reader, string name) => JsonMembers.ReadString(ref reader, name) switch
    {
        "internet" or "Internet" => AccessPointOrigin.Internet,
        "vpc" or "VPC" => AccessPointOrigin.Vpc,
        Unknown => AccessPointOrigin.Unknown,
        string other => throw JsonMembers.Fault(ref reader, $"'{other}' is no network origin: internet, vpc or {Unknown}"),
    };
}
