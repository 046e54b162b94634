using System.Buffers;
using System.Collections.Frozen;
using PolicyEngine.Language;

namespace PolicyEngine.Facts;

/// <summary>The actions that exist, by service, as the caller knows them: checks with a catalogue advise on actions that it does not hold.</summary>
/// <remarks>Immutable and safe for concurrent use. Letter case is ignored. The library brings no catalogue, since services add actions every
/// week. AWS page: <see href="https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html">Actions, resources, and condition keys for AWS services</see>.</remarks>
public sealed class ActionCatalogue
{
    private static readonly SearchValues<char> NotInActions = SearchValues.Create("*? \t\r\n");
    private readonly FrozenDictionary<string, string[]>.AlternateLookup<ReadOnlySpan<char>> services;

    private ActionCatalogue(FrozenDictionary<string, string[]> services)
    {
        this.services = services.GetAlternateLookup<ReadOnlySpan<char>>();
        Count = services.Values.Sum(static names => names.Length);
    }

    /// <summary>The number of actions; one that was given twice counts once.</summary>
    public int Count { get; }

    /// <summary>Makes a catalogue.</summary>
    /// <param name="actions">The actions, each <c>service:Name</c> without wildcards, in any order.</param>
    /// <returns>The catalogue.</returns>
    /// <exception cref="ArgumentException">One of them is no <c>service:Name</c>, or holds a wildcard.</exception>
    public static ActionCatalogue Create(IEnumerable<string> actions)
    {
        ArgumentNullException.ThrowIfNull(actions);
        return new ActionCatalogue(actions
            .Select(Split)
            .GroupBy(static action => action.Service, StringComparer.OrdinalIgnoreCase)
            .ToFrozenDictionary(
                static group => group.Key,
                static group => group.Select(static action => action.Name).Distinct(StringComparer.OrdinalIgnoreCase).ToArray(),
                StringComparer.OrdinalIgnoreCase));
    }

    /// <summary>Makes a catalogue; null where one of the texts is no <c>service:Name</c>, or holds a wildcard.</summary>
    internal static ActionCatalogue? TryCreate(IReadOnlyCollection<string> actions) => actions.All(IsAction) ? Create(actions) : null;

    /// <summary>True where the catalogue holds any action of a service.</summary>
    /// <param name="prefix">The service prefix, such as <c>secretsmanager</c>, without wildcards.</param>
    /// <returns>True where it does.</returns>
    public bool HasService(string prefix)
    {
        ArgumentNullException.ThrowIfNull(prefix);
        return services.ContainsKey(prefix);
    }

    /// <summary>True where an action pattern matches any action of the catalogue. Costs one comparison per action of the service.</summary>
    /// <param name="pattern">The pattern: <c>service:Name</c>, with <c>*</c> and <c>?</c> in the name only.</param>
    /// <returns>True where it matches; false for a text without a colon.</returns>
    public bool Contains(string pattern)
    {
        ArgumentNullException.ThrowIfNull(pattern);
        int colon = pattern.IndexOf(':', StringComparison.Ordinal);
        if (colon < 0 || !services.TryGetValue(pattern.AsSpan(0, colon), out string[]? names)) return false;
        foreach (string name in names)
        {
            if (NameWildcard.IsMatch(pattern.AsSpan(colon + 1), name)) return true;
        }

        return false;
    }

    /// <summary>How much it holds.</summary>
    /// <returns>Such as <c>17000 actions</c>.</returns>
    public override string ToString() => $"{Count} actions";

    private static bool IsAction(string? action) => action is not null && ActionForm.Classify(action, out _) == ActionFormKind.Named && !action.AsSpan().ContainsAny(NotInActions);

    private static (string Service, string Name) Split(string action)
    {
        if (!IsAction(action)) throw new ArgumentException($"'{action}' is no action: a catalogue holds service:Name, without wildcards.", nameof(action));
        int colon = action!.IndexOf(':', StringComparison.Ordinal);
        return (action[..colon], action[(colon + 1)..]);
    }
}
