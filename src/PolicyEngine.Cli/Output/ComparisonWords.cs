using PolicyEngine.Cli.Running;

namespace PolicyEngine.Cli.Output;

/// <summary>The names of changes.</summary>
internal static class ComparisonWords
{
    /// <summary>The name for programs.</summary>
    internal static string NameOf(ComparisonKind kind) => kind switch
    {
        ComparisonKind.NewlyDenied => "newlyDenied",
        ComparisonKind.NewlyAllowed => "newlyAllowed",
        ComparisonKind.OtherDenial => "otherDenial",
        ComparisonKind.OtherCertainty => "otherCertainty",
        ComparisonKind.Fault => "bad",
        _ => "unchanged",
    };

    /// <summary>The name for people.</summary>
    internal static string Of(ComparisonKind kind) => kind switch
    {
        ComparisonKind.NewlyDenied => "newly denied",
        ComparisonKind.NewlyAllowed => "newly allowed",
        ComparisonKind.OtherDenial => "denied otherwise",
        ComparisonKind.OtherCertainty => "certain otherwise",
        ComparisonKind.Fault => "bad",
        _ => "unchanged",
    };
}
