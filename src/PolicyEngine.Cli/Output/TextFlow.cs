using Spectre.Console;

namespace PolicyEngine.Cli.Output;

/// <summary>Writes text with an indent that every line keeps, however narrow the terminal is.</summary>
internal sealed class TextFlow(IAnsiConsole screen)
{
    /// <summary>The fewest cells that a text gets beside its indent.</summary>
    private const int MinText = 16;

    /// <summary>The cells of a line.</summary>
    internal int Width => screen.Profile.Width;

    /// <summary>Writes one text: its words in lines, the first after <paramref name="first"/>, all others after as many blanks.</summary>
    internal void Write(string first, IEnumerable<TextRun> runs)
    {
        string indent = new(' ', first.Length);
        int room = Math.Max(Width - first.Length, MinText);
        Paragraph line = new Paragraph().Append(first);
        int used = 0;
        foreach ((TextRun word, string blank) in WordsOf(runs))
        {
            if (used > 0 && used + blank.Length + word.Text.Length > room) Break();
            string rest = used == 0 ? word.Text : blank + word.Text;
            for (; used + rest.Length > room; rest = rest[room..])
            {
                line.Append(rest[..room], word.Style, word.Link);
                Break();
            }

            line.Append(rest, word.Style, word.Link);
            used += rest.Length;
        }

        AnswerView.WriteLine(screen, line);

        void Break()
        {
            AnswerView.WriteLine(screen, line);
            line = new Paragraph().Append(indent);
            used = 0;
        }
    }

    /// <summary>The words of all runs, each with the blank before it; a run that begins within a word has none there.</summary>
    private static IEnumerable<(TextRun Word, string Blank)> WordsOf(IEnumerable<TextRun> runs)
    {
        string blank = "";
        foreach (TextRun run in runs)
        {
            foreach ((int place, string word) in run.Text.Split(' ').Index())
            {
                if (place > 0) blank = " ";
                if (word.Length == 0) continue;
                yield return (run with { Text = word }, blank);
                blank = "";
            }
        }
    }
}

/// <summary>A piece of text with its look.</summary>
/// <param name="Text">The text.</param>
/// <param name="Style">How it looks where the console has colours.</param>
/// <param name="Link">Where it leads in a terminal that has links.</param>
internal readonly record struct TextRun(string Text, Style Style, Link? Link = null);
