using PolicyEngine.Compilation.Indexing;

namespace PolicyEngine.Compilation;

/// <summary>The policies of a set that decide together: those of one kind, or of one level of a kind that has levels; a scope-down policy
/// is a level of its own, named by its place: 1, 2 or 3.</summary>
/// <param name="Index">Its index among the layers of the set, 0-based.</param>
/// <param name="Kind">The kind of its policies.</param>
/// <param name="Level">The name of the level; empty for kinds without levels.</param>
/// <param name="Policies">The policies, in the order in which they were given.</param>
internal sealed record CompiledLayer(int Index, PolicyType Kind, string Level, CompiledPolicy[] Policies)
{
    /// <summary>The statements of all its policies, in order.</summary>
    internal IEnumerable<CompiledStatement> Statements => Policies.SelectMany(static policy => policy.Statements);
}
