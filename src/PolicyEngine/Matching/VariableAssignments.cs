using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace PolicyEngine.Matching;

/// <summary>The assignments of values to the variables of a policy text that a request allows; a text matches where it does under all of them.</summary>
/// <remarks>The empty value counts once as no value and once as empty text, for all variables alike; of keys that differ in letter case only,
/// each value is tried with each value of the others. AWS:
/// <see href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html">IAM policy elements: Variables and tags</see>.</remarks>
internal struct VariableAssignments
{
    private const int Most = 64;

    /// <summary>The most keys with two values or more each, of which there are no more assignments than <see cref="Most"/>.</summary>
    private const int MostConflicts = 6;

    private Conflicts conflicts;
    private int conflictCount;

    /// <summary>The number of assignments.</summary>
    internal int Count { get; private set; }

    /// <summary>True where there are too many assignments to try them all.</summary>
    internal bool IsTooMany { get; private set; }

    /// <summary>The assignments to the variables of a text.</summary>
    internal static VariableAssignments Of(ReadOnlySpan<PatternVariables.Variable> variables, RequestContext context)
    {
        bool hasEmpty = false;
        VariableAssignments assignments = new() { Count = 2 };
        foreach (PatternVariables.Variable variable in variables)
        {
            object? value = context.Find(variable.Key);
            hasEmpty |= value is string { Length: 0 };
            if (value is not ContextValue { Alternatives: { IsDefault: false } all }) continue;
            foreach (ContextValue one in all) hasEmpty |= VariableAssignment.IsEmptyText(one);
            assignments.Add(variable.Key.Name, all.Length);
        }

        if (assignments.conflictCount == 0 && !hasEmpty) assignments.Count = 1;
        return assignments;
    }

    [UnscopedRef]
    internal readonly VariableAssignment this[int index] => new(in this, index);

    /// <summary>The index of the value of a key that counts in one choice among the values of all keys.</summary>
    internal readonly int IndexOf(string key, int choice)
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
