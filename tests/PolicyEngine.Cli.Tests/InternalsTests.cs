using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using PolicyEngine.Cli;

namespace PolicyEngine.Cli.Tests;

public class InternalsTests
{
    /// <summary>The tool sees internals of the library, with which it is released together. It cuts its files and shows explanations with these only.</summary>
    [Fact]
    public void The_tool_uses_scanning_and_output_of_the_library_and_no_other_internals()
    {
        Assembly library = typeof(PolicyParser).Assembly;
        using FileStream stream = File.OpenRead(typeof(ExitCode).Assembly.Location);
        using PEReader image = new(stream);
        MetadataReader metadata = image.GetMetadataReader();
        IEnumerable<string> used = metadata.TypeReferences.Select(metadata.GetTypeReference)
            .Where(static type => type.ResolutionScope.Kind == HandleKind.AssemblyReference)
            .Select(type => library.GetType($"{metadata.GetString(type.Namespace)}.{metadata.GetString(type.Name)}"))
            .Where(static type => type is { IsPublic: false })
            .Select(static type => type!.Name);
        string[] scanning = ["JsonFault", "JsonScanner", "TextCursor", "ValueBuffer"];
        string[] facts = ["FactTable", "ServiceProfile", "ServiceProfiles"];
        string[] output = ["DecisionWords", "DiagnosticJson", "ExplanationJson", "ExplanationLine", "ExplanationLines", "RequestJson", "ShownText", "TextRole"];
        Assert.Equal([.. output.Concat(scanning).Concat(facts).Order(StringComparer.Ordinal)], used.Order(StringComparer.Ordinal), StringComparer.Ordinal);
    }
}
