using PolicyEngine.Matching;
using PolicyEngine.Matching.Conditions;
using PolicyEngine.Primitives;
using PolicyEngine.Syntax;

namespace PolicyEngine.Compilation;

/// <summary>Makes policies ready to be evaluated.</summary>
public static class PolicyCompiler
{
    /// <summary>Stand for elements that trees made by hand may lack though their type needs them: texts that nothing can read.</summary>
    private static readonly SyntaxList<TextValue> Unreadable = [new TextValue { Text = "" }];
    private static readonly PrincipalElement NoPrincipal = new() { Groups = [new PrincipalGroup { Type = PrincipalType.Aws, Values = Unreadable }] };
    private static readonly ResourceElement NoResource = new() { Patterns = Unreadable };

    /// <summary>Compiles a document.</summary>
    /// <remarks>Never fails: what the parser would have refused, in a tree made by hand, compiles to matches that stay
    /// undecided, so that a Deny applies and an Allow does not. Time and memory are linear in the size of the document.</remarks>
    /// <param name="document">The document.</param>
    /// <returns>The compiled policy.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="document"/> is null.</exception>
    public static CompiledPolicy Compile(PolicyDocument document) => Compile(document, usesIndex: true);

    /// <summary>Compiles all policies in play together.</summary>
    /// <remarks>Time and memory are linear in the size of all documents.</remarks>
    /// <param name="policies">The policies.</param>
    /// <returns>The compiled set.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="policies"/> is null.</exception>
    /// <exception cref="ArgumentException">A document stands in the slot of a kind that its type does not fit, or there are more than 65,535 levels.</exception>
    public static CompiledPolicySet Compile(PolicySet policies) => Compile(policies, usesIndex: true);

    /// <summary>Compiles a document; without an index every statement is looked at, which changes nothing but the time.</summary>
    internal static CompiledPolicy Compile(PolicyDocument document, bool usesIndex)
    {
        ArgumentNullException.ThrowIfNull(document);
        CompiledStatement[] statements = new CompiledStatement[document.Statements.Count];
        for (int i = 0; i < statements.Length; i++) statements[i] = CompileStatement(document, i);
        return new CompiledPolicy(document, statements, usesIndex);
    }

    internal static CompiledPolicySet Compile(PolicySet policies, bool usesIndex)
    {
        ArgumentNullException.ThrowIfNull(policies);
        List<CompiledLayer> layers = [];
        foreach (PolicyKind kind in Enum.GetValues<PolicyKind>())
        {
            foreach (PolicyLevel level in policies[kind].Levels)
            {
                PolicyDocument? misplaced = level.Documents.FirstOrDefault(document => !PolicySet.Fits(kind, document.Type));
                if (misplaced is not null) throw new ArgumentException($"A policy of type {misplaced.Type} cannot stand in the slot {kind}.", nameof(policies));
                layers.Add(new CompiledLayer(layers.Count, kind, level.Name, [.. level.Documents.Select(document => Compile(document, usesIndex))]));
            }
        }

        if (layers.Count > ushort.MaxValue) throw new ArgumentException("There are too many levels.", nameof(policies));
        return new CompiledPolicySet(policies, [.. layers], usesIndex);
    }

    private static CompiledStatement CompileStatement(PolicyDocument document, int index)
    {
        Statement statement = document.Statements[index];
        bool variables = document.HasVariables;
        return new CompiledStatement(
            index,
            statement,
            (statement.Principal ?? (NeedsPrincipal(document.Type) ? NoPrincipal : null)) is { } principal ? CompilePrincipal(document, statement, principal) : null,
            CompileAction(statement.Action, variables),
            (statement.Resource ?? (MayLackResource(document.Type) ? null : NoResource)) is { } resource ? CompileResource(document.Type, resource, variables) : null,
            statement.Condition is { } condition ? CompileCondition(condition, variables) : [])
        {
            HasVariables = variables,
        };
    }

    private static bool NeedsPrincipal(PolicyType type) =>
        type is PolicyType.Resource or PolicyType.Trust or PolicyType.ResourceControl or PolicyType.VpcEndpoint;

    private static bool MayLackResource(PolicyType type) => type is PolicyType.Resource or PolicyType.Trust;

    private static PrincipalMatcher CompilePrincipal(PolicyDocument document, Statement statement, PrincipalElement element)
    {
        List<PrincipalEntry> entries = element.IsEveryone ? [PrincipalEntry.Everyone] : [];
        foreach (PrincipalGroup group in element.Groups)
        {
            foreach (TextValue value in group.Values) entries.Add(PrincipalEntry.Create(group.Type, value.Text));
        }

        return new PrincipalMatcher([.. entries], element.IsNegated, statement.Effect == Effect.Deny, document.Type == PolicyType.VpcEndpoint);
    }

    private static PatternList CompileAction(ActionElement element, bool variables) =>
        new([.. element.Patterns.Select(pattern => new ActionPattern(pattern.Text, variables))], element.IsNegated);

    private static PatternList CompileResource(PolicyType type, ResourceElement element, bool variables)
    {
        bool completes = type is PolicyType.Identity or PolicyType.Managed or PolicyType.PermissionsBoundary;
        bool allowsShorthand = type == PolicyType.Resource;
        return new PatternList(
            [.. element.Patterns.Select(pattern => ResourcePattern.Compile(pattern.Text, variables, completes, allowsShorthand, element.IsNegated))],
            element.IsNegated);
    }

    private static KeyMatcher[] CompileCondition(ConditionBlock condition, bool variables)
    {
        List<KeyMatcher> matchers = [];
        foreach (ConditionClause clause in condition.Clauses)
        {
            foreach (ConditionEntry entry in clause.Entries) matchers.Add(ConditionCompiler.Compile(clause.Operator, entry, variables));
        }

        return [.. matchers];
    }
}
