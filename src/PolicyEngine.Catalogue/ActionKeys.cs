using System.Collections.Immutable;

namespace PolicyEngine.Catalogue;

/// <summary>The names of the condition keys that an action offers.</summary>
public sealed class ActionKeys
{
    internal ActionKeys(ImmutableArray<string> forAction, ImmutableArray<string> forTypes)
    {
        ForAction = forAction;
        ForTypes = forTypes;
    }

    /// <summary>Those of the action itself.</summary>
    public ImmutableArray<string> ForAction { get; }

    /// <summary>Those of the action on one of its resource types and of those types, without those of the action itself.</summary>
    public ImmutableArray<string> ForTypes { get; }

    /// <summary>How many there are.</summary>
    /// <returns>Such as <c>7 keys of the action, 3 of its types</c>.</returns>
    public override string ToString() => $"{ForAction.Length} keys of the action, {ForTypes.Length} of its types";
}
