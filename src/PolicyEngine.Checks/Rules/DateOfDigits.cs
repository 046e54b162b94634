using System.Globalization;
using PolicyEngine.Language;
using PolicyEngine.Syntax;

namespace PolicyEngine.Checks.Rules;

/// <summary>Tells of dates that are written as seconds since 1970.</summary>
/// <remarks>AWS: <see href="https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html">Access Analyzer policy check reference</see>.</remarks>
internal static class DateOfDigits
{
    private static readonly DiagnosticDescriptor Digits = new(
        "PE6005", "C-20, L-34", DiagnosticSeverity.Information, "Date as seconds",
        "'{0}' is a number of seconds since 1970 where '{1}' takes a date",
        "Write the date as 2026-01-31T23:59:59Z.");

    internal static CheckRule Rule { get; } = new(Digits) { Statement = static (context, statement) => statement.Tests.CheckEach(context, Check) };

    private static void Check(AdviceContext context, ConditionTest test, ConditionValue value)
    {
        bool isOfDigits = value.Text.Length > 0 && !value.Text.AsSpan().ContainsAnyExceptInRange('0', '9');
        if (test.Operator.Family != OperatorFamily.Date || !isOfDigits || test.IsOn("aws:EpochTime") || !PolicyInstant.TryParse(value.Text, out PolicyInstant instant)) return;
        FindingFix? fix = instant.Seconds > DateTimeOffset.MaxValue.ToUnixTimeSeconds()
            ? null
            : TextEdits.Replace(context.Source, value.Span, DateTimeOffset.FromUnixTimeSeconds(instant.Seconds).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture), keepsMeaning: true);
        context.Find(Digits, value.Span, new FindingDetail { Code = "INVALID_DATE_VALUE", Fix = fix }, value.Text, test.Entry.Key);
    }
}
