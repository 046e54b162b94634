using System.Buffers;
using System.Text;

namespace PolicyEngine.Language;

/// <summary>Cuts a policy text into literals, wildcards and policy variables.</summary>
/// <remarks>Cutting comes first, so that the value of a variable is never read as a pattern.
/// AWS: <see href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html">IAM policy elements: Variables and tags</see>.</remarks>
internal static class PatternTokens
{
    private const string NotClosed = "it has no closing brace";

    /// <summary>Quotes, braces, and all that Unicode calls white space.</summary>
    private static readonly SearchValues<char> NotInKeys = SearchValues.Create([.. "'\"{", .. Enumerable.Range(0, 0x3001).Select(static c => (char)c).Where(char.IsWhiteSpace)]);

    /// <summary>True where the text holds what looks like a policy variable.</summary>
    internal static bool HasVariable(string text) => HasVariable(text.AsSpan());

    internal static bool HasVariable(ReadOnlySpan<char> text) => text.Contains('$') && text.IndexOf("${") >= 0;

    /// <summary>Cuts the text; <paramref name="fault"/> says what is wrong with its first malformed variable, if any.</summary>
    internal static List<Token> Cut(string text, bool wildcards, bool variables, out string? fault)
    {
        List<Token> tokens = [];
        StringBuilder literal = new();
        fault = null;
        for (int i = 0; i < text.Length; i++)
        {
            char c = text[i];
            if (wildcards && (c is '*' or '?'))
            {
                Flush(tokens, literal);
                AddWildcard(tokens, c);
            }
            else if (variables && c == '$' && i + 1 < text.Length && text[i + 1] == '{')
            {
                int close = text.IndexOf('}', i);
                string? problem = close < 0 ? NotClosed : ReadVariable(text.AsSpan(i + 2, close - i - 2), tokens, literal);
                fault ??= problem;
                if (close < 0) break;
                i = close;
            }
            else
            {
                literal.Append(c);
            }
        }

        Flush(tokens, literal);
        return tokens;
    }

    /// <summary>What is wrong with the first malformed variable of the text, or null.</summary>
    internal static string? FindFault(ReadOnlySpan<char> text)
    {
        for (int open = text.IndexOf("${"); open >= 0; open = text.IndexOf("${"))
        {
            text = text[(open + 2)..];
            int close = text.IndexOf('}');
            if (close < 0) return NotClosed;
            if (FindFaultInside(text[..close], out _) is { } fault) return fault;
            text = text[(close + 1)..];
        }

        return null;
    }

    /// <summary>The text with an <c>x</c> for every character that is no wildcard, as in escapes and variables; without wildcards, the text itself.</summary>
    internal static string ShapeOf(string text, bool variables)
    {
        if (!text.AsSpan().ContainsAny('*', '?')) return text;
        StringBuilder shape = new(text.Length);
        foreach (Token token in Cut(text, wildcards: true, variables, out _))
        {
            if (token.Kind is Kind.AnyRun or Kind.AnyOne) shape.Append(token.Text);
            else shape.Append('x', token.Text.Length + (token.Kind == Kind.Variable ? "${}".Length : 0));
        }

        return shape.ToString();
    }

    private static string? ReadVariable(ReadOnlySpan<char> body, List<Token> tokens, StringBuilder literal)
    {
        if (IsEscape(body))
        {
            literal.Append(body);
            return null;
        }

        string? fault = FindFaultInside(body, out int comma);
        if (fault is not null) return fault;
        Flush(tokens, literal);
        tokens.Add(comma < 0
            ? new Token(Kind.Variable, body.ToString())
            : new Token(Kind.Variable, body[..comma].ToString(), body[(comma + ", '".Length)..^1].ToString()));
        return null;
    }

    /// <summary>What is wrong with the text between the braces of a variable, and where its default begins, if it has one.</summary>
    private static string? FindFaultInside(ReadOnlySpan<char> body, out int comma)
    {
        comma = body.IndexOf(',');
        if (IsEscape(body)) return null;
        ReadOnlySpan<char> key = comma < 0 ? body : body[..comma];
        if (key.Length == 0) return "it names no key";
        if (key.ContainsAny(NotInKeys)) return "its key holds a blank, a quote or a brace";
        if (ConditionKeyForm.FindFault(key) is { } fault) return fault;
        if (comma < 0) return null;
        ReadOnlySpan<char> rest = body[(comma + 1)..];
        bool quoted = rest.Length >= 3 && rest.StartsWith(" '") && rest[^1] == '\'' && !rest[2..^1].Contains('\'');
        return quoted ? null : "its default is not one comma, one blank and a text in single quotes";
    }

    /// <summary>True where the text between the braces is a character that means itself.</summary>
    private static bool IsEscape(ReadOnlySpan<char> body) => body is "*" or "?" or "$";

    private static void AddWildcard(List<Token> tokens, char c)
    {
        if (c == '?') tokens.Add(new Token(Kind.AnyOne, "?"));
        else if (tokens.Count == 0 || tokens[^1].Kind != Kind.AnyRun) tokens.Add(new Token(Kind.AnyRun, "*"));
    }

    private static void Flush(List<Token> tokens, StringBuilder literal)
    {
        if (literal.Length == 0) return;
        tokens.Add(new Token(Kind.Literal, literal.ToString()));
        literal.Clear();
    }

    /// <summary>A token of a pattern: its kind, its characters or key, and the default of a variable.</summary>
    internal readonly record struct Token(Kind Kind, string Text, string? Default = null);

    /// <summary>What one token of a pattern means.</summary>
    internal enum Kind
    {
        /// <summary>Ordinary characters.</summary>
        Literal,

        /// <summary><c>*</c>: any characters, or none.</summary>
        AnyRun,

        /// <summary><c>?</c>: exactly one character.</summary>
        AnyOne,

        /// <summary><c>${key}</c> or <c>${key, 'default'}</c>.</summary>
        Variable,
    }
}
