using System.Collections.Immutable;

namespace PolicyEngine.Checks;

/// <summary>What a finding of a check has beside the message.</summary>
internal readonly record struct FindingDetail
{
    /// <summary>Nothing beside the message. Named, for a bare default can be taken for a severity.</summary>
    internal static FindingDetail None => default;

    /// <summary>The issue code of AWS; null for a finding that AWS's validation does not have.</summary>
    internal string? Code { get; init; }

    /// <summary>What to do; null for the help of the kind of finding.</summary>
    internal string? Help { get; init; }

    internal FindingFix? Fix { get; init; }

    /// <summary>Other places; null for none.</summary>
    internal RelatedPlace[]? Related { get; init; }

    /// <summary>Nothing but a code.</summary>
    public static implicit operator FindingDetail(string? code) => new() { Code = code };

    internal ImmutableArray<RelatedPlace> RelatedPlaces => Related is null ? [] : [.. Related];
}
