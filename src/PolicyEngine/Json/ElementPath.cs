using System.Globalization;
using System.Text;
using PolicyEngine.Text;

namespace PolicyEngine.Json;

/// <summary>The element that is being read or checked, written out only when a diagnostic needs it.</summary>
internal sealed class ElementPath
{
    private Segment[] segments = new Segment[8];
    private int depth;

    internal void Push(string name)
    {
        ref Segment segment = ref Open();
        segment.Name = name;
        segment.Index = -1;
    }

    internal void Push(int index) => Open().Index = index;

    internal void Pop() => depth--;

    /// <summary>The path, such as <c>Statement[2].Condition.StringEquals</c>; names of the author are cut at 120 characters and hold no control characters.</summary>
    public override string ToString()
    {
        StringBuilder text = new();
        foreach (Segment segment in segments.AsSpan(0, depth))
        {
            if (segment.Index >= 0) text.Append(CultureInfo.InvariantCulture, $"[{segment.Index}]");
            else text.Append(text.Length > 0 ? "." : "").Append(ShownText.Cut(segment.Name, ShownText.MostQuoted));
        }

        return text.ToString();
    }

    /// <summary>A segment to write, which still holds its former content.</summary>
    private ref Segment Open()
    {
        if (depth == segments.Length) Array.Resize(ref segments, 2 * depth);
        return ref segments[depth++];
    }

    private struct Segment
    {
        internal string Name;
        internal int Index;
    }
}
