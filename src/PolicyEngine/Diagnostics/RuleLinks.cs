using System.Globalization;
using System.Reflection;

namespace PolicyEngine;

/// <summary>The addresses of rules: diagnostics and explanations name a rule, such as <c>L-114</c>, and its page tells what AWS does and where AWS says so.</summary>
/// <remarks>The pages are those of the project, in <c>tests/PolicyEngine.Conformance/specification</c>. Numbers of rules never change.</remarks>
public static class RuleLinks
{
    private const string Folder = "tests/PolicyEngine.Conformance/specification";

    /// <summary>The pages by the first number on them, each letter in ascending order; a page holds the numbers up to the next one.</summary>
    private static readonly (char Letter, int First, string Page)[] Pages =
    [
        ('L', 1, "one-document"), ('L', 10, "grammar"), ('L', 40, "policy-types"), ('L', 60, "actions-and-resources"), ('L', 90, "principals"),
        ('L', 110, "conditions"), ('L', 170, "policy-variables"), ('L', 190, "condition-keys"),
        ('A', 1, "all-policies"), ('A', 20, "organization-policies"), ('A', 30, "resource-policy-grants"), ('A', 40, "callers"),
        ('A', 46, "organization-policies"), ('A', 50, "special-resources"), ('A', 62, "vpc-endpoints"), ('A', 71, "endpoint-calls"),
        ('A', 80, "endpoint-policies"), ('A', 90, "request-context"), ('A', 100, "cloudtrail-records"), ('A', 120, "denial-messages"),
        ('Q', 1, "situations"), ('Q', 10, "services"), ('Q', 12, "situations"), ('Q', 30, "command-line"),
        ('Q', 50, "situations"),
        ('C', 1, "checks"), ('C', 10, "catalogue"), ('C', 20, "checks"), ('C', 50, "checks-of-aws"), ('C', 70, "checks-of-ours"),
    ];

    private static readonly string Base = $"{RepositoryUrl}/blob/main/{Folder}";

    /// <summary>The repository, as the build names it.</summary>
    private static string RepositoryUrl =>
        typeof(RuleLinks).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().First(static own => own.Key == nameof(RepositoryUrl)).Value!.TrimEnd('/');

    /// <summary>Finds the address of a rule.</summary>
    /// <param name="rule">The rule as diagnostics and explanations name it, such as <c>A-30</c>; of several, separated by commas, the first counts.</param>
    /// <returns>The address of its page with the rule as fragment; null when the text does not name a rule.</returns>
    public static Uri? Find(string rule)
    {
        ArgumentNullException.ThrowIfNull(rule);
        int comma = rule.IndexOf(',', StringComparison.Ordinal);
        string first = comma < 0 ? rule : rule[..comma];
        if (first.Length < 3 || first[1] != '-' || !int.TryParse(first.AsSpan(2), NumberStyles.None, CultureInfo.InvariantCulture, out int number)) return null;
        string? page = Array.FindLast(Pages, own => own.Letter == first[0] && own.First <= number).Page;
        return page is null ? null : new Uri($"{Base}/{page}.md#{first.ToLowerInvariant()}");
    }
}
