using System.Collections.Frozen;
using PolicyEngine.Requests.Derivation;

namespace PolicyEngine.Requests;

/// <summary>What is known of the condition keys that a request does not give; without it they are absent.</summary>
/// <remarks>Not changed once its context is given away.</remarks>
internal sealed class ContextRest
{
    /// <summary>The families of keys of which nothing is known, such as <c>aws:PrincipalTag/</c>.</summary>
    internal string[] UnknownFamilies { get; set; } = [];

    /// <summary>The keys and families that are known to be absent.</summary>
    internal FrozenSet<string> Absent { get; set; } = FrozenSet<string>.Empty;

    /// <summary>True where every other key is unknown; otherwise it is absent.</summary>
    internal bool OthersUnknown { get; set; }

    /// <summary>The call from which keys follow; null where none do.</summary>
    internal CallFacts? Call { get; set; }

    /// <summary>The same, with keys that follow from a call.</summary>
    internal ContextRest With(CallFacts call) => new() { UnknownFamilies = UnknownFamilies, Absent = Absent, OthersUnknown = OthersUnknown, Call = call };

    /// <summary>The value of a key that is not given: null when it is absent.</summary>
    internal object? Find(ConditionKey key)
    {
        if (IsOfUnknownFamily(key.Name)) return ContextValue.Unknown;
        if (IsAbsent(key.Name)) return null;
        DerivedKey derived = Call is null ? DerivedKey.Untold : KeyDerivation.Find(key, Call);
        return derived.State switch
        {
            KeyState.Present => derived.Value,
            KeyState.Absent => null,
            KeyState.Unknown => derived.ToValue(),
            _ => OthersUnknown && !ConditionKey.IsOfNoRequest(key.Name) ? ContextValue.Unknown : null,
        };
    }

    internal bool IsOfUnknownFamily(string name)
    {
        foreach (string family in UnknownFamilies)
        {
            if (name.StartsWith(family, StringComparison.OrdinalIgnoreCase)) return true;
        }

        return false;
    }

    /// <summary>True where a key is told to be absent, itself or by its family.</summary>
    internal bool IsAbsent(string name)
    {
        if (Absent.Count == 0) return false;
        if (Absent.Contains(name)) return true;
        foreach (string family in Absent)
        {
            if (family[^1] is '/' or ':' && name.StartsWith(family, StringComparison.OrdinalIgnoreCase)) return true;
        }

        return false;
    }
}
