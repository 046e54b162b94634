using System.Globalization;
using System.Text;
using PolicyEngine.Text;

namespace PolicyEngine.Syntax.Parsing;

/// <summary>The element that is being read or checked, written out only when a diagnostic needs it.</summary>
internal sealed class ElementPath
{
    private readonly List<(string Name, int Index)> segments = new(8);

    internal void Push(string name) => segments.Add((name, -1));

    internal void Push(int index) => segments.Add(("", index));

    /// <summary>Enters an item of a list; a single value that stands without an array has no index.</summary>
    internal void PushItem<T>(SyntaxList<T> list, int index)
    {
        if (!list.IsSingle) Push(index);
    }

    /// <summary>Leaves what <see cref="PushItem{T}"/> entered.</summary>
    internal void PopItem<T>(SyntaxList<T> list)
    {
        if (!list.IsSingle) Pop();
    }

    internal void Pop() => segments.RemoveAt(segments.Count - 1);

    /// <summary>The path, such as <c>Statement[2].Condition.StringEquals</c>; names of the author are cut at 120 characters and hold no control characters.</summary>
    public override string ToString()
    {
        StringBuilder text = new();
        foreach ((string name, int index) in segments)
        {
            if (index >= 0) text.Append(CultureInfo.InvariantCulture, $"[{index}]");
            else text.Append(text.Length > 0 ? "." : "").Append(ShownText.Of(name));
        }

        return text.ToString();
    }
}
