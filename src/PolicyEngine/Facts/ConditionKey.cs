using PolicyEngine.Facts;

namespace PolicyEngine;

/// <summary>A condition key by name: made once, and then set and found faster than by its text.</summary>
/// <remarks>Immutable and safe for concurrent use. Letter case of the name is kept and does not count. Global keys have a place of their own in a
/// request; others are found by a hash of their name, which is computed here once.</remarks>
public sealed class ConditionKey : IEquatable<ConditionKey>
{
    private ConditionKey(string name)
    {
        Name = name;
        Slot = GlobalConditionKeys.SlotOf(name);
        Bit = Slot >= 0 ? 1UL << Slot : 0;
        Hash = Slot >= 0 ? 0 : HashOf(name);
        if (Slot < 0) return;
        GlobalConditionKey global = GlobalConditionKeys.At(Slot);
        IsMultivalued = global.IsMultivalued;
        IsSpelledAsAws = name == global.Name;
    }

    /// <summary>The name as given.</summary>
    public string Name { get; }

    /// <summary>The place of a global key; negative for others.</summary>
    internal int Slot { get; }

    /// <summary>The bit of a global key; 0 for others.</summary>
    internal ulong Bit { get; }

    /// <summary>The hash of the name of other keys.</summary>
    internal int Hash { get; }

    /// <summary>Whether it is a global key with several values; those of families of tags have one.</summary>
    internal bool IsMultivalued { get; }

    /// <summary>Whether it is a global key in AWS's own letter case.</summary>
    internal bool IsSpelledAsAws { get; }

    /// <summary>Makes a key.</summary>
    /// <param name="name">The name, such as <c>aws:PrincipalTag/team</c> or <c>s3:prefix</c>.</param>
    /// <returns>The key.</returns>
    /// <exception cref="ArgumentException"><paramref name="name"/> is empty.</exception>
    public static ConditionKey Of(string name)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        return new ConditionKey(name);
    }

    /// <summary>Compares names, letter case ignored.</summary>
    /// <param name="other">The other key.</param>
    /// <returns>Whether both are the same key.</returns>
    public bool Equals(ConditionKey? other) => other is not null && (Name == other.Name || ConditionKeyName.Comparer.Equals(Name, other.Name));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as ConditionKey);

    /// <inheritdoc/>
    public override int GetHashCode() => Slot >= 0 ? Slot : Hash;

    /// <summary>The name.</summary>
    /// <returns><see cref="Name"/>.</returns>
    public override string ToString() => Name;

    /// <summary>A key for a name in a policy, which may be anything.</summary>
    internal static ConditionKey OfAny(string name) => new(name);

    internal static int HashOf(string name) => ConditionKeyName.Comparer.GetHashCode(name);
}
