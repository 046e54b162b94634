namespace PolicyEngine.Reference;

/// <summary>Where a statement stands: the kind, the name of the level, and the places of its policy and of itself.</summary>
public readonly record struct Place(PolicyKind Kind, string Level, int Policy, int Statement);
