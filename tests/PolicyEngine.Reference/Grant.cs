namespace PolicyEngine.Reference;

/// <summary>A-39: the class of what a resource's policy grants, the best last.</summary>
internal enum Grant { None = 0, X = 1, E = 2, D = 3 }
