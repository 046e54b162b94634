namespace PolicyEngine.Checks;

/// <summary>Which findings are told.</summary>
public enum CheckProfile
{
    /// <summary>What AWS's validation tells too, and what its own does not, without what is only worth a look.</summary>
    Default,

    /// <summary>What AWS's validation has a code for, and the errors of the parser.</summary>
    Aws,

    /// <summary>Everything, also what is only worth a look.</summary>
    Review,
}
