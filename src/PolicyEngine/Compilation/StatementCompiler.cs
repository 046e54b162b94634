using PolicyEngine.Compilation.Indexing;
using PolicyEngine.Matching;
using PolicyEngine.Matching.Conditions;
using PolicyEngine.Syntax;

namespace PolicyEngine.Compilation;

/// <summary>Compiles the statements of one document.</summary>
/// <param name="document">The document.</param>
/// <param name="interner">The elements compiled before.</param>
internal sealed class StatementCompiler(PolicyDocument document, ElementInterner interner)
{
    /// <summary>Replace elements that trees made by hand may lack though their type needs them: texts that are malformed.</summary>
    private static readonly SyntaxList<TextValue> Unreadable = [new TextValue { Text = "" }];
    private static readonly PrincipalElement NoPrincipal = new() { Groups = [new PrincipalGroup { Type = PrincipalType.Aws, Values = Unreadable }] };
    private static readonly ResourceElement NoResource = new() { Patterns = Unreadable };
    private static readonly ConditionMatcher[] NoConditions = [];

    private readonly bool variables = document.HasVariables;
    private readonly bool needsPrincipal = document.Type is PolicyType.Resource or PolicyType.Trust or PolicyType.ResourceControl or PolicyType.VpcEndpoint or PolicyType.AccessPoint;
    private readonly bool mayLackResource = document.Type is PolicyType.Resource or PolicyType.Trust;
    private readonly bool completesArns = document.Type is PolicyType.Identity or PolicyType.Managed or PolicyType.PermissionsBoundary;

    /// <summary>Compiles one statement.</summary>
    /// <param name="index">Its index in the document, 0-based.</param>
    internal CompiledStatement Compile(int index)
    {
        Statement statement = document.Statements[index];
        PrincipalElement? principal = statement.Principal ?? (needsPrincipal ? NoPrincipal : null);
        ResourceElement? resource = statement.Resource ?? (mayLackResource ? null : NoResource);
        return new CompiledStatement(
            index,
            statement,
            principal is null ? null : interner.GetPrincipal(principal, statement.Effect == Effect.Deny, document.Type == PolicyType.VpcEndpoint),
            interner.GetActions(statement.Action, variables),
            resource is null ? null : CompileResource(resource),
            statement.Condition is null ? NoConditions : CompileConditions(statement.Condition));
    }

    private PatternList CompileResource(ResourceElement element)
    {
        RequestPattern[] patterns = new RequestPattern[element.Patterns.Count];
        for (int i = 0; i < patterns.Length; i++)
        {
            patterns[i] = ResourcePattern.Compile(element.Patterns[i].Text, variables, completesArns, document.Type == PolicyType.Resource, element.IsNegated, interner.GetText);
        }

        return new PatternList(patterns, element.IsNegated);
    }

    private ConditionMatcher[] CompileConditions(ConditionBlock condition)
    {
        List<ConditionMatcher> matchers = [];
        foreach (ConditionClause clause in condition.Clauses)
        {
            foreach (ConditionEntry entry in clause.Entries) matchers.Add(interner.GetCondition(clause.Operator, entry, variables));
        }

        return [.. matchers];
    }
}
