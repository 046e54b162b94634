using System.Diagnostics;
using PolicyEngine.Compilation;
using PolicyEngine.Compilation.Indexing;
using PolicyEngine.Facts;
using PolicyEngine.Language;
using PolicyEngine.Matching.Conditions;

namespace PolicyEngine;

/// <summary>A policy set made ready to be evaluated many times.</summary>
/// <remarks>Immutable and safe for concurrent use. Made by <see cref="PolicyCompiler"/>.</remarks>
[DebuggerDisplay("{PolicyEngine.Compilation.CompiledListing.Of(this),nq}")]
public sealed class CompiledPolicySet
{
    internal CompiledPolicySet(PolicySet source, CompiledLayer[] layers, bool usesIndex)
    {
        Source = source;
        Layers = layers;
        foreach (PolicyType kind in PolicySet.Types)
        {
            Attached = Attached.With(kind, source[kind].IsAttached);
            Unknown = Unknown.With(kind, !source[kind].IsKnown);
        }

        AskedKeys = KeysOf(layers);
        CompiledStatement[] statements = [.. layers.SelectMany(static layer => layer.Statements)];
        ushort[] layerOf = [.. layers.SelectMany(static layer => layer.Statements.Select(_ => (ushort)layer.Index))];
        Table = new StatementTable(statements, layerOf, [.. layers.Select(static layer => layer.Kind)], usesIndex);
    }

    /// <summary>The policies that were compiled.</summary>
    public PolicySet Source { get; }

    /// <summary>The layers in the order in which a denial names them: by kind, and within a kind from root to account.</summary>
    internal CompiledLayer[] Layers { get; }

    /// <summary>The kinds of policies that are attached.</summary>
    internal PolicyTypeSet Attached { get; }

    /// <summary>The kinds of policies of which it is unknown what is attached.</summary>
    internal PolicyTypeSet Unknown { get; }

    /// <summary>The same set for the access point behind an Object Lambda access point; null where it tells of none.</summary>
    internal CompiledPolicySet? Supporting { get; init; }

    /// <summary>The statements of all layers.</summary>
    internal StatementTable Table { get; }

    /// <summary>The keys that the policies ask for and that may follow from a request that does not give them.</summary>
    internal AskedKeys AskedKeys { get; }

    /// <summary>What was compiled, in a few words.</summary>
    /// <returns>Such as <c>compiled identity (1 policy), resource (1 policy)</c>.</returns>
    public override string ToString() => $"compiled {Source}";

    private static AskedKeys KeysOf(CompiledLayer[] layers)
    {
        ulong globals = 0;
        HashSet<ServiceProfile> services = [];
        List<string> names = [];
        foreach (CompiledLayer layer in layers)
        {
            foreach (CompiledStatement statement in layer.Statements)
            {
                statement.Resource?.AddKeys(names);
                foreach (ConditionMatcher condition in statement.Conditions) condition.AddKeys(names);
                foreach (string name in names)
                {
                    if (ConditionKeys.FindSingle(name) is { } global) globals |= global.Bit;
                    else if (ServiceProfiles.FindDeriver(name) is { } service) services.Add(service);
                }

                names.Clear();
            }
        }

        return new AskedKeys(globals, [.. services]);
    }
}
