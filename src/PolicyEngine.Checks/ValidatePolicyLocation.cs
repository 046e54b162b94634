using System.Collections.Immutable;
using System.Globalization;

namespace PolicyEngine.Checks;

/// <summary>A place of a finding as AWS's ValidatePolicy tells it.</summary>
/// <remarks>Immutable. AWS: <see href="https://docs.aws.amazon.com/access-analyzer/latest/APIReference/API_Location.html">Location</see>.</remarks>
public sealed class ValidatePolicyLocation
{
    private const string Condition = "Condition";

    internal ValidatePolicyLocation(string path, TextSpan span, PolicyText source)
    {
        Path = Split(path);
        Span = span;
        Start = source.GetPosition(span.Start);
        End = source.GetPosition(span.End);
    }

    /// <summary>The steps from the document to the element; empty for the document.</summary>
    public ImmutableArray<ValidatePolicyPathElement> Path { get; }

    /// <summary>The bytes meant: AWS's offsets, from 0.</summary>
    public TextSpan Span { get; }

    /// <summary>Where it begins, 1-based; AWS counts columns from 0.</summary>
    public LinePosition Start { get; }

    /// <summary>Where it ends, 1-based; AWS counts columns from 0.</summary>
    public LinePosition End { get; }

    /// <summary>The steps and the bytes.</summary>
    /// <returns>Such as <c>Statement 0 Action 80..92</c>.</returns>
    public override string ToString() => string.Join(' ', [.. Path.Select(static step => step.Value ?? step.Index?.ToString(CultureInfo.InvariantCulture) ?? ""), Span.ToString()]);

    /// <summary>Condition keys may hold dots and brackets; what is behind the operator is one key, with the place of the value behind it.</summary>
    private static ImmutableArray<ValidatePolicyPathElement> Split(string path)
    {
        List<ValidatePolicyPathElement> steps = [];
        ReadOnlySpan<char> rest = path;
        while (rest.Length > 0)
        {
            bool isKey = steps.Count > 1 && steps[^2].Value == Condition;
            int end = isKey ? -1 : rest.IndexOf('.');
            ReadOnlySpan<char> step = end < 0 ? rest : rest[..end];
            rest = end < 0 ? default : rest[(end + 1)..];
            int open = step.EndsWith("]") ? step.LastIndexOf('[') : -1;
            bool isPlace = int.TryParse(open < 0 ? default : step[(open + 1)..^1], NumberStyles.None, CultureInfo.InvariantCulture, out int place);
            steps.Add(new ValidatePolicyPathElement((isPlace ? step[..open] : step).ToString(), null));
            if (isPlace) steps.Add(new ValidatePolicyPathElement(null, place));
        }

        return [.. steps];
    }
}
