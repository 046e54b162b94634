using PolicyEngine.Language;

namespace PolicyEngine.CloudTrail.Mapping;

/// <summary>The actions that are authorized on <c>*</c>, because they have no resource types.</summary>
/// <remarks>AWS: <see href="https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html">Actions, resources, and condition keys for AWS services</see>.</remarks>
internal static class ResourceFreeActions
{
    private static readonly Lazy<Dictionary<string, string[]>> Services = new(Read);

    internal static bool Contains(string action)
    {
        int colon = action.IndexOf(':', StringComparison.Ordinal);
        if (colon < 0 || !Services.Value.TryGetValue(action[..colon], out string[]? names)) return false;
        foreach (string name in names)
        {
            if (NameWildcard.IsMatch(name, action.AsSpan(colon + 1))) return true;
        }

        return false;
    }

    private static Dictionary<string, string[]> Read() => DataLines.Of("PolicyEngine.ActionsWithoutResource")
        .Select(static line => line.Split(' '))
        .ToDictionary(static words => words[0], static words => words[1..], StringComparer.OrdinalIgnoreCase);
}
