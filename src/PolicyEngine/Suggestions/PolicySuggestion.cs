using System.Collections.Immutable;
using PolicyEngine.Syntax;

namespace PolicyEngine;

/// <summary>One change of one policy that has a part in letting a denied request pass: a statement that is added, or a condition that exempts the caller from a Deny.</summary>
/// <remarks>Immutable. Equality is by reference.</remarks>
public sealed class PolicySuggestion
{
    internal PolicySuggestion(PolicyType kind, string level, Statement statement)
    {
        Kind = kind;
        Level = level;
        Statement = statement;
    }

    /// <summary>The kind of the policy.</summary>
    public PolicyType Kind { get; }

    /// <summary>The level of an organization to which the policy is attached; empty for kinds without levels.</summary>
    public string Level { get; }

    /// <summary>The policy as it is now; null where a new one is to be attached.</summary>
    public PolicyDocument? Document { get; internal init; }

    /// <summary>The statement to add; of an exemption the Deny as it is afterwards.</summary>
    public Statement Statement { get; }

    /// <summary>Of an exemption: the Deny as it is now; null for a statement that is added.</summary>
    public StatementTrace? Denier { get; internal init; }

    /// <summary>Of an exemption: what is added to the condition of the Deny; null for a statement that is added.</summary>
    public ConditionClause? Condition { get; internal init; }

    /// <summary>True where the change lets in more than the call that was asked for: a Deny from which the caller is exempted covers other actions or resources, too.</summary>
    public bool IsWider { get; internal init; }

    /// <summary>The place of the policy among those of its kind and level, 0-based; their number for a new one.</summary>
    internal int Policy { get; init; }

    /// <summary>Of an exemption: the conditions by which the Deny applies; a request for which one of them does not hold is exempt.</summary>
    internal IEnumerable<TraceNode> Conditions =>
        Denier is null ? [] : Denier.Elements.Where(static element => element.Label == "Condition").SelectMany(static element => element.Children);

    /// <summary>The change in a few words.</summary>
    /// <returns>Such as <c>identity: add {"Sid":"AllowThisCall","Effect":"Allow","Action":"s3:GetObject","Resource":"arn:aws:s3:::b/k"}</c>.</returns>
    public override string ToString()
    {
        string place = Level.Length == 0 ? PolicyTypeNames.NameOf(Kind) : $"{PolicyTypeNames.NameOf(Kind)} '{Text.ShownText.Of(Level)}'";
        return Denier is null ? $"{place}: add {Statement}" : $"{place}: add {Condition} to the condition of {Denier.Name}";
    }
}
