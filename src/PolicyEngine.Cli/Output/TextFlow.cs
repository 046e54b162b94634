using System.Text;
using Spectre.Console;

namespace PolicyEngine.Cli.Output;

/// <summary>Writes text with an indent that every line keeps, however narrow the terminal is.</summary>
internal sealed class TextFlow(IAnsiConsole screen)
{
    /// <summary>The fewest cells that a text gets beside its indent.</summary>
    private const int MinText = 16;

    /// <summary>The cells of a line.</summary>
    internal int Width => screen.Profile.Width;

    /// <summary>The cells that a text takes in a terminal.</summary>
    internal static int CellsOf(string text)
    {
        int cells = 0;
        foreach (Rune rune in text.EnumerateRunes()) cells += DiagnosticFormatter.CellWidth(rune);
        return cells;
    }

    /// <summary>Writes one text: its words in lines, the first after <paramref name="first"/>, all others after as many blanks, or as are given.</summary>
    internal void Write(string first, IEnumerable<Run> runs, int? hanging = null)
    {
        string indent = new(' ', hanging ?? first.Length);
        int room = Math.Max(Width - Math.Max(first.Length, indent.Length), MinText);
        Paragraph line = new Paragraph().Append(first);
        int used = 0;
        foreach ((Run word, string blank) in WordsOf(runs))
        {
            if (used > 0 && used + blank.Length + CellsOf(word.Text) > room) Break();
            string rest = used == 0 ? word.Text : blank + word.Text;
            while (used + CellsOf(rest) > room)
            {
                int fitting = FittingIn(rest, room - used);
                line.Append(rest[..fitting], word.Style, word.Link);
                rest = rest[fitting..];
                Break();
            }

            line.Append(rest, word.Style, word.Link);
            used += CellsOf(rest);
        }

        AnswerView.WriteLine(screen, line);

        void Break()
        {
            AnswerView.WriteLine(screen, line);
            line = new Paragraph().Append(indent);
            used = 0;
        }
    }

    /// <summary>Writes one line whose characters stand under those of another one; what has no room is cut, never broken.</summary>
    internal void WriteVerbatim(int indent, IEnumerable<Run> runs)
    {
        Paragraph line = new Paragraph().Append(new string(' ', indent));
        int room = Math.Max(Width - indent, MinText);
        foreach (Run run in runs)
        {
            bool isCut = CellsOf(run.Text) > room;
            string piece = isCut ? run.Text[..FittingIn(run.Text, room - 1)] + '…' : run.Text;
            line.Append(piece, run.Style, run.Link);
            room -= CellsOf(piece);
            if (isCut || room <= 0) break;
        }

        AnswerView.WriteLine(screen, line);
    }

    /// <summary>The length of the longest beginning of a text that fits in some cells; at least one character.</summary>
    private static int FittingIn(string text, int cells)
    {
        int length = 0;
        foreach (Rune rune in text.EnumerateRunes())
        {
            cells -= DiagnosticFormatter.CellWidth(rune);
            if (cells < 0 && length > 0) break;
            length += rune.Utf16SequenceLength;
        }

        return length;
    }

    /// <summary>The words of all runs, each with the blank before it; a run that begins within a word has none there.</summary>
    private static IEnumerable<(Run Word, string Blank)> WordsOf(IEnumerable<Run> runs)
    {
        string blank = "";
        foreach (Run run in runs)
        {
            foreach ((int place, string word) in (run.IsWhole ? [run.Text] : run.Text.Split(' ')).Index())
            {
                if (place > 0) blank += " ";
                if (word.Length == 0) continue;
                yield return (run with { Text = word }, blank);
                blank = "";
            }
        }
    }

    /// <summary>A piece of text with its look.</summary>
    /// <param name="Text">The text.</param>
    /// <param name="Style">How it looks where the console has colours.</param>
    /// <param name="Link">Where it leads in a terminal that has links.</param>
    /// <param name="IsWhole">True where it is not broken at its spaces.</param>
    internal readonly record struct Run(string Text, Style Style, Link? Link = null, bool IsWhole = false);
}
