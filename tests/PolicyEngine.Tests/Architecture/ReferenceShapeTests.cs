using System.Reflection;
using System.Text.RegularExpressions;
using PolicyEngine.Reference;

namespace PolicyEngine.Tests.Architecture;

/// <summary>The reference stays what it is: short, headed by its rules, and on its own.</summary>
public partial class ReferenceShapeTests
{
    private const int MostLines = 840;
    private static readonly string[] Files = [.. Directory.EnumerateFiles(Repository.PathTo("tests", "PolicyEngine.Reference"), "*.cs").Order(StringComparer.Ordinal)];

    /// <summary>Lines of code: neither blank, nor comments, nor the names of namespaces.</summary>
    [Fact]
    public void The_reference_is_short() =>
        Assert.InRange(Files.SelectMany(File.ReadLines).Count(static line => line.Trim() is { Length: > 0 } text && !text.StartsWith("//", StringComparison.Ordinal) && !text.StartsWith("using ", StringComparison.Ordinal) && !text.StartsWith("namespace ", StringComparison.Ordinal)), 300, MostLines);

    /// <summary>Each function is headed by the numbers of its rules, itself or by its type.</summary>
    [Fact]
    public void Each_function_is_headed_by_its_rules()
    {
        List<string> bare = [];
        foreach (string file in Files)
        {
            string[] lines = File.ReadAllLines(file);
            for (int i = 0; i < lines.Length; i++)
            {
                if (!Function().IsMatch(lines[i])) continue;
                IEnumerable<string> head = lines.Take(i).Reverse().TakeWhile(static line => line.Contains("///", StringComparison.Ordinal));
                if (!head.Any(static line => Rule().IsMatch(line))) bare.Add($"{Path.GetFileName(file)}:{i + 1}: {lines[i].Trim()}");
            }
        }

        Assert.Empty(bare);
    }

    /// <summary>What matches, indexes and combines in the library is internal to it, and the reference is no friend of the library.</summary>
    [Fact]
    public void The_reference_shares_no_matching_with_the_library()
    {
        Assembly library = typeof(PolicyParser).Assembly;
        string own = typeof(ReferencePolicy).Assembly.GetName().Name!;
        Assert.DoesNotContain(library.GetCustomAttributes<System.Runtime.CompilerServices.InternalsVisibleToAttribute>(), friend => friend.AssemblyName == own);
        string sources = string.Concat(Files.Select(File.ReadAllText));
        Assert.DoesNotContain("using PolicyEngine.Matching", sources, StringComparison.Ordinal);
        Assert.DoesNotContain("PolicyEvaluator", sources, StringComparison.Ordinal);
        Assert.DoesNotContain("PolicyCompiler", sources, StringComparison.Ordinal);
    }

    [GeneratedRegex(@"^    (public|internal|private)( static)? [^=]*[ )>\]?][A-Za-z]+\((?!.*record)|^    public static (implicit )?[A-Za-z?]* ?operator ", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Function();

    [GeneratedRegex("[LAQ]-[0-9]+", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Rule();
}
