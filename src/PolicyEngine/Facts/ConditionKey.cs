using PolicyEngine.Language;

namespace PolicyEngine;

/// <summary>A condition key: its name, and what AWS says of it where it is a global one. Made once, it is set and found faster than by its text.</summary>
/// <remarks>Immutable and safe for concurrent use. Letter case of the name is kept and does not count. Global keys have a place of their own in a
/// request; others are found by a hash of their name, which is computed here once.</remarks>
public sealed class ConditionKey : IEquatable<ConditionKey>
{
    private const string Page = "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html";

    /// <summary>Makes a key of the table of global keys.</summary>
    internal ConditionKey(string name, ConditionKeyType? type, bool isMultivalued, int slot)
    {
        Name = name;
        Type = type;
        IsMultivalued = isMultivalued;
        Slot = slot;
        Bit = slot >= 0 ? 1UL << slot : 0;
        Hash = slot >= 0 ? 0 : HashOf(name);
        IsSpelledAsAws = slot >= 0;
    }

    private ConditionKey(string name, ConditionKey global)
        : this(name, global.Type, global.IsMultivalued, global.Slot) => IsSpelledAsAws = name == global.Name;

    /// <summary>The name as given; of a global key in AWS's spelling a name that ends with <c>/</c> means one key per tag.</summary>
    public string Name { get; }

    /// <summary>The type of the values of a global key; null for other keys, of which the service says it.</summary>
    public ConditionKeyType? Type { get; }

    /// <summary>True for a global key of which a request can hold several values; false for those of families of tags and for other keys.</summary>
    public bool IsMultivalued { get; }

    /// <summary>True where the name ends with <c>/</c> and lacks the tag key that follows it, as in <c>aws:PrincipalTag/</c>.</summary>
    internal bool IsTagKey => Name.EndsWith('/');

    /// <summary>True for a global key with identifiers made by AWS, which are compared exactly.</summary>
    public bool IsIdentifier =>
        Equals(ConditionKeys.PrincipalAccount) || Equals(ConditionKeys.PrincipalOrgID) || Equals(ConditionKeys.ResourceAccount) || Equals(ConditionKeys.ResourceOrgID) ||
        Equals(ConditionKeys.SourceAccount) || Equals(ConditionKeys.SourceOrgID) || Equals(ConditionKeys.SourceVpc) || Equals(ConditionKeys.SourceVpce) ||
        Equals(ConditionKeys.VpceAccount) || Equals(ConditionKeys.VpceOrgID);

    /// <summary>AWS's page about the key.</summary>
    public Uri Documentation => Name.StartsWith("aws:", StringComparison.Ordinal)
        ? new Uri($"{Page}#condition-keys-{Name["aws:".Length..].TrimEnd('/').ToLowerInvariant()}")
        : new Uri(Page);

    /// <summary>The comparer of key names: ordinal, letter case ignored, the tag key after a slash included.</summary>
    internal static StringComparer NameComparer => StringComparer.OrdinalIgnoreCase;

    /// <summary>The slot of a global key in a request; negative for others.</summary>
    internal int Slot { get; }

    /// <summary>The bit of a global key; 0 for others.</summary>
    internal ulong Bit { get; }

    /// <summary>The hash of the name of other keys.</summary>
    internal int Hash { get; }

    /// <summary>True for a global key in AWS's own letter case.</summary>
    internal bool IsSpelledAsAws { get; }

    /// <summary>Makes a key.</summary>
    /// <param name="name">The name, such as <c>aws:PrincipalTag/team</c> or <c>s3:prefix</c>.</param>
    /// <returns>The key.</returns>
    /// <exception cref="ArgumentException"><paramref name="name"/> is empty.</exception>
    public static ConditionKey Of(string name)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        return OfAny(name);
    }

    /// <summary>Compares names, letter case ignored.</summary>
    /// <param name="other">The other key.</param>
    /// <returns>True where both are the same key.</returns>
    public bool Equals(ConditionKey? other) => other is not null && (Name == other.Name || NameComparer.Equals(Name, other.Name));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as ConditionKey);

    /// <inheritdoc/>
    public override int GetHashCode() => Slot >= 0 ? Slot : Hash;

    /// <summary>The name.</summary>
    /// <returns><see cref="Name"/>.</returns>
    public override string ToString() => Name;

    /// <summary>A key for a name in a policy, which may be anything.</summary>
    internal static ConditionKey OfAny(string name) =>
        ConditionKeys.FindSingle(name) is { } global ? new ConditionKey(name, global) : new ConditionKey(name, type: null, isMultivalued: false, slot: -1);

    internal static int HashOf(string name) => NameComparer.GetHashCode(name);

    /// <summary>True for a name without a colon, which IAM stores and which no request has.</summary>
    internal static bool IsOfNoRequest(ReadOnlySpan<char> name) => !name.IsEmpty && !name.Contains(':');
}
