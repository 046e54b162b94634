using System.Text.Json;

namespace PolicyEngine.Cli.Cases;

/// <summary>Reads the policies of a case, by kind: documents, lists or levels of them, or <c>"unknown"</c>.</summary>
internal sealed class PoliciesReader(PolicyText source, NamedPolicies files)
{
    private const string Unknown = "unknown";
    private readonly CasePolicies policies = new();

    /// <summary>Reads the policies at which the reader is.</summary>
    internal static CasePolicies Read(ref Utf8JsonReader reader, PolicyText source, NamedPolicies files)
    {
        PoliciesReader draft = new(source, files);
        JsonMembers.Read(ref reader, "'policies'", draft, static (ref Utf8JsonReader json, string name, PoliciesReader own) => own.ReadSlot(ref json, name));
        return draft.policies;
    }

    /// <summary>The policy at which the reader is: its bytes, or those of the file that it names.</summary>
    internal static PolicyText ReadPolicy(ref Utf8JsonReader reader, PolicyText source, NamedPolicies files) =>
        NamesFile(reader) ? files.Read(JsonMembers.ReadString(ref reader, "policy"), source, (int)reader.TokenStartIndex) : Cut(ref reader, source);

    /// <summary>True where the value at which the reader is is a policy, or names the file of one.</summary>
    internal static bool IsPolicy(Utf8JsonReader reader) => reader.TokenType == JsonTokenType.StartObject || NamesFile(reader);

    private static bool NamesFile(Utf8JsonReader reader) => reader.TokenType == JsonTokenType.String && reader.ValueSpan is [(byte)NamedPolicies.Mark, ..];

    /// <summary>The bytes of the value at which the reader is, untouched, with their place.</summary>
    private static PolicyText Cut(ref Utf8JsonReader reader, PolicyText source)
    {
        int start = (int)reader.TokenStartIndex;
        reader.Skip();
        return PolicyText.FromUtf8(source.Utf8[start..(int)reader.BytesConsumed], source.Name, source.GetPosition(start));
    }

    private bool ReadSlot(ref Utf8JsonReader reader, string name)
    {
        if (!CasePolicies.TryParseType(name, out PolicyType kind)) return false;
        bool hasLevels = kind is PolicyType.ServiceControl or PolicyType.ResourceControl;
        if (reader.TokenType == JsonTokenType.String && !NamesFile(reader))
        {
            string text = JsonMembers.ReadString(ref reader, name);
            policies.Set(kind, text == Unknown ? null : throw JsonMembers.Fault(ref reader, $"'{name}' is neither policies nor \"{Unknown}\""));
        }
        else if (kind == PolicyType.AccessPoint)
        {
            policies.Set(AccessPointReader.Read(ref reader, source, files));
        }
        else
        {
            policies.Set(kind, hasLevels ? ReadLevels(ref reader, name) : [new CasePolicies.Level("", ReadDocuments(ref reader, name))]);
        }

        return true;
    }

    private List<CasePolicies.Level> ReadLevels(ref Utf8JsonReader reader, string name)
    {
        if (reader.TokenType != JsonTokenType.StartArray) throw JsonMembers.Fault(ref reader, $"'{name}' is not an array of levels");
        List<CasePolicies.Level> levels = [];
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray) levels.Add(ReadLevel(ref reader, name));
        return levels;
    }

    private CasePolicies.Level ReadLevel(ref Utf8JsonReader reader, string name)
    {
        int offset = (int)reader.TokenStartIndex;
        LevelDraft level = new(this);
        JsonMembers.Read(ref reader, $"a level of '{name}'", level, static (ref Utf8JsonReader json, string member, LevelDraft own) => own.ReadMember(ref json, member));
        return level.Policies is { } documents
            ? new CasePolicies.Level(level.Name, documents)
            : throw new CaseFormatException($"a level of '{name}' lacks 'policies'", offset);
    }

    /// <summary>One document, or an array of them.</summary>
    private List<PolicyText> ReadDocuments(ref Utf8JsonReader reader, string name)
    {
        List<PolicyText> documents = [];
        if (IsPolicy(reader))
        {
            documents.Add(ReadPolicy(ref reader, source, files));
            return documents;
        }

        if (reader.TokenType != JsonTokenType.StartArray) throw JsonMembers.Fault(ref reader, $"'{name}' is neither a policy nor an array of policies");
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (!IsPolicy(reader)) throw JsonMembers.Fault(ref reader, $"'{name}' holds something else than policies");
            documents.Add(ReadPolicy(ref reader, source, files));
        }

        return documents;
    }

    private sealed class LevelDraft(PoliciesReader owner)
    {
        internal string Name { get; private set; } = "";

        internal List<PolicyText>? Policies { get; private set; }

        internal bool ReadMember(ref Utf8JsonReader reader, string name)
        {
            switch (name)
            {
                case "level": Name = JsonMembers.ReadString(ref reader, name); break;
                case "policies": Policies = owner.ReadDocuments(ref reader, name); break;
                default: return false;
            }

            return true;
        }
    }
}
