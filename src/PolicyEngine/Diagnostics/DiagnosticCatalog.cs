using System.Collections.Immutable;
using PolicyEngine.Diagnostics;

namespace PolicyEngine;

/// <summary>Every kind of finding that the library can report; advice is that of the package PolicyEngine.Checks.</summary>
public static class DiagnosticCatalog
{
    /// <summary>All descriptors, by id.</summary>
    public static ImmutableArray<DiagnosticDescriptor> All { get; } =
        [.. Descriptors.Json.Concat(Descriptors.Grammar).Concat(Descriptors.Binding).Concat(Descriptors.Evaluation).Concat(Descriptors.Endpoints).Concat(Descriptors.CloudTrail)
            .Concat(Descriptors.Facts).OrderBy(static d => d.Id, StringComparer.Ordinal)];
}
