namespace PolicyEngine.Reference;

/// <summary>The place of a statement: the kind, the name of the level, and the positions of its policy and of itself.</summary>
public readonly record struct Place(PolicyType Kind, string Level, int Policy, int Statement);
