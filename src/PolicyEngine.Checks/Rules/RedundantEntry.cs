using PolicyEngine.Language;
using PolicyEngine.Syntax;

namespace PolicyEngine.Checks.Rules;

/// <summary>Tells of actions and resources that another entry of their list covers.</summary>
/// <remarks>AWS: <see href="https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html">Access Analyzer policy check reference</see>.</remarks>
internal static class RedundantEntry
{
    private static readonly DiagnosticDescriptor Action = new(
        "PE6080", "C-59", DiagnosticSeverity.Information, "Redundant action",
        "'{0}' is covered by '{1}' in the same list",
        "Remove it.");

    private static readonly DiagnosticDescriptor Resource = new(
        "PE6081", "C-59", DiagnosticSeverity.Information, "Redundant resource",
        "'{0}' is covered by '{1}' in the same list",
        "Remove it.");

    internal static CheckRule Rule { get; } = new(Action, Resource)
    {
        Statement = static (context, statement) =>
        {
            if (statement.Action is { } action) Check(context, action.Name, action.Patterns, Action, "REDUNDANT_ACTION", StringComparer.OrdinalIgnoreCase, CoversAction);
            if (statement.Resource is { } resource) Check(context, resource.Name, resource.Patterns, Resource, "REDUNDANT_RESOURCE", StringComparer.Ordinal, CoversResource);

            bool CoversResource(string cover, string pattern) => !IsBucketWithObjects(pattern, cover) && PatternCover.CoversResource(cover, pattern, context.HasVariables);
        },
    };

    private static void Check(AdviceContext context, string element, SyntaxList<TextValue> list, DiagnosticDescriptor descriptor, string code, StringComparer comparer, Func<string, string, bool> covers)
    {
        if (list.Count < 2) return;
        Dictionary<string, int> first = new(comparer);
        List<int> open = [];
        for (int i = 0; i < list.Count; i++)
        {
            first.TryAdd(list[i].Text, i);
            if (list[i].Text.AsSpan().ContainsAny('*', '?')) open.Add(i);
        }

        context.Path.Push(element);
        for (int i = 0; i < list.Count; i++)
        {
            int covering = first[list[i].Text];
            if (covering == i) covering = FindCovering(list, open, i, covers);
            if (covering < 0) continue;
            context.EnterItem(list, i);
            FindingDetail detail = new() { Code = code, Fix = TextEdits.Remove(context.Source, list[i].Span), Related = [new RelatedPlace($"{context.Path}[{covering}]", list[covering].Span)] };
            context.Find(descriptor, list[i].Span, detail, list[i].Text, list[covering].Text);
        }

        context.Leave();
        context.Path.Pop();
    }

    /// <summary>The entry with a wildcard that covers one; of two that cover each other the earlier one covers the later. Negative where none does.</summary>
    private static int FindCovering(SyntaxList<TextValue> list, List<int> open, int inner, Func<string, string, bool> covers)
    {
        foreach (int outer in open)
        {
            if (outer == inner || !covers(list[outer].Text, list[inner].Text)) continue;
            if (outer < inner || !covers(list[inner].Text, list[outer].Text)) return outer;
        }

        return -1;
    }

    /// <summary>A pattern whose service holds a wildcard leaves the statement undecided, so that it covers nothing and is covered by nothing.</summary>
    private static bool CoversAction(string cover, string pattern) => IsDecided(cover) && IsDecided(pattern) && PatternCover.CoversAction(cover, pattern);

    private static bool IsDecided(string pattern) => ActionForm.Classify(pattern, out _) is ActionFormKind.Named or ActionFormKind.Any;

    /// <summary>A bucket beside its objects, as people write both.</summary>
    private static bool IsBucketWithObjects(string objects, string bucket) => bucket.EndsWith('*') && objects == $"{bucket}/*";
}
