using PolicyEngine.Requests;

namespace PolicyEngine.Matching;

/// <summary>The ways to read the variables of a policy text in a request; a text matches where all of them agree.</summary>
internal sealed class VariableReadings
{
    private const int Most = 64;
    private readonly List<(string Key, int Count)> conflicts = [];

    private VariableReadings(int count) => Count = count;

    /// <summary>The one way to read a text where no value is empty and no key has two spellings.</summary>
    internal static VariableReadings One { get; } = new(1);

    private static VariableReadings WithAndWithoutEmptyText { get; } = new(2);

    /// <summary>How many ways there are.</summary>
    internal int Count { get; private set; }

    /// <summary>Whether there are too many ways to try them all.</summary>
    internal bool IsTooMany { get; private set; }

    /// <summary>The keys of variables that have several values, with the number of values.</summary>
    internal IReadOnlyList<(string Key, int Count)> Conflicts => conflicts;

    /// <summary>The ways to read a text that was cut into parts.</summary>
    internal static VariableReadings Of(ReadOnlySpan<TextPattern> parts, RequestContext context)
    {
        bool hasEmpty = false;
        VariableReadings? several = null;
        foreach (TextPattern part in parts)
        {
            foreach (ref readonly PatternSegment segment in part.Segments)
            {
                if (segment.Variable is not { } variable) continue;
                object? value = context.Find(variable.Key);
                hasEmpty |= value is string { Length: 0 };
                if (value is not ContextValue { Alternatives: { IsDefault: false } all }) continue;
                foreach (ContextValue one in all) hasEmpty |= VariableValues.IsEmptyText(one);
                (several ??= new VariableReadings(2)).Add(segment.Text, all.Length);
            }
        }

        return several ?? (hasEmpty ? WithAndWithoutEmptyText : One);
    }

    internal VariableReading this[int index] => new(this, index);

    private void Add(string key, int count)
    {
        foreach ((string name, _) in conflicts)
        {
            if (name.Equals(key, StringComparison.OrdinalIgnoreCase)) return;
        }

        conflicts.Add((key, count));
        IsTooMany |= count > Most || Count * count > Most;
        if (!IsTooMany) Count *= count;
    }
}
