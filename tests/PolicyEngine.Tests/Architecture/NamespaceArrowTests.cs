using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using PolicyEngine.FsCheck;

namespace PolicyEngine.Tests.Architecture;

/// <summary>The folders of the library are namespaces, and data flows one way between them.</summary>
public class NamespaceArrowTests
{
    private static readonly Dictionary<string, string[]> Allowed = new(StringComparer.Ordinal)
    {
        ["Text"] = [],
        ["Primitives"] = [],
        ["Diagnostics"] = ["Text"],
        ["Syntax"] = ["Text", "Diagnostics", "Primitives"],
        ["Requests"] = ["Primitives"],
        ["Matching"] = ["Primitives", "Requests"],
        ["Compilation"] = ["Syntax", "Matching", "Requests", "Diagnostics", "Text", "Primitives"],
        ["Endpoints"] = ["Requests", "Syntax", "Primitives", "Diagnostics", "Text"],
        ["Evaluation"] = ["Compilation", "Matching", "Requests", "Syntax", "Diagnostics", "Text", "Primitives"],
        ["CloudTrail"] = ["Endpoints", "Requests", "Diagnostics", "Text", "Primitives"],
    };

    [Fact]
    public void Every_folder_uses_only_what_it_may()
    {
        List<string> wrong = [];
        foreach (string file in Repository.SourcesOf("PolicyEngine"))
        {
            string folder = Path.GetRelativePath(Repository.PathTo("src", "PolicyEngine"), file).Split(Path.DirectorySeparatorChar)[0];
            string text = File.ReadAllText(file);
            Assert.Contains($"namespace PolicyEngine.{folder}", text, StringComparison.Ordinal);
            foreach (string other in Allowed.Keys)
            {
                bool uses = text.Contains($"using PolicyEngine.{other}", StringComparison.Ordinal) || text.Contains($" {other}.", StringComparison.Ordinal) && text.Contains($"PolicyEngine.{other}.", StringComparison.Ordinal);
                if (uses && other != folder && !Allowed[folder].Contains(other, StringComparer.Ordinal)) wrong.Add($"{folder} uses {other} in {Path.GetFileName(file)}");
            }
        }

        Assert.Empty(wrong);
    }

    /// <summary>What the sources cannot hide: every type that a method signature or field of one folder names.</summary>
    [Fact]
    public void No_signature_crosses_an_arrow_backwards()
    {
        List<string> wrong = [];
        foreach (Type type in typeof(PolicyParser).Assembly.GetTypes())
        {
            string folder = FolderOf(type);
            if (!Allowed.TryGetValue(folder, out string[]? allowed)) continue;
            foreach (Type other in Used(type))
            {
                string target = FolderOf(other);
                if (target != folder && Allowed.ContainsKey(target) && !allowed.Contains(target, StringComparer.Ordinal)) wrong.Add($"{type} uses {other}");
            }
        }

        Assert.Empty(wrong.Distinct(StringComparer.Ordinal));
    }

    [Fact]
    public void The_library_needs_the_framework_and_logging_abstractions_only()
    {
        string[] references = ReferencesOf(typeof(PolicyParser));
        Assert.All(references, static name => Assert.True(name.StartsWith("System.", StringComparison.Ordinal) || name == "Microsoft.Extensions.Logging.Abstractions", name));
        Assert.DoesNotContain(references, static name => name.StartsWith("System.Net", StringComparison.Ordinal) || name.StartsWith("System.Text.RegularExpressions", StringComparison.Ordinal));
    }

    [Fact]
    public void The_generators_need_the_library_and_FsCheck_only() => Assert.All(
        ReferencesOf(typeof(PolicyCase)), static name => Assert.True(name.StartsWith("System.", StringComparison.Ordinal) || name is "PolicyEngine" or "FsCheck" or "FSharp.Core" or "Microsoft.Extensions.Logging.Abstractions", name));

    private static string[] ReferencesOf(Type type)
    {
        using FileStream stream = File.OpenRead(type.Assembly.Location);
        using PEReader image = new(stream);
        MetadataReader metadata = image.GetMetadataReader();
        return [.. metadata.AssemblyReferences.Select(handle => metadata.GetString(metadata.GetAssemblyReference(handle).Name))];
    }

    private static string FolderOf(Type type)
    {
        const string root = "PolicyEngine.";
        if (type.Assembly != typeof(PolicyParser).Assembly || type.Namespace?.StartsWith(root, StringComparison.Ordinal) != true) return "";
        return type.Namespace[root.Length..].Split('.')[0];
    }

    private static IEnumerable<Type> Used(Type type)
    {
        const System.Reflection.BindingFlags all = System.Reflection.BindingFlags.Public | System.Reflection.BindingFlags.NonPublic |
            System.Reflection.BindingFlags.Instance | System.Reflection.BindingFlags.Static | System.Reflection.BindingFlags.DeclaredOnly;
        IEnumerable<Type> types = type.GetFields(all).Select(static f => f.FieldType)
            .Concat(type.GetMethods(all).SelectMany(static m => m.GetParameters().Select(static p => p.ParameterType).Append(m.ReturnType)))
            .Concat(type.GetConstructors(all).SelectMany(static c => c.GetParameters().Select(static p => p.ParameterType)));
        return types.SelectMany(Unfold);
    }

    private static IEnumerable<Type> Unfold(Type type)
    {
        if (type.HasElementType) return Unfold(type.GetElementType()!);
        return type.IsGenericType ? type.GetGenericArguments().SelectMany(Unfold).Append(type) : [type];
    }
}
