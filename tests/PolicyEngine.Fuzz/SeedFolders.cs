using System.IO.Compression;
using System.Text;
using PolicyEngine.Cli;
using PolicyEngine.Cli.Cases;

namespace PolicyEngine.Fuzz;

/// <summary>Where seeds come from: the cases of the conformance kit, and other corpora where there are some.</summary>
internal sealed class SeedFolders(string repository)
{
    private readonly string conformance = Path.Combine(repository, "tests", "PolicyEngine.Conformance");
    private readonly string corpora = Path.Combine(repository, "..", "shared");

    /// <summary>The cases about policies.</summary>
    internal IEnumerable<Case> Cases => CaseFiles.Find(Path.Combine(conformance, "cases")).Files.SelectMany(ReadCases);

    /// <summary>Policy documents of others; none where the corpora are missing.</summary>
    internal IEnumerable<string> Policies => ReadCompressed("aws-managed-policies.jsonl.gz")
        .Concat(ReadCompressed("public-policies.jsonl.gz").Select(static line => JsonParts.TextOf(line, "text")).OfType<string>());

    /// <summary>CloudTrail records.</summary>
    internal IEnumerable<string> Records => Directory.EnumerateFiles(Path.Combine(conformance, "trail"), "*.jsonl").Order(StringComparer.Ordinal)
        .SelectMany(File.ReadLines).Select(static line => JsonParts.RawOf(line, "record")).OfType<string>();

    /// <summary>Questions about hosts, each with its inventory.</summary>
    internal IEnumerable<(string Url, string Inventory)> Hosts => Directory.EnumerateFiles(Path.Combine(conformance, "hosts"), "*.json").Order(StringComparer.Ordinal)
        .SelectMany(static file => JsonParts.HostsOf(File.ReadAllText(file)));

    /// <summary>The inventory of the examples.</summary>
    internal string Inventory => File.ReadAllText(Path.Combine(repository, "src", "PolicyEngine.Cli", "Examples", "endpoints.json"));

    private static IEnumerable<Case> ReadCases(string file)
    {
        CliConsole console = new() { Input = Stream.Null, Output = TextWriter.Null, Error = TextWriter.Null };
        return CaseStream.ReadAsync(file, console, GivenKeys.Nothing, CancellationToken.None).ToBlockingEnumerable().Select(static reading => reading.Case).OfType<Case>();
    }

    private IEnumerable<string> ReadCompressed(string name)
    {
        string file = Path.Combine(corpora, "corpora", name);
        if (!File.Exists(file)) yield break;
        using StreamReader reader = new(new GZipStream(File.OpenRead(file), CompressionMode.Decompress), Encoding.UTF8);
        while (reader.ReadLine() is { } line) yield return line;
    }
}
