using PolicyEngine.Compilation;

namespace PolicyEngine;

/// <summary>A policy document made ready to be evaluated many times.</summary>
/// <remarks>Immutable and safe for concurrent use. Made by <see cref="PolicyCompiler"/>.</remarks>
public sealed class CompiledPolicy
{
    private readonly bool usesIndex;
    private StatementTable? stack;

    internal CompiledPolicy(PolicyDocument document, CompiledStatement[] statements, bool usesIndex)
    {
        Document = document;
        Statements = statements;
        this.usesIndex = usesIndex;
    }

    /// <summary>The document that was compiled.</summary>
    public PolicyDocument Document { get; }

    internal CompiledStatement[] Statements { get; }

    /// <summary>The statements as a stack of one layer, made when the policy first decides alone.</summary>
    internal StatementTable Stack => stack ?? MakeStack();

    /// <summary>Threads that come here at once each make one, and one of them stays.</summary>
    private StatementTable MakeStack() => stack = new StatementTable(Statements, new ushort[Statements.Length], [PolicyType.Identity], usesIndex);
}
