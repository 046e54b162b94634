using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace PolicyEngine.Matching;

/// <summary>The ways to read the variables of a policy text in a request; a text matches where all of them agree.</summary>
internal struct VariableReadings
{
    private const int Most = 64;

    /// <summary>The most keys with two values or more each, of which there are no more ways than <see cref="Most"/>.</summary>
    private const int MostConflicts = 6;

    private Conflicts conflicts;
    private int conflictCount;

    /// <summary>How many ways there are.</summary>
    internal int Count { get; private set; }

    /// <summary>Whether there are too many ways to try them all.</summary>
    internal bool IsTooMany { get; private set; }

    /// <summary>The ways to read the variables of a text.</summary>
    internal static VariableReadings Of(ReadOnlySpan<PatternVariable> variables, RequestContext context)
    {
        bool hasEmpty = false;
        VariableReadings readings = new() { Count = 2 };
        foreach (PatternVariable variable in variables)
        {
            object? value = context.Find(variable.Key);
            hasEmpty |= value is string { Length: 0 };
            if (value is not ContextValue { Alternatives: { IsDefault: false } all }) continue;
            foreach (ContextValue one in all) hasEmpty |= VariableValues.IsEmptyText(one);
            readings.Add(variable.Key.Name, all.Length);
        }

        if (readings.conflictCount == 0 && !hasEmpty) readings.Count = 1;
        return readings;
    }

    [UnscopedRef]
    internal readonly VariableReading this[int index] => new(in this, index);

    /// <summary>Which of the values of a key counts in a way of choosing among all of them.</summary>
    internal readonly int PlaceOf(string key, int choice)
    {
        for (int i = 0; i < conflictCount; i++)
        {
            (string name, int count) = conflicts[i];
            if (name.Equals(key, StringComparison.OrdinalIgnoreCase)) return choice % count;
            choice /= count;
        }

        return 0;
    }

    private void Add(string key, int count)
    {
        for (int i = 0; i < conflictCount; i++)
        {
            if (conflicts[i].Key.Equals(key, StringComparison.OrdinalIgnoreCase)) return;
        }

        IsTooMany |= count > Most || Count * count > Most || conflictCount == MostConflicts;
        if (IsTooMany) return;
        conflicts[conflictCount++] = (key, count);
        Count *= count;
    }

    [InlineArray(MostConflicts)]
    private struct Conflicts
    {
        private (string Key, int Count) first;
    }
}
