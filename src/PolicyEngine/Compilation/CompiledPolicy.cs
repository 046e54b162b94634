using System.Diagnostics;
using PolicyEngine.Compilation.Indexing;

namespace PolicyEngine;

/// <summary>A policy document made ready to be evaluated many times.</summary>
/// <remarks>Immutable and safe for concurrent use. Made by <see cref="PolicyCompiler"/>.</remarks>
[DebuggerDisplay("{PolicyEngine.Compilation.CompiledListing.Of(this),nq}")]
public sealed class CompiledPolicy
{
    private readonly bool usesIndex;
    private StatementTable? table;

    internal CompiledPolicy(PolicyDocument document, CompiledStatement[] statements, bool usesIndex)
    {
        Document = document;
        Statements = statements;
        this.usesIndex = usesIndex;
    }

    /// <summary>The document that was compiled.</summary>
    public PolicyDocument Document { get; }

    internal CompiledStatement[] Statements { get; }

    /// <summary>The statements as a table of one layer, made when the policy first decides alone.</summary>
    internal StatementTable Table => table ?? MakeTable();

    /// <summary>What was compiled, in a few words.</summary>
    /// <returns>Such as <c>compiled resource policy of 2 statements</c>.</returns>
    public override string ToString() => $"compiled {PolicyTypeNames.NameOf(Document.Type)} policy of {Statements.Length} statements";

    /// <summary>Threads that come here at once each make one, and one of them is kept.</summary>
    private StatementTable MakeTable() => table = new StatementTable(Statements, new ushort[Statements.Length], [PolicyType.Identity], usesIndex);
}
