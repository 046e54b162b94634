using System.Text.Json;
using PolicyEngine.Checks;
using PolicyEngine.Cli.Cases;
using PolicyEngine.Syntax;

namespace PolicyEngine.Conformance;

/// <summary>One policy text with the findings that it must have, and those that it must not have.</summary>
internal sealed record CheckCase(string Id, string Rule, PolicyText Text, PolicyParserOptions Reading, PolicyCheckerOptions Options, JsonElement Expected, JsonElement Absent)
{
    /// <summary>All cases by id.</summary>
    internal static IReadOnlyDictionary<string, CheckCase> All { get; } = ReadAll();

    private static string Root => Path.Combine(AppContext.BaseDirectory, "checks");

    /// <summary>What is expected and not found, or found and not expected, in one text; empty for a case that passes.</summary>
    internal string FindDifference()
    {
        Finding[] found = [.. PolicyChecker.CheckText(Text, Reading, Options)];
        IEnumerable<string> missing = Expected.EnumerateArray().Where(wanted => !Array.Exists(found, each => Is(each, wanted))).Select(static wanted => $"lacks {wanted.GetRawText()}");
        IEnumerable<string> excess = found.Where(each => Absent.EnumerateArray().Any(code => IsOf(each, code.GetString()!))).Select(static each => $"has {each.Code ?? each.Id} at '{each.Path}': {each}");
        string difference = string.Join('\n', missing.Concat(excess));
        return difference.Length == 0 ? "" : $"{difference}\nfound: {string.Join("; ", found.Select(static each => $"{each.Id} {each.Code} {each.Path}"))}\n{Text}";
    }

    private static bool Is(Finding found, JsonElement wanted)
    {
        string path = wanted.TryGetProperty("path", out JsonElement told) ? told.GetString()! : "";
        bool isAt = path.Length == 0 || found.Path == path || (found.Path.StartsWith(path, StringComparison.Ordinal) && found.Path[path.Length] is '.' or '[');
        bool isGrave = !wanted.TryGetProperty("severity", out JsonElement severity) || found.Severity.ToString().Equals(severity.GetString(), StringComparison.OrdinalIgnoreCase);
        return isAt && isGrave && IsOf(found, wanted.GetProperty("code").GetString()!);
    }

    private static bool IsOf(Finding found, string code) => found.Code == code || found.Id == code;

    private static Dictionary<string, CheckCase> ReadAll()
    {
        Dictionary<string, CheckCase> cases = new(StringComparer.Ordinal);
        foreach (string line in Directory.EnumerateFiles(Root, "*.jsonl").Order(StringComparer.Ordinal).SelectMany(File.ReadLines))
        {
            CheckCase read = Read(JsonDocument.Parse(line).RootElement);
            cases.Add(read.Id, read);
        }

        return cases;
    }

    private static CheckCase Read(JsonElement line)
    {
        string? resourceType = line.TryGetProperty("resourceType", out JsonElement resource) ? resource.GetString() : null;
        string? endpointService = line.TryGetProperty("endpointService", out JsonElement service) ? service.GetString() : null;
        ParseLevel level = line.TryGetProperty("parse", out JsonElement parse) ? Enum.Parse<ParseLevel>(parse.GetString()!, ignoreCase: true) : ParseLevel.Strict;
        PolicyType type = Enum.Parse<PolicyType>(line.GetProperty("policyType").GetString()!, ignoreCase: true);
        return new CheckCase(
            line.GetProperty("id").GetString()!,
            line.GetProperty("rule").GetString()!,
            PolicyText.FromString(line.GetProperty("policyText").GetString()!),
            level.ToOptions(type) with { Service = PolicyChecker.FindServiceOf(resourceType) },
            PolicyCheckerOptions.Default with { ResourceType = resourceType, EndpointService = endpointService },
            line.GetProperty("expected"),
            line.GetProperty("absent"));
    }
}
