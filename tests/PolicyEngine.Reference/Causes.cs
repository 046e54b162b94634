namespace PolicyEngine.Reference;

/// <summary>L-1, A-91: why an answer is undecided.</summary>
[Flags]
public enum Causes { None = 0, Defect = 1, UnknownKey = 2 }
