using System.Globalization;

namespace PolicyEngine.Benchmarks.Summary;

/// <summary>One goal: a ratio or figure, the bar that it must reach, and the target.</summary>
/// <param name="Title">What is measured.</param>
/// <param name="Must">The bar.</param>
/// <param name="Aim">The target.</param>
/// <param name="Value">The measured value; null when it was not measured.</param>
/// <param name="Unit">The unit; empty for ratios.</param>
/// <param name="IsAtLeast">True where more is better.</param>
internal sealed record Goal(string Title, double Must, double Aim, double? Value, string Unit = "", bool IsAtLeast = false)
{
    private string Verdict => Value switch
    {
        null => "not measured",
        { } value when Reaches(value, Aim) => "aim",
        { } value when Reaches(value, Must) => "must",
        _ => "**missed**",
    };

    internal string ToRow() => $"| {Title} | {Show(Value)} | {Bound(Must)} | {Bound(Aim)} | {Verdict} |";

    private bool Reaches(double value, double bound) => IsAtLeast ? value >= bound : value <= bound;

    private string Bound(double bound) => (IsAtLeast ? "≥ " : "≤ ") + Show(bound);

    private string Show(double? value) => value is { } number ? number.ToString(Math.Abs(number) >= 100 ? "N0" : "0.##", CultureInfo.InvariantCulture) + Unit : "–";
}
