namespace PolicyEngine.Diagnostics;

/// <summary>PE1xxx: the text is not one JSON object.</summary>
internal static partial class Descriptors
{
    internal static readonly DiagnosticDescriptor EmptyText = new(
        "PE1001", "L-10", DiagnosticSeverity.Error, "Empty text",
        "The text is empty where a policy document is expected",
        "A policy document is one JSON object, from { to }.");

    internal static readonly DiagnosticDescriptor ByteOrderMark = new(
        "PE1002", "L-10", DiagnosticSeverity.Error, "Byte order mark",
        "The text begins with a byte order mark",
        "Save the file as UTF-8 without a byte order mark.");

    internal static readonly DiagnosticDescriptor InvalidUtf8 = new(
        "PE1003", "L-10", DiagnosticSeverity.Error, "Not UTF-8",
        "{0} is not UTF-8",
        "Save the file as UTF-8.");

    internal static readonly DiagnosticDescriptor MalformedJson = new(
        "PE1004", "L-10", DiagnosticSeverity.Error, "Malformed JSON",
        "The text is not JSON: {0}",
        "Names and texts stand in double quotes; members are separated by single commas.");

    internal static readonly DiagnosticDescriptor Comment = new(
        "PE1005", "L-10", DiagnosticSeverity.Error, "Comment",
        "A comment is not JSON",
        "AWS refuses comments. Remove it, or parse with the tolerant text option.");

    internal static readonly DiagnosticDescriptor TrailingComma = new(
        "PE1006", "L-10", DiagnosticSeverity.Error, "Trailing comma",
        "A comma stands before the closing '{0}'",
        "AWS refuses a trailing comma. Remove it, or parse with the tolerant text option.");

    internal static readonly DiagnosticDescriptor TrailingText = new(
        "PE1007", "L-10", DiagnosticSeverity.Error, "Text after the document",
        "More text follows the closing brace of the document",
        "A policy document is exactly one JSON object.");

    internal static readonly DiagnosticDescriptor TooDeep = new(
        "PE1008", "L-12", DiagnosticSeverity.Error, "Nested too deeply",
        "The document nests more than {0} objects and arrays",
        "The deepest path of the policy grammar has 7 levels.");

    internal static readonly DiagnosticDescriptor TooLarge = new(
        "PE1009", "L-35", DiagnosticSeverity.Error, "Text too large",
        "The text has more than {0} bytes, which is the most that is read",
        "The limit is the option MaxBytes of the parser.");

    internal static readonly DiagnosticDescriptor LoneSurrogate = new(
        "PE1010", "L-10", DiagnosticSeverity.Error, "Lone surrogate",
        "An escape in {0} leaves half of a surrogate pair",
        "Write both halves, such as \\uD83D\\uDE00, or the character itself.");

    internal static readonly DiagnosticDescriptor CharacterNotAllowed = new(
        "PE1011", "L-11", DiagnosticSeverity.Error, "Character not allowed",
        "The character U+{0:X4} may not stand in a policy of type '{1}'",
        "These documents hold U+0020 to U+00FF, tab and line ends only; write other characters as \\u escapes.");

    internal static readonly DiagnosticDescriptor NotAnObject = new(
        "PE1012", "L-10", DiagnosticSeverity.Error, "Not an object",
        "The document is {0} where an object is expected",
        "A policy document is one JSON object, from { to }.");

    internal static readonly DiagnosticDescriptor DuplicateName = new(
        "PE1013", "L-13", DiagnosticSeverity.Error, "Duplicate name",
        "The name '{0}' occurs twice in the same object",
        "Join both values into one, or remove one.");

    internal static readonly DiagnosticDescriptor TooManyDiagnostics = new(
        "PE1099", "L-10", DiagnosticSeverity.Error, "Too many findings",
        "Only the first {0} findings are shown",
        "Mend those shown and check again.");

    internal static readonly DiagnosticDescriptor[] Json =
    [
        EmptyText, ByteOrderMark, InvalidUtf8, MalformedJson, Comment, TrailingComma, TrailingText, TooDeep, TooLarge,
        LoneSurrogate, CharacterNotAllowed, NotAnObject, DuplicateName, TooManyDiagnostics,
    ];
}
