using System.Collections.Immutable;

namespace PolicyEngine.Checks;

/// <summary>Advises on policies that are legal, but risky or probably not what the author meant.</summary>
/// <remarks>Advice decides nothing: a policy with advice parses, compiles and decides like any other. Safe for concurrent use.</remarks>
public static class PolicyChecker
{
    /// <summary>Every kind of finding of the checks, by id: <c>PE4001</c> and the following, <c>PE6001</c> and the following. Those of the parser are in <see cref="DiagnosticCatalog"/>.</summary>
    public static ImmutableArray<DiagnosticDescriptor> Descriptors { get; } =
        [.. AdviceDescriptors.General.Concat(AdviceDescriptors.Endpoints).Concat(CheckRules.All.SelectMany(static rule => rule.Descriptors)).OrderBy(static d => d.Id, StringComparer.Ordinal)];

    /// <summary>Finds the service of a type of resource, for <see cref="PolicyParserOptions.Service"/>.</summary>
    /// <param name="resourceType">The type as CloudFormation names it, such as <c>AWS::S3::Bucket</c>; letter case counts.</param>
    /// <returns>The prefix of the service, such as <c>s3</c>; null for a type of which nothing is known.</returns>
    public static string? FindServiceOf(string? resourceType) => PolicyResourceType.Find(resourceType)?.Service;

    /// <summary>Advises on a document.</summary>
    /// <remarks>Costs about as much as parsing did, and time in proportion to the document. The catalogue is read by service, as the document names them.</remarks>
    /// <param name="document">The document. Of one that was not parsed, findings have a path, and a span of no length.</param>
    /// <param name="options">What is known beside the document; default <see cref="PolicyCheckerOptions.Default"/>.</param>
    /// <returns>The advice in text order, at most as much as the options say and one finding that says that there was more.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="document"/> is null.</exception>
    public static ImmutableArray<Finding> Check(PolicyDocument document, PolicyCheckerOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(document);
        options ??= PolicyCheckerOptions.Default;
        PolicyText source = document.Source ?? PolicyText.FromString("");
        AdviceFindings found = new(source, options.MaxDiagnostics);
        DocumentAdvice.Check(new AdviceContext(document.Type, document.HasVariables, options, source, found), document);
        return Order(found.Join([]));
    }

    /// <summary>Compares the documents that apply to one principal or to one resource: Allows that another document takes away, and statements that stand twice.</summary>
    /// <remarks>What each document says by itself is not among the findings; <see cref="Check"/> tells it. Conditions are not compared.</remarks>
    /// <param name="policies">The documents; those of levels of an organization with the names of their levels.</param>
    /// <param name="options">What is known beside them; default <see cref="PolicyCheckerOptions.Default"/>.</param>
    /// <returns>The findings by document, each with the text of its document.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="policies"/> is null.</exception>
    public static ImmutableArray<Finding> CheckSet(PolicySet policies, PolicyCheckerOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(policies);
        return new SetChecker(policies, options ?? PolicyCheckerOptions.Default).Check();
    }

    /// <summary>Parses a text, and gives the findings of the parser and the advice in one list. Never throws on text, whatever the bytes.</summary>
    /// <remarks>A text with errors is no document: it has the findings of the parser alone.</remarks>
    /// <param name="text">The text.</param>
    /// <param name="parserOptions">What the parser accepts; default is a strict reading of an identity policy.</param>
    /// <param name="options">What is known beside the text; default <see cref="PolicyCheckerOptions.Default"/>. Its limit holds for all findings together, and errors come before advice.</param>
    /// <returns>The findings in text order. An error among them says that the parser refuses the text.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="text"/> is null.</exception>
    public static ImmutableArray<Finding> CheckText(PolicyText text, PolicyParserOptions? parserOptions = null, PolicyCheckerOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(text);
        parserOptions ??= PolicyParserOptions.Default;
        options ??= PolicyCheckerOptions.Default;
        ParseResult<PolicyDocument> parsed = PolicyParser.Parse(text, parserOptions);
        AdviceFindings found = new(text, options.MaxDiagnostics);
        if (parsed.Value is { } document) DocumentAdvice.Check(new AdviceContext(document.Type, document.HasVariables, options, text, found), document);
        IEnumerable<Finding> ofParser = parsed.Diagnostics.Select(diagnostic => new Finding(diagnostic, AwsCodeOf.Find(diagnostic, parserOptions.Type)));
        if (options.Profile == CheckProfile.Aws) ofParser = ofParser.Where(static finding => finding.Code is not null || finding.Severity == DiagnosticSeverity.Error);
        return Order(found.Join(ofParser));
    }

    /// <summary>By place, then graver ones first.</summary>
    private static ImmutableArray<Finding> Order(ImmutableArray<Finding> found) => found.Length < 2
        ? found
        : [.. found.OrderBy(static d => d.Span.Start).ThenByDescending(static d => d.Severity).ThenBy(static d => FindingPlace.RankOf(d.Diagnostic)).ThenBy(static d => d.Id, StringComparer.Ordinal)];
}
