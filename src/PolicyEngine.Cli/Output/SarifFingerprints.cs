using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace PolicyEngine.Cli.Output;

/// <summary>Names findings so that they are recognized after the lines above them have changed.</summary>
internal sealed class SarifFingerprints
{
    private readonly Dictionary<string, int> counts = new(StringComparer.Ordinal);

    /// <summary>The fingerprint of the next finding: a hash of the line without white space, and which of the equal ones it is.</summary>
    internal string Next(string file, Diagnostic diagnostic)
    {
        string line = diagnostic.Source.Slice(diagnostic.Source.GetLine(diagnostic.Span.Start));
        string text = $"{diagnostic.Id}\n{string.Concat(line.Where(static c => !char.IsWhiteSpace(c)))}";
        string hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 8));
        string key = $"{file}\n{hash}";
        int count = counts.GetValueOrDefault(key) + 1;
        counts[key] = count;
        return string.Create(CultureInfo.InvariantCulture, $"{hash}:{count}");
    }
}
