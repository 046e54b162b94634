using System.Collections.Immutable;
using PolicyEngine.Requests.Derivation;

namespace PolicyEngine.CloudTrail.Mapping;

/// <summary>What is known of condition keys: present with a value, known to be absent, or unknown. What is said last of a key holds.</summary>
/// <remarks>Mutable, and not safe for concurrent use.</remarks>
internal sealed class KeyKnowledge
{
    private readonly Dictionary<string, int> places = new(ConditionKey.NameComparer);
    private readonly List<(string Name, ContextValue? Value)> entries = [];

    /// <summary>The keys that are known to be absent, in the order in which they were named first.</summary>
    internal ImmutableArray<string> Absent => [.. entries.Where(static entry => entry.Value is null).Select(static entry => entry.Name)];

    /// <summary>The keys and families of keys of which nothing is known.</summary>
    internal ImmutableArray<string> Unknown => [.. entries.Where(static entry => entry.Value is { IsUnknown: true }).Select(static entry => entry.Name)];

    internal void Set(string name, string value) => Put(name, ContextValue.Of(value));

    /// <summary>Sets a key as it follows from the record; what nothing tells is unknown.</summary>
    internal void Set(string name, DerivedKey derived) => Put(name, derived.State == KeyState.Absent ? null : derived.ToValue());

    internal void SetList(string name, params ReadOnlySpan<string> values) => Put(name, ContextValue.OfList(values));

    /// <summary>Sets a key whose value is unknown when null.</summary>
    internal void SetOrUnknown(string name, string? value) => Put(name, ContextValue.OrUnknown(value));

    /// <summary>Sets keys of a family whose names the caller chose. Names that differ in letter case only are one key, of which the values are undecided, in whatever order they come.</summary>
    internal void SetFamily(string family, IEnumerable<(string Name, string? Value)> members)
    {
        foreach (IGrouping<string, (string Name, string? Value)> same in members.GroupBy(static member => member.Name, ConditionKey.NameComparer))
        {
            string?[] values = [.. same.Select(static member => member.Value)];
            SetOrUnknown(family + same.Key, values.Length == 1 ? values[0] : null);
        }
    }

    internal void SetAbsent(params ReadOnlySpan<string> names)
    {
        foreach (string name in names) Put(name, null);
    }

    internal void SetUnknown(params ReadOnlySpan<string> names)
    {
        foreach (string name in names) Put(name, ContextValue.Unknown);
    }

    /// <summary>What holds for a key: null when it is absent or was not named.</summary>
    internal ContextValue? Find(string name) => places.TryGetValue(name, out int place) ? entries[place].Value : null;

    /// <summary>The context: what is present, absent and unknown; all other keys are unknown.</summary>
    internal RequestContext ToContext()
    {
        RequestContextBuilder builder = new RequestContextBuilder().SetOthersUnknown();
        foreach ((string name, ContextValue? value) in entries)
        {
            if (value is null) builder.SetAbsent(name);
            else builder.Set(name, value);
        }

        return builder.Build();
    }

    private void Put(string name, ContextValue? value)
    {
        if (places.TryGetValue(name, out int place))
        {
            entries[place] = (entries[place].Name, value);
        }
        else
        {
            places.Add(name, entries.Count);
            entries.Add((name, value));
        }
    }
}
