using PolicyEngine.Catalogue;
using PolicyEngine.Language;
using PolicyEngine.Syntax;

namespace PolicyEngine.Checks.Rules;

/// <summary>Tells of resources that no ARN of their service can be.</summary>
/// <remarks>AWS: <see href="https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html">Access Analyzer policy check reference</see>.</remarks>
internal static class ArnForm
{
    private const int Shown = 3;

    /// <summary>Services of which AWS owns resources without an account, though the form has one.</summary>
    private static readonly string[] WithoutAccount = ["ssm", "ec2", "rds", "imagebuilder", "resource-explorer-2", "config", "securityhub", "backup", "bedrock", "sagemaker"];

    private static readonly DiagnosticDescriptor Account = new(
        "PE6010", "C-51", DiagnosticSeverity.Error, "Account where the ARN has none",
        "'{0}' names an account, and no ARN of the kind has one, so that it never matches (catalogue of {1})",
        "Leave the account empty.");

    private static readonly DiagnosticDescriptor Region = new(
        "PE6011", "C-51", DiagnosticSeverity.Error, "Region where the ARN has none",
        "'{0}' names a Region, and no ARN of the kind has one, so that it never matches (catalogue of {1})",
        "Leave the Region empty.");

    private static readonly DiagnosticDescriptor NoRegion = new(
        "PE6012", "C-51", DiagnosticSeverity.Error, "ARN without its Region",
        "'{0}' has no Region, and every ARN of the kind has one, so that it never matches (catalogue of {1})",
        "Write the Region, or *.");

    private static readonly DiagnosticDescriptor NoAccount = new(
        "PE6013", "C-51", DiagnosticSeverity.Warning, "ARN without its account",
        "'{0}' has no account, and every ARN of the kind has one, so that it never matches (catalogue of {1})",
        "Write the account, or *.");

    private static readonly DiagnosticDescriptor NoForm = new(
        "PE6014", "C-51", DiagnosticSeverity.Warning, "No such resource of the service",
        "'{0}' can be no ARN of a resource of '{1}' (catalogue of {2})",
        "Look the form of the ARN up on the service's page of the service authorization reference.");

    internal static CheckRule Rule { get; } = new(Account, Region, NoRegion, NoAccount, NoForm)
    {
        Statement = static (context, statement) =>
        {
            if (statement.Resource is { } resource) context.CheckEach(resource.Name, resource.Patterns, Check);
        },
    };

    private static void Check(AdviceContext context, TextValue pattern)
    {
        string text = pattern.Text;
        List<string> parts = ArnParts.SplitPattern(text, context.HasVariables);
        if (!ArnParts.ArePattern(parts) || ValueText.IsPlaceholder(text)) return;
        string service = parts[2];
        if (!ValueText.IsPlain(service) || !context.Catalogue.HasArnsOf(service)) return;
        string part = parts[5];
        ArnFormat[] fitting = [.. context.Catalogue.TypesOf($"arn:aws:{service}:::{part}").SelectMany(static type => type.Formats).Where(format => format.Service == service && format.Meets(part))];
        string asOf = context.Catalogue.AsOf;
        if (fitting.Length == 0)
        {
            bool isOpen = service == "execute-api" || (service == "cloudformation" && part.StartsWith("transform/", StringComparison.Ordinal));
            if (!isOpen) context.Find(NoForm, pattern.Span, new FindingDetail { Code = "INVALID_ARN_RESOURCE", Help = HelpOf(context, service) }, text, service, asOf);
            return;
        }

        string region = parts[3];
        string account = parts[4];
        if (IsName(account) && Array.TrueForAll(fitting, static format => format.Account.Length == 0)) context.Find(Account, pattern.Span, "ARN_ACCOUNT_NOT_ALLOWED", text, asOf);
        if (IsName(region) && Array.TrueForAll(fitting, static format => format.Region.Length == 0)) context.Find(Region, pattern.Span, "ARN_REGION_NOT_ALLOWED", text, asOf);
        if (region.Length == 0 && Array.TrueForAll(fitting, static format => format.Region.Length > 0)) context.Find(NoRegion, pattern.Span, "MISSING_ARN_REGION", text, asOf);
        bool lacksAccount = account.Length == 0 && Array.TrueForAll(fitting, static format => format.Account.Length > 0);
        if (lacksAccount && !WithoutAccount.Contains(service, StringComparer.Ordinal) && !IsOfAws(part)) context.Find(NoAccount, pattern.Span, "MISSING_ARN_ACCOUNT", text, asOf);
    }

    /// <summary>The forms of the service, where there are few of them.</summary>
    private static string? HelpOf(AdviceContext context, string service)
    {
        string[] forms = [.. (context.Catalogue.FindService(service)?.ResourceTypes ?? []).SelectMany(static type => type.Formats).Select(static format => format.ToString()).Distinct(StringComparer.Ordinal)];
        return forms.Length is 0 or > Shown ? null : $"ARNs of the service are {string.Join(", ", forms)}.";
    }

    private static bool IsName(string field) => field.Length > 0 && ValueText.IsPlain(field);

    /// <summary>True for a name behind its type that begins as names of AWS do.</summary>
    private static bool IsOfAws(ReadOnlySpan<char> part)
    {
        ReadOnlySpan<char> name = part[(part.IndexOfAny('/', ':') + 1)..];
        return name.StartsWith("aws", StringComparison.OrdinalIgnoreCase) || name.StartsWith("amazon", StringComparison.OrdinalIgnoreCase);
    }
}
