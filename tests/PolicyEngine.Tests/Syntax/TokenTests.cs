using System.Globalization;
using System.Text;
using System.Text.Json;
using PolicyEngine.Json;

namespace PolicyEngine.Tests.Syntax;

/// <summary>The tokens of the parser are those of the framework's reader, at every place of the blocks that are read together.</summary>
public class TokenTests
{
    private static readonly string[] Strings = ["", "a", "\\n", "\\\"", "\\\\", "\\u00e9", "\\ud83d\\ude00", "é", "中", "😀", "\u007f", "a\\/b", "\\\\\\\""];

    [Fact]
    public void Strings_of_every_length_and_place()
    {
        for (int length = 0; length < 75; length++)
        {
            string text = string.Concat(Enumerable.Range(0, length).Select(static i => (char)('a' + (i % 26))));
            foreach (string part in Strings)
            {
                CheckTokens($$"""{"{{text}}{{part}}":["{{part}}{{text}}","{{text}}{{part}}"]}""");
                CheckTokens($$"""[ {"{{part}}" : "{{text}}"} , "{{text}}{{part}}{{text}}" ]""");
            }
        }
    }

    [Theory]
    [InlineData("[1,-0,1.5,1e5,1E-5,true,false,null,{},[],[[]],{\"a\":{}}]")]
    [InlineData(" \t\r\n[ \t\r\n1 \t\r\n, \t\r\n{ \t\r\n\"a\" \t\r\n: \t\r\n2 \t\r\n} \t\r\n] \t\r\n")]
    public void Values_and_blanks(string json) => CheckTokens(json);

    /// <summary>A text cut anywhere ends where the framework's reader ends it.</summary>
    [Fact]
    public void Cut_texts()
    {
        const string json = """{"Version":"2012-10-17","a":[1.5,true,null,"b\u00e9\"c"],"d":{"e":{}}}""";
        for (int length = 1; length < json.Length; length++) CheckTokens(json[..length]);
    }

    /// <summary>A byte that no string may hold, anywhere in one.</summary>
    [Theory]
    [InlineData("\0")]
    [InlineData("\u001f")]
    [InlineData("\n")]
    [InlineData("\\q")]
    [InlineData("\\u12g4")]
    [InlineData("\"")]
    public void Faults_in_strings(string fault)
    {
        for (int before = 0; before < 70; before++)
        {
            CheckTokens($"[\"{new string('x', before)}{fault}{new string('y', 70 - before)}\",1]");
            CheckTokens($"[\"{new string('x', before)}{fault}");
        }
    }

    private static void CheckTokens(string json)
    {
        byte[] utf8 = Encoding.UTF8.GetBytes(json);
        Assert.Equal(Expect(utf8), Read(utf8));
    }

    private static List<string> Read(byte[] utf8)
    {
        List<string> tokens = [];
        JsonCursor cursor = new(new JsonContext(PolicyText.FromUtf8(utf8), maxDepth: 16, maxDiagnostics: 100));
        while (cursor.Read())
        {
            bool isText = cursor.TokenType is JsonTokenType.String or JsonTokenType.PropertyName;
            tokens.Add(Describe(cursor.TokenType, cursor.Span.Start, isText ? cursor.GetText() : cursor.GetSource()));
        }

        return tokens;
    }

    private static List<string> Expect(byte[] utf8)
    {
        List<string> tokens = [];
        Utf8JsonReader reader = new(utf8);
        try
        {
            while (reader.Read())
            {
                bool isText = reader.TokenType is JsonTokenType.String or JsonTokenType.PropertyName;
                tokens.Add(Describe(reader.TokenType, (int)reader.TokenStartIndex, isText ? reader.GetString()! : Encoding.UTF8.GetString(reader.ValueSpan)));
            }
        }
        catch (JsonException)
        {
            return tokens; // what comes before the fault
        }

        return tokens;
    }

    private static string Describe(JsonTokenType type, int start, string text) => string.Create(CultureInfo.InvariantCulture, $"{type} {start} {text}");
}
