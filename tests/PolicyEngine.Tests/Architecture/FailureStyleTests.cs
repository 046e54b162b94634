using System.Reflection;
using PolicyEngine.Catalogue;
using PolicyEngine.Checks;
using PolicyEngine.FsCheck;

namespace PolicyEngine.Tests.Architecture;

/// <summary>Methods of one name fail in one way.</summary>
public class FailureStyleTests
{
    private static readonly Type[] PublicTypes = [.. new[] { typeof(PolicyParser), typeof(ServiceCatalogue), typeof(PolicyChecker), typeof(PolicyCase) }.SelectMany(static type => type.Assembly.GetExportedTypes())];

    private static readonly MethodInfo[] Methods =
        [.. PublicTypes.SelectMany(static type => type.GetMethods(BindingFlags.Public | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly)).Where(static method => !method.IsSpecialName)];

    /// <summary>A text that has places is parsed to a result with diagnostics, whatever it holds.</summary>
    [Fact]
    public void Parse_of_a_text_with_places_gives_a_result()
    {
        MethodInfo[] parsers = [.. Methods.Where(static method => method.Name == "Parse" && method.GetParameters()[0].ParameterType == typeof(PolicyText))];
        Assert.True(parsers.Length >= 4);
        Assert.All(parsers, static method =>
        {
            Assert.Equal(typeof(ParseResult<>), method.ReturnType.GetGenericTypeDefinition());
            object result = method.Invoke(null, [PolicyText.FromString("{"), .. method.GetParameters().Skip(1).Select(static parameter => parameter.DefaultValue)])!;
            Assert.Equal(false, result.GetType().GetProperty("Success")!.GetValue(result));
        });
    }

    /// <summary>The short way, for a string, gives the thing itself, and throws one type of exception; where there is a result, it throws the findings.</summary>
    [Fact]
    public void Parse_of_a_string_gives_the_thing_or_throws()
    {
        MethodInfo[] parsers = [.. Methods.Where(static method => method.Name == "Parse" && method.GetParameters()[0].ParameterType != typeof(PolicyText))];
        Assert.True(parsers.Length >= 5);
        Assert.All(parsers, static method =>
        {
            Assert.Equal(method.DeclaringType, method.ReturnType);
            object[] arguments = ["{", .. method.GetParameters().Skip(1).Select(static parameter => parameter.DefaultValue!)];
            Exception thrown = Assert.Throws<TargetInvocationException>(() => method.Invoke(null, arguments)).InnerException!;
            Assert.IsType<FormatException>(thrown, exactMatch: false);
            bool hasResult = method.DeclaringType == typeof(PolicyDocument) || method.DeclaringType!.GetMethods().Any(static other => other.Name == "Parse" && other.GetParameters()[0].ParameterType == typeof(PolicyText));
            if (hasResult) Assert.IsType<PolicyDiagnosticException>(thrown);
        });
    }

    [Fact]
    public void Try_gives_true_or_false_and_the_rest_by_out()
    {
        MethodInfo[] tries = [.. Methods.Where(static method => method.Name.StartsWith("Try", StringComparison.Ordinal) && char.IsUpper(method.Name[3]))];
        Assert.True(tries.Length >= 8);
        Assert.All(tries, static method => Assert.True(method.ReturnType == typeof(bool) && method.GetParameters().Any(static parameter => parameter.IsOut), $"{method.DeclaringType}.{method.Name}"));
    }

    [Fact]
    public void A_cancellation_token_comes_last_and_may_be_left_out()
    {
        ParameterInfo[] tokens = [.. Methods.SelectMany(static method => method.GetParameters()).Where(static parameter => parameter.ParameterType == typeof(CancellationToken))];
        Assert.True(tokens.Length >= 3);
        Assert.All(tokens, static token => Assert.True(
            token.Name == "cancellationToken" && token.IsOptional && token.Position == ((MethodInfo)token.Member).GetParameters().Length - 1, $"{token.Member.DeclaringType}.{token.Member.Name}"));
    }

    [Fact]
    public void Options_have_defaults()
    {
        Type[] options = [.. PublicTypes.Where(static type => type.Name.EndsWith("Options", StringComparison.Ordinal))];
        Assert.True(options.Length >= 6);
        Assert.All(options, static type =>
        {
            Assert.Equal(Activator.CreateInstance(type)!.GetType(), type.GetProperty("Default", BindingFlags.Public | BindingFlags.Static)?.PropertyType);
            Assert.All(type.GetProperties(BindingFlags.Public | BindingFlags.Instance), property => Assert.NotNull(property.SetMethod));
        });
    }
}
