namespace PolicyEngine.Checks;

/// <summary>What advice is about, in the order in which a limit of findings leaves it in.</summary>
internal enum AdviceRound
{
    /// <summary>How conditions are written.</summary>
    Form,

    /// <summary>What texts mean.</summary>
    Text,

    /// <summary>What statements mean.</summary>
    Statement,
}
