using System.Text;
using PolicyEngine.Checks;

namespace PolicyEngine.Tests.Checks;

/// <summary>The text that a fix leaves.</summary>
internal static class FixedText
{
    internal static string Of(Finding finding)
    {
        List<byte> bytes = [.. finding.Source.Utf8];
        foreach (TextEdit edit in finding.Fix!.Edits.OrderByDescending(static edit => edit.Span.Start))
        {
            bytes.RemoveRange(edit.Span.Start, edit.Span.Length);
            bytes.InsertRange(edit.Span.Start, Encoding.UTF8.GetBytes(edit.NewText));
        }

        return Encoding.UTF8.GetString([.. bytes]);
    }
}
