using System.Text;

namespace PolicyEngine.Syntax.Building;

/// <summary>The text of an interpolated pattern while the compiler fills it; it is closed by the first look at it.</summary>
internal sealed class PatternParts(int capacity)
{
    private readonly StringBuilder parts = new(capacity);
    private string? text;

    internal void AppendPattern(string pattern) => Open().Append(pattern);

    internal void AppendData(string data)
    {
        StringBuilder open = Open();

        // A dollar sign of the pattern and a brace of the data must not make a variable.
        if (data[0] == '{' && open.Length > 0 && open[^1] == '$') open.Append("{$}");
        foreach (char c in data)
        {
            if (c is '*' or '?' or '$') open.Append("${").Append(c).Append('}');
            else open.Append(c);
        }
    }

    /// <summary>The whole text, which no longer changes.</summary>
    public override string ToString() => text ??= parts.ToString();

    private StringBuilder Open() => text is null ? parts : throw new InvalidOperationException("The pattern is complete.");
}
