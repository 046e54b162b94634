using System.Runtime.CompilerServices;

namespace PolicyEngine.Json;

/// <summary>The names met in one object: the first few are compared one by one, more of them by hash.</summary>
internal struct NameSet
{
    private const int FewNames = 12;
    private Few few;
    private readonly int expected;
    private int count;
    private HashSet<string>? many;

    /// <summary>A set of about as many names.</summary>
    internal NameSet(int expected) => this.expected = expected;

    /// <summary>Adds a name; false when it is there already.</summary>
    internal bool Add(string name)
    {
        if (many is not null) return many.Add(name);
        for (int i = 0; i < count; i++)
        {
            if (few[i] == name) return false;
        }

        if (count < FewNames)
        {
            few[count++] = name;
            return true;
        }

        many = new HashSet<string>(expected, StringComparer.Ordinal);
        foreach (string? known in few) many.Add(known!);
        return many.Add(name);
    }

    [InlineArray(FewNames)]
    private struct Few
    {
        private string? first;
    }
}
