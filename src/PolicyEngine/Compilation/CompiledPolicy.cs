using PolicyEngine.Primitives;
using PolicyEngine.Syntax;

namespace PolicyEngine.Compilation;

/// <summary>A policy document made ready to be evaluated many times.</summary>
/// <remarks>Immutable and safe for concurrent use. Made by <see cref="PolicyCompiler"/>.</remarks>
public sealed class CompiledPolicy
{
    private readonly Lazy<CompiledStack> stack;

    internal CompiledPolicy(PolicyDocument document, CompiledStatement[] statements, bool usesIndex)
    {
        Document = document;
        Statements = statements;
        stack = new Lazy<CompiledStack>(() => new CompiledStack(statements, new ushort[statements.Length], [PolicyKind.Identity], usesIndex));
    }

    /// <summary>The document that was compiled.</summary>
    public PolicyDocument Document { get; }

    internal CompiledStatement[] Statements { get; }

    /// <summary>The statements as a stack of one layer, made when the policy first decides alone.</summary>
    internal CompiledStack Stack => stack.Value;
}
