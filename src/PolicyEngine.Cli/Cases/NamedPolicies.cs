using System.Collections.Concurrent;

namespace PolicyEngine.Cli.Cases;

/// <summary>Reads the policies that cases name by a file, such as <c>"@secret.json"</c>, relative to the file of the case.</summary>
/// <remarks>Cases are read by several threads at once. The files read last are kept, as many cases name the same few.</remarks>
/// <param name="tell">Is told what is odd about a file.</param>
internal sealed class NamedPolicies(Action<string> tell)
{
    /// <summary>What a text begins with that names a file.</summary>
    internal const char Mark = '@';

    private const int MostKept = 64;
    private readonly ConcurrentDictionary<string, PolicyText> kept = new(StringComparer.Ordinal);

    /// <summary>Reads the file that a text names.</summary>
    /// <param name="name">The text, with the mark.</param>
    /// <param name="source">The text of the case.</param>
    /// <param name="offset">Where in it the file is named, in bytes.</param>
    /// <exception cref="CaseFormatException">The file cannot be read.</exception>
    internal PolicyText Read(string name, PolicyText source, int offset)
    {
        string file = name[1..];
        if (file is "" or InputFiles.StandardInput || file.Contains('\0', StringComparison.Ordinal)) throw new CaseFormatException($"'{name}' names no file", offset);
        try
        {
            string path = Path.Combine(Path.GetDirectoryName(source.Name) ?? "", file);
            if (kept.TryGetValue(path, out PolicyText? known)) return known;
            PolicyText text = InputText.Read(path, tell, new PolicyParserOptions().MaxBytes);
            if (kept.Count < MostKept) kept[path] = text;
            return text;
        }
        catch (InputException fault)
        {
            throw new CaseFormatException(fault.Message, offset);
        }
    }
}
