namespace PolicyEngine;

/// <summary>A statement that took part in a decision of several policies.</summary>
/// <param name="Kind">The kind of its policy.</param>
/// <param name="Level">The level of an organization to which its policy is attached; empty for kinds without levels.</param>
/// <param name="Policy">The place of its policy in its slot or level, 0-based.</param>
/// <param name="Statement">The statement.</param>
public readonly record struct PolicyStatementDecision(PolicyType Kind, string Level, int Policy, StatementDecision Statement);
