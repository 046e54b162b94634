using System.Buffers;
using System.Collections.Immutable;

namespace PolicyEngine.Checks.Rules;

/// <summary>Tells of condition keys that do not exist.</summary>
/// <remarks>AWS: <see href="https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html">Access Analyzer policy check reference</see>.</remarks>
internal static class UnknownKey
{
    private const string Global = "aws";
    private static readonly SearchValues<char> OfPrefixes = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-");
    private static readonly string[] Tags = ["aws:ResourceTag", "aws:RequestTag", "aws:PrincipalTag"];

    private static readonly DiagnosticDescriptor NoGlobal = new(
        "PE6030", "C-52", DiagnosticSeverity.Warning, "No such global condition key",
        "'{0}' is no global condition key, so that no request has it (catalogue of {1})",
        "Look the key up on the page of global condition context keys.");

    private static readonly DiagnosticDescriptor NoService = new(
        "PE6031", "C-52", DiagnosticSeverity.Warning, "No such service of a condition key",
        "'{0}' is no service, so that no request has the key '{1}' (catalogue of {2})",
        "Correct the prefix of the key.");

    private static readonly DiagnosticDescriptor NoKey = new(
        "PE6032", "C-52", DiagnosticSeverity.Warning, "No such condition key of the service",
        "'{0}' is no condition key of any service, so that no request has it (catalogue of {1})",
        "Look the key up on the service's page of the service authorization reference.");

    internal static CheckRule Rule { get; } = new(NoGlobal, NoService, NoKey)
    {
        Statement = static (context, statement) =>
        {
            foreach (ConditionTest test in statement.Tests) Check(context, test);
        },
    };

    private static void Check(AdviceContext context, ConditionTest test)
    {
        string key = test.Entry.Key;
        int colon = key.IndexOf(':', StringComparison.Ordinal);
        if (colon <= 0 || !ValueText.IsPlain(key) || ConditionKeys.Find(key) is not null || context.Catalogue.FindKey(key) is not null) return;
        string prefix = key[..colon];
        string asOf = context.Catalogue.AsOf;
        if (prefix.Equals(Global, StringComparison.OrdinalIgnoreCase))
        {
            bool lacksTag = Tags.Contains(key.TrimEnd('/'), StringComparer.OrdinalIgnoreCase);
            if (lacksTag) context.FindAt(test, NoGlobal, new FindingDetail { Code = "MISSING_TAG_KEY_IN_CONDITION", Help = "Write the key of the tag behind a slash." }, key, asOf);
            else context.FindAt(test, NoGlobal, DetailOf(context, test, "INVALID_GLOBAL_CONDITION_KEY"), key, asOf);
            return;
        }

        // The keys of identity providers have their host as prefix, or a path.
        if (prefix.AsSpan().ContainsAnyExcept(OfPrefixes) || context.Catalogue.IsOtherPrefix(prefix) || context.Catalogue.IsRetired(prefix) || context.Catalogue.IsRetired(key)) return;
        if (context.Catalogue.FindService(prefix) is null) context.FindAt(test, NoService, new FindingDetail { Code = "INVALID_SERVICE", Help = NearestHelp.Of(context.Catalogue.Nearest(prefix)) }, prefix, key, asOf);
        else context.FindAt(test, NoKey, DetailOf(context, test, "INVALID_SERVICE_CONDITION_KEY"), key, asOf);
    }

    private static FindingDetail DetailOf(AdviceContext context, ConditionTest test, string code)
    {
        ImmutableArray<string> nearest = context.Catalogue.NearestKeys(test.Entry.Key);
        return new FindingDetail { Code = code, Help = NearestHelp.Of(nearest), Fix = nearest is [var only] ? TextEdits.RenameKey(context.Source, test, only) : null };
    }
}
