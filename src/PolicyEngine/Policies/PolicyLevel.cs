using PolicyEngine.Syntax;
using PolicyEngine.Text;

namespace PolicyEngine;

/// <summary>The policies attached to one level of an organization: the root, an organizational unit, or the account.</summary>
/// <remarks>Immutable. Within a level one Allow is enough.</remarks>
public sealed record PolicyLevel
{
    /// <summary>Makes a level.</summary>
    /// <param name="name">The name, for explanations, such as <c>root</c> or <c>ou-prod</c>.</param>
    /// <param name="documents">The policies; may be none, and then the level allows nothing.</param>
    /// <exception cref="ArgumentNullException"><paramref name="name"/> or a policy is null.</exception>
    public PolicyLevel(string name, params ReadOnlySpan<PolicyDocument> documents)
    {
        ArgumentNullException.ThrowIfNull(name);
        foreach (PolicyDocument document in documents) ArgumentNullException.ThrowIfNull(document, nameof(documents));
        Name = name;
        Documents = [.. documents];
    }

    /// <summary>The name.</summary>
    public string Name { get; }

    /// <summary>The policies.</summary>
    public SyntaxList<PolicyDocument> Documents { get; }

    /// <summary>The level and how much is attached to it.</summary>
    /// <returns>Such as <c>root: 2 policies</c>.</returns>
    public override string ToString()
    {
        string count = Documents.Count == 1 ? "1 policy" : $"{Documents.Count} policies";
        return Name.Length == 0 ? count : $"{ShownText.Of(Name)}: {count}";
    }
}
