namespace PolicyEngine.Checks.Rules;

/// <summary>Tells of statements with the same identifier where the service stores them.</summary>
/// <remarks>AWS: <see href="https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html">Access Analyzer policy check reference</see>.</remarks>
internal static class EqualSids
{
    private static readonly DiagnosticDescriptor Equal = new(
        "PE6009", "C-20, L-23", DiagnosticSeverity.Warning, "Equal Sids",
        "The Sid '{0}' occurs twice in the document, so that what names a statement by it means two",
        "Give every statement a Sid of its own.");

    internal static CheckRule Rule { get; } = new(Equal) { Document = Check };

    private static void Check(AdviceContext context, PolicyDocument document)
    {
        if (context.Type is not (PolicyType.Resource or PolicyType.AccessPoint or PolicyType.VpcEndpoint)) return;
        Dictionary<string, RelatedPlace> seen = new(StringComparer.Ordinal);
        context.ForEach(new CheckedStatements(document), (own, statement) =>
        {
            if (statement.Sid is not { Length: > 0 } sid) return;
            TextSpan span = TextEdits.FindMember(own.Source, statement.Span, "Sid") ?? statement.Span;
            if (seen.TryGetValue(sid, out RelatedPlace first)) own.FindAt("Sid", Equal, span, new FindingDetail { Code = "UNIQUE_SIDS_RECOMMENDED", Related = [first] }, sid);
            else seen.Add(sid, new RelatedPlace($"{own.Path}.Sid", span));
        });
    }
}
