using System.Text;
using System.Text.Json;

namespace PolicyEngine.Cli.Cases;

/// <summary>The case files that a path stands for: itself, or those below a directory.</summary>
/// <param name="Files">The files with cases, in ordinal order.</param>
/// <param name="Others">Other files with JSON below the directory.</param>
internal sealed record CaseFiles(IReadOnlyList<string> Files, IReadOnlyList<string> Others)
{
    /// <summary>A case is told by members near its beginning.</summary>
    private const int MostCharacters = 64 * 1024;

    private static readonly string[] Names = [".case.json", ".cases.jsonl"];
    private static readonly string[] OtherNames = [".json", ".jsonl"];
    private static readonly string[] Members = ["request", "policies", "policyText"];

    /// <summary>Finds them. A file that is named is a case file, whatever it holds.</summary>
    /// <exception cref="InputException">The directory cannot be read, or holds no case files.</exception>
    internal static CaseFiles Find(string path)
    {
        if (path == InputFiles.StandardInput || !Directory.Exists(path)) return new CaseFiles([path], []);
        try
        {
            string[] all = [.. Directory.EnumerateFiles(path, "*", SearchOption.AllDirectories).Where(static file => EndsWith(file, OtherNames)).Order(StringComparer.Ordinal)];
            ILookup<bool, string> files = all.ToLookup(static file => EndsWith(file, Names) || BeginsWithCase(file));
            return files.Contains(true)
                ? new CaseFiles([.. files[true]], [.. files[false]])
                : throw new InputException($"'{path}' holds no case files: *.case.json, *.cases.jsonl, or JSON that begins with a case");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new InputException($"cannot read '{path}': {InputFiles.ReasonOf(exception)}");
        }
    }

    private static bool EndsWith(string path, string[] names) => Array.Exists(names, name => path.EndsWith(name, StringComparison.OrdinalIgnoreCase));

    /// <summary>True where the first object of a file has members of a case. What cannot be read is a case file, so that the fault is told.</summary>
    private static bool BeginsWithCase(string path)
    {
        char[] text = new char[MostCharacters];
        int length;
        try
        {
            using StreamReader reader = new(InputFiles.OpenFile(path), Encoding.UTF8);
            length = reader.ReadBlock(text);
        }
        catch (Exception exception) when (exception is InputException or IOException)
        {
            return true;
        }

        HashSet<string> members = new(StringComparer.Ordinal);
        Utf8JsonReader json = new(Encoding.UTF8.GetBytes(text, 0, length), isFinalBlock: false, state: default);
        try
        {
            if (json.Read() && json.TokenType == JsonTokenType.StartArray) json.Read();
            if (json.TokenType != JsonTokenType.StartObject) return false;
            while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
            {
                members.Add(json.GetString()!);
                if (!json.Read() || !json.TrySkip()) break;
            }
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            // What came before the fault tells.
        }

        return Members.Any(members.Contains) || (members.Contains("principal") && members.Contains("action"));
    }
}
