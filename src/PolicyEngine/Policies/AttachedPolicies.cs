using PolicyEngine.Syntax;

namespace PolicyEngine;

/// <summary>The attached policies of one type: none, some, or unknown.</summary>
/// <remarks>Immutable. What is attached but grants nothing is a limit; what is not attached is none. What is not known never ends in an
/// allowed request. AWS page:
/// <see href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic_policy-eval-denyallow.html">How AWS enforcement code logic evaluates requests</see>.</remarks>
public sealed record AttachedPolicies
{
    private AttachedPolicies(bool isAttached, bool isKnown, SyntaxList<PolicyLevel> levels)
    {
        IsAttached = isAttached;
        IsKnown = isKnown;
        Levels = levels;
    }

    /// <summary>No policy of the kind applies.</summary>
    public static AttachedPolicies None { get; } = new(isAttached: false, isKnown: true, []);

    /// <summary>It is unknown which policies of the type apply.</summary>
    public static AttachedPolicies Unknown { get; } = new(isAttached: false, isKnown: false, []);

    /// <summary>True where policies of the kind are known to apply.</summary>
    public bool IsAttached { get; }

    /// <summary>True where it is known which policies of the kind apply.</summary>
    public bool IsKnown { get; }

    /// <summary>The levels; one without a name for kinds that have no levels, none when nothing is attached.</summary>
    public SyntaxList<PolicyLevel> Levels { get; }

    /// <summary>Policies that apply together: one Allow is enough.</summary>
    /// <param name="documents">The policies; may be none, and then the kind applies and allows nothing.</param>
    /// <returns>What is attached.</returns>
    /// <exception cref="ArgumentNullException">A policy is null.</exception>
    public static AttachedPolicies Of(params ReadOnlySpan<PolicyDocument> documents) =>
        new(isAttached: true, isKnown: true, [new PolicyLevel("", documents)]);

    /// <summary>Policies by level, from the root of the organization to the account: each level must allow.</summary>
    /// <param name="levels">The levels; if none, the kind applies and allows nothing.</param>
    /// <returns>What is attached.</returns>
    /// <exception cref="ArgumentNullException">A level is null.</exception>
    public static AttachedPolicies OfLevels(params ReadOnlySpan<PolicyLevel> levels)
    {
        foreach (PolicyLevel level in levels) ArgumentNullException.ThrowIfNull(level, nameof(levels));
        return levels.IsEmpty ? Of() : new(isAttached: true, isKnown: true, [.. levels]);
    }

    /// <summary>What is attached, in a few words.</summary>
    /// <returns>Such as <c>none</c>, <c>unknown</c>, <c>2 policies</c> or <c>root: 1 policy, account: none</c>.</returns>
    public override string ToString() => !IsKnown ? "unknown" : IsAttached ? string.Join(", ", (IEnumerable<PolicyLevel>)Levels) : "none";
}
