using System.Globalization;
using PolicyEngine.Compilation;
using PolicyEngine.Compilation.Indexing;
using PolicyEngine.Syntax;

namespace PolicyEngine;

/// <summary>Makes policies ready to be evaluated.</summary>
public static class PolicyCompiler
{
    /// <summary>The credentials of a session are scoped down three times at most. AWS:
    /// <see href="https://docs.aws.amazon.com/STS/latest/APIReference/API_GetScopedCredentials.html">GetScopedCredentials</see>.</summary>
    private const int MaxScopeDownPolicies = 3;

    /// <summary>Compiles a document.</summary>
    /// <remarks>What the parser would have refused, in a tree made by hand, compiles to matches that stay undecided, so that a Deny applies and an Allow does
    /// not; what no text can be read as is refused. Time and memory are linear in the size of the document.</remarks>
    /// <param name="document">The document.</param>
    /// <returns>The compiled policy.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="document"/> is null.</exception>
    /// <exception cref="ArgumentException">A tree made by hand has a node that is null, a value that is in no enumeration, or an operator or key that no policy
    /// can name.</exception>
    public static CompiledPolicy Compile(PolicyDocument document) => Compile(document, usesIndex: true);

    /// <summary>Compiles the policies of a set together.</summary>
    /// <remarks>Time and memory are linear in the size of all documents.</remarks>
    /// <param name="policies">The policies.</param>
    /// <returns>The compiled set.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="policies"/> is null.</exception>
    /// <exception cref="ArgumentException">A document is attached as a kind that its type does not fit, a kind is null, there are more than three scope-down
    /// policies, there are more than 65,535 levels, or a document is refused by itself.</exception>
    public static CompiledPolicySet Compile(PolicySet policies) => Compile(policies, usesIndex: true);

    /// <summary>Compiles a document; without an index every statement is looked at, which changes nothing but the time.</summary>
    internal static CompiledPolicy Compile(PolicyDocument document, bool usesIndex)
    {
        ArgumentNullException.ThrowIfNull(document);
        return Compile(document, new ElementInterner(), usesIndex);
    }

    internal static CompiledPolicySet Compile(PolicySet policies, bool usesIndex)
    {
        ArgumentNullException.ThrowIfNull(policies);
        List<CompiledLayer> layers = [];
        ElementInterner interner = new();
        foreach (PolicyType kind in PolicySet.Types)
        {
            AttachedPolicies attached = policies[kind] ?? throw new ArgumentException($"What is attached as {kind} is null; where nothing is, it is {nameof(AttachedPolicies)}.{nameof(AttachedPolicies.None)}.", nameof(policies));
            foreach (PolicyLevel level in kind == PolicyType.ScopeDown ? Separate(attached) : attached.Levels)
            {
                PolicyDocument? misplaced = level.Documents.FirstOrDefault(document => !PolicySet.Fits(kind, document));
                if (misplaced is not null) throw new ArgumentException($"A policy of type {misplaced.Type} cannot be attached as {kind}.", nameof(policies));
                layers.Add(new CompiledLayer(layers.Count, kind, level.Name, [.. level.Documents.Select(document => Compile(document, interner, usesIndex))]));
            }
        }

        bool hasTooMany = layers.Count(static layer => layer.Kind == PolicyType.ScopeDown) > MaxScopeDownPolicies;
        if (hasTooMany) throw new ArgumentException("A session has at most three scope-down policies.", nameof(policies));
        if (layers.Count > ushort.MaxValue) throw new ArgumentException("There are too many levels.", nameof(policies));
        AccessPoint? supporting = policies.AccessPoint.Supporting;
        return new CompiledPolicySet(policies, [.. layers], usesIndex)
        {
            Supporting = supporting is null ? null : Compile(policies with { AccessPoint = supporting with { Supporting = null } }, usesIndex),
        };
    }

    /// <summary>Scope-down policies as levels, as each must allow; attached without any, they allow nothing.</summary>
    private static SyntaxList<PolicyLevel> Separate(AttachedPolicies attached)
    {
        PolicyDocument[] documents = [.. attached.Levels.SelectMany(static level => level.Documents)];
        if (documents.Length == 0) return attached.Levels.Count == 0 ? [] : [attached.Levels[0]];
        return [.. documents.Select(static (document, i) => new PolicyLevel((i + 1).ToString(CultureInfo.InvariantCulture), document))];
    }

    private static CompiledPolicy Compile(PolicyDocument document, ElementInterner interner, bool usesIndex)
    {
        if (TreeCheck.FindFault(document) is { } fault) throw new ArgumentException(fault, nameof(document));
        StatementCompiler compiler = new(document, interner);
        CompiledStatement[] statements = new CompiledStatement[document.Statements.Count];
        for (int i = 0; i < statements.Length; i++) statements[i] = compiler.Compile(i);
        return new CompiledPolicy(document, statements, usesIndex);
    }
}
