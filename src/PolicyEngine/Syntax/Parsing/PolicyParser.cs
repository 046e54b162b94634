using PolicyEngine.Json;
using PolicyEngine.Syntax.Drafts;
using PolicyEngine.Syntax.Parsing;
using PolicyEngine.Validation;

namespace PolicyEngine;

/// <summary>Reads policy documents.</summary>
/// <remarks>AWS page: <see href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html">Grammar of the IAM JSON policy language</see>.</remarks>
public static class PolicyParser
{
    /// <summary>Reads a document and checks it. Never throws on text, whatever the bytes.</summary>
    /// <remarks>One pass over the tokens, then one over the tree; time and memory are linear in the length of the text. A document with an
    /// error has no value: nothing is skipped to save the rest.</remarks>
    /// <param name="text">The text.</param>
    /// <param name="options">What is accepted; default is a strict reading of an identity policy.</param>
    /// <returns>The document or errors, and whatever else was found.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="text"/> is null.</exception>
    public static ParseResult<PolicyDocument> Parse(PolicyText text, PolicyParserOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(text);
        ParseContext context = new(text, options ?? PolicyParserOptions.Default);
        if (!TextCheck.Check(context) || Read(context) is not { } draft) return new ParseResult<PolicyDocument>(null, context.Bag.ToImmutable());
        DocumentCheck.Check(context, draft);
        PolicyDocument? document = context.Bag.HasErrors ? null : draft.ToDocument(context.Type);
        return new ParseResult<PolicyDocument>(document, context.Bag.ToImmutable());
    }

    private static DocumentDraft? Read(ParseContext context)
    {
        DocumentDraft draft = new(context.Source);
        JsonCursor cursor = new(context);
        return DocumentReader.Read(ref cursor, context, draft) ? draft : null;
    }
}
