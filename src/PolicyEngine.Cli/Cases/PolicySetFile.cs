using System.Text.Json;
using PolicyEngine.Json;

namespace PolicyEngine.Cli.Cases;

/// <summary>Reads a file with the policies of a set: <c>{"policies": {…}}</c>, as in a case.</summary>
internal static class PolicySetFile
{
    private static readonly JsonReaderOptions Options = new() { MaxDepth = 256 };

    /// <summary>Reads the file.</summary>
    /// <exception cref="InputException">It cannot be read, or holds something else.</exception>
    internal static async Task<CasePolicies> ReadAsync(string file, CliConsole console, CancellationToken cancellation)
    {
        PolicyText text = await InputText.ReadAsync(console, file, JsonSlicer.MaxCaseBytes, cancellation).ConfigureAwait(false);
        try
        {
            return Read(text, console);
        }
        catch (CaseFormatException fault)
        {
            throw new InputException($"{text.Name}:{text.GetPosition(Math.Clamp(fault.Offset, 0, text.Length))}: {fault.Message}");
        }
    }

    private static CasePolicies Read(PolicyText text, CliConsole console)
    {
        if (text.Length > JsonSlicer.MaxCaseBytes) throw new CaseFormatException("the set of policies is too long");
        Draft draft = new(text, console);
        Utf8JsonReader reader = new(text.Utf8, Options);
        try
        {
            reader.Read();
            JsonMembers.Read(ref reader, "the set of policies", draft, static (ref Utf8JsonReader json, string name, Draft own) => own.ReadMember(ref json, name));
            reader.Read();
        }
        catch (JsonException)
        {
            string reason = JsonFault.Find(text.Utf8, Options.MaxDepth)?.Reason ?? "it is no JSON value";
            throw new CaseFormatException($"the set of policies is not JSON: {reason}", (int)reader.BytesConsumed);
        }

        return draft.Policies ?? throw new CaseFormatException("the set of policies lacks 'policies'");
    }

    private sealed class Draft(PolicyText text, CliConsole console)
    {
        internal CasePolicies? Policies { get; private set; }

        internal bool ReadMember(ref Utf8JsonReader reader, string name)
        {
            if (name != "policies") return false;
            Policies = PoliciesReader.Read(ref reader, text, new NamedPolicies(console.Complain));
            return true;
        }
    }
}
