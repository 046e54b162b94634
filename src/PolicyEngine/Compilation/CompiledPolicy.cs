using PolicyEngine.Syntax;

namespace PolicyEngine.Compilation;

/// <summary>A policy document made ready to be evaluated many times.</summary>
/// <remarks>Immutable and safe for concurrent use. Made by <see cref="PolicyCompiler"/>.</remarks>
public sealed class CompiledPolicy
{
    internal CompiledPolicy(PolicyDocument document, CompiledStatement[] statements)
    {
        Document = document;
        Statements = statements;
    }

    /// <summary>The document that was compiled.</summary>
    public PolicyDocument Document { get; }

    internal CompiledStatement[] Statements { get; }
}
