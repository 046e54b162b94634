using System.Text.RegularExpressions;

namespace PolicyEngine.Tests.Architecture;

/// <summary>A type is found by its name: each stands in the file of its name, or within the type that it serves.</summary>
public partial class TypeFileTests
{
    public static TheoryData<string> Projects => ["PolicyEngine", "PolicyEngine.Catalogue", "PolicyEngine.Checks", "PolicyEngine.FsCheck", "PolicyEngine.Cli"];

    /// <summary>A part of a type stands in <c>Type.Part.cs</c>; the methods that extend a type, <c>TypeExtensions</c>, may stand with it.</summary>
    [Theory]
    [MemberData(nameof(Projects))]
    public void Types_stand_in_the_file_of_their_name(string project)
    {
        string[] files = [.. Repository.SourcesOf(project)];
        Assert.NotEmpty(files);
        Assert.Empty(files.SelectMany(static file => TypesIn(file).Where(type => !IsAtHome(type, file)).Select(type => $"{type} in {Path.GetFileName(file)}")));
    }

    [Theory]
    [InlineData("public sealed partial class Arn", "Arn")]
    [InlineData("internal readonly record struct Part(string Text);", "Part")]
    [InlineData("internal delegate bool Reader<T>(string text, out T value);", "Reader")]
    [InlineData("public interface IActionCatalogue", "IActionCatalogue")]
    [InlineData("internal enum Order : byte", "Order")]
    public void Declarations_are_found(string line, string name) => Assert.Equal(name, NameIn(line));

    private static bool IsAtHome(string type, string file)
    {
        string home = Path.GetFileName(file).Split('.')[0];
        return type == home || type == $"{home}Extensions";
    }

    private static IEnumerable<string> TypesIn(string file) => File.ReadLines(file).Select(NameIn).OfType<string>();

    private static string? NameIn(string line) => Declaration().Match(line) is { Success: true } found ? found.Groups["name"].Value : null;

    [GeneratedRegex(@"^(public|internal|file)\s[\w\s]*?\b(class|struct|interface|enum|record|delegate \S+)\s(?<name>(?!struct\b|class\b)\w+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Declaration();
}
