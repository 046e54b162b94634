using PolicyEngine.Catalogue;
using PolicyEngine.Language;

namespace PolicyEngine.Checks.Rules;

/// <summary>Tells of operators that are not for the values of their key.</summary>
/// <remarks>AWS: <see href="https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html">Access Analyzer policy check reference</see>.</remarks>
internal static class KeyTypes
{
    private static readonly DiagnosticDescriptor Mismatch = new(
        "PE6034", "C-55", DiagnosticSeverity.Warning, "Operator of another type than the key",
        "'{0}' compares {1}, and '{2}' holds {3}, so that {4}",
        "Use an operator for the type of the key.");

    internal static CheckRule Rule { get; } = new(Mismatch)
    {
        Statement = static (context, statement) =>
        {
            foreach (ConditionTest test in statement.Tests) Check(context, test);
        },
    };

    private static void Check(AdviceContext context, ConditionTest test)
    {
        OperatorFamily family = test.Operator.Family;
        if (family == OperatorFamily.Null || TypeOf(context, test.Entry.Key) is not { } type) return;
        bool isBoolean = test.Entry.Values.All(static value => BooleanText.TryParse(value.Text, out _));
        DiagnosticSeverity? severity = (type, family) switch
        {
            (ConditionKeyType.String, OperatorFamily.Boolean) => isBoolean ? DiagnosticSeverity.Information : DiagnosticSeverity.Warning,
            (ConditionKeyType.String, OperatorFamily.Numeric or OperatorFamily.Date or OperatorFamily.IpAddress or OperatorFamily.Binary) => DiagnosticSeverity.Warning,
            (ConditionKeyType.Arn, OperatorFamily.Numeric or OperatorFamily.Date or OperatorFamily.IpAddress or OperatorFamily.Boolean or OperatorFamily.Binary) => DiagnosticSeverity.Warning,
            (ConditionKeyType.Boolean, OperatorFamily.Numeric or OperatorFamily.Date or OperatorFamily.IpAddress or OperatorFamily.Arn) => DiagnosticSeverity.Warning,
            (ConditionKeyType.Numeric, OperatorFamily.Date or OperatorFamily.IpAddress or OperatorFamily.Arn or OperatorFamily.Boolean) => DiagnosticSeverity.Warning,
            (ConditionKeyType.Date, OperatorFamily.IpAddress or OperatorFamily.Arn or OperatorFamily.Boolean) => DiagnosticSeverity.Warning,
            (ConditionKeyType.IpAddress, OperatorFamily.Numeric or OperatorFamily.Date or OperatorFamily.Arn or OperatorFamily.Boolean or OperatorFamily.String) => DiagnosticSeverity.Warning,
            (ConditionKeyType.Boolean or ConditionKeyType.Numeric or ConditionKeyType.Date, OperatorFamily.String) => DiagnosticSeverity.Information,
            _ => null,
        };
        if (severity is not { } own) return;
        string effect = own == DiagnosticSeverity.Information ? "the values are compared as texts" : test.Operator.IsNegated ? "it is true whatever the key holds" : "it is never true";
        context.FindAt(test, Mismatch, own, "TYPE_MISMATCH", test.Name, NameOf(family), test.Entry.Key, NameOf(type), effect);
    }

    /// <summary>The type of a key, as the core knows it, else as the catalogue lists it; null where neither tells.</summary>
    private static ConditionKeyType? TypeOf(AdviceContext context, string key) => ConditionKeys.Find(key) is { } known ? known.Type : context.Catalogue.FindKey(key)?.Type switch
    {
        CatalogueKeyType.String => ConditionKeyType.String,
        CatalogueKeyType.Arn => ConditionKeyType.Arn,
        CatalogueKeyType.Bool => ConditionKeyType.Boolean,
        CatalogueKeyType.Numeric => ConditionKeyType.Numeric,
        CatalogueKeyType.Date => ConditionKeyType.Date,
        CatalogueKeyType.IpAddress => ConditionKeyType.IpAddress,
        _ => null,
    };

    private static string NameOf(OperatorFamily family) => family switch
    {
        OperatorFamily.String => "texts",
        OperatorFamily.Numeric => "numbers",
        OperatorFamily.Date => "dates",
        OperatorFamily.IpAddress => "addresses",
        OperatorFamily.Boolean => "Booleans",
        OperatorFamily.Binary => "bytes",
        _ => "ARNs",
    };

    private static string NameOf(ConditionKeyType type) => type switch
    {
        ConditionKeyType.String => "texts",
        ConditionKeyType.Numeric => "numbers",
        ConditionKeyType.Date => "dates",
        ConditionKeyType.IpAddress => "addresses",
        ConditionKeyType.Boolean => "Booleans",
        _ => "ARNs",
    };
}
