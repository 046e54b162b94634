using System.Text.RegularExpressions;

namespace PolicyEngine.Tests.Architecture;

/// <summary>The texts of exceptions are for people: no source reads them or steers by them.</summary>
public partial class ExceptionTextTests
{
    [Fact]
    public void No_source_cuts_or_compares_the_message_of_an_exception() => Assert.Empty(Find(CutMessage()));

    [Fact]
    public void No_source_catches_what_a_wrong_argument_throws() => Assert.Empty(Find(CaughtArgument()));

    /// <summary>The patterns find what they are for.</summary>
    [Theory]
    [InlineData("exception.Message.Split(\" (Parameter\", 2)[0]")]
    [InlineData("exception.Message.Split(\" LineNumber:\", 2)")]
    [InlineData("if (error.Message.Contains(\"depth\", StringComparison.Ordinal))")]
    public void Cut_messages_are_found(string source) => Assert.Matches(CutMessage(), source);

    [Theory]
    [InlineData("catch (ArgumentException)")]
    [InlineData("catch (ArgumentException exception)")]
    [InlineData("catch (FormatException)")]
    public void Caught_arguments_are_found(string source) => Assert.Matches(CaughtArgument(), source);

    private static IEnumerable<string> Find(Regex pattern) =>
        from file in Directory.EnumerateFiles(Repository.PathTo("src"), "*.cs", SearchOption.AllDirectories)
        from Match match in pattern.Matches(File.ReadAllText(file))
        select $"{Path.GetFileName(file)}: {match.Value}";

    [GeneratedRegex("""(exception|error|fault)\w*\.Message\.(Split|Contains|StartsWith|EndsWith|IndexOf|Substring|Replace)\(|" \(Parameter| LineNumber:""", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex CutMessage();

    [GeneratedRegex("""catch \((System\.)?(ArgumentException|ArgumentNullException|ArgumentOutOfRangeException|FormatException|OverflowException)\b""", RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex CaughtArgument();
}
