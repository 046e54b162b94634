namespace PolicyEngine.Facts;

/// <summary>Remembers the keys of names seen last, as the same few names come with every request.</summary>
/// <remarks>One place for each of 512 kinds of names, and none for long ones: a name that is not there takes the place of another, so that names made
/// up by an attacker cost time only. Safe for concurrent use without locks: a key is immutable, and is put in place by one write.</remarks>
internal static class ConditionKeyCache
{
    private const int Size = 512;
    private const int MaxLength = 128;
    private static readonly ConditionKey?[] Keys = new ConditionKey?[Size];

    /// <summary>The key of a name, which is not empty, as it is spelled.</summary>
    internal static ConditionKey Get(string name)
    {
        ref ConditionKey? place = ref Keys[PlaceOf(name)];
        ConditionKey? known = place;
        if (known is not null && known.Name == name) return known;
        ConditionKey key = ConditionKey.OfAny(name);
        if (name.Length <= MaxLength) place = key;
        return key;
    }

    private static int PlaceOf(string name)
    {
        int mixed = (name[^1] * 31) + (name[name.Length / 2] * 7) + name[(name.Length * 3) / 4] + (name.Length * 61);
        return mixed & (Size - 1);
    }
}
