using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using PolicyEngine.Explanation;

namespace PolicyEngine.Cli.Output;

/// <summary>Writes lines of explanations as a page of HTML. Every text of policies and requests goes through <see cref="Encode"/>.</summary>
internal sealed class HtmlLines
{
    private const string Style = """
        :root{color-scheme:light dark;--page:#fff;--card:#f5f6f8;--line:#d8dce1;--text:#1b1f24;--faint:#5b6570;--good:#0a6b2d;--bad:#b3261e;--doubtful:#7d5200;--link:#0a58a8}
        @media (prefers-color-scheme:dark){:root{--page:#14171a;--card:#1d2126;--line:#353b42;--text:#e4e7ea;--faint:#9aa4af;--good:#63d690;--bad:#ff8f86;--doubtful:#f0bb52;--link:#7db7f5}}
        *{box-sizing:border-box}
        body{margin:0;background:var(--page);color:var(--text);font:16px/1.5 system-ui,-apple-system,"Segoe UI",sans-serif;direction:ltr}
        main{max-width:60rem;margin:0 auto;padding:1.5rem 1rem 3rem}
        h1{font-size:1.35rem;line-height:1.35;margin:1.5rem 0 .75rem;padding:.75rem 1rem;border-left:.35rem solid var(--faint);background:var(--card);border-radius:.25rem;overflow-wrap:anywhere}
        h1.good{border-color:var(--good)}h1.bad{border-color:var(--bad)}h1.doubtful{border-color:var(--doubtful)}
        h1 .id{display:block;font-size:.85rem;font-weight:400;color:var(--faint)}
        h2{font-size:1rem;margin:1.5rem 0 .5rem}
        p{margin:.4rem 0;overflow-wrap:anywhere}
        p.inner{margin-left:1.25rem}
        p.labelled{display:flex;gap:.25rem 1rem;margin:.8rem 0}
        p.labelled>.label{flex:0 0 5.5rem;color:var(--faint)}
        p.labelled>.rest{flex:1 1 0;min-width:0;white-space:normal}
        .whole{white-space:nowrap}h1 .whole,p .whole.long{white-space:normal}
        .rest .whole{display:inline-block;padding:0 .4rem;margin:0 .15rem .2rem 0;border:1px solid var(--line);border-radius:.25rem}
        pre{font:13px/1.45 ui-monospace,SFMono-Regular,Menlo,Consolas,monospace;margin:.75rem 0;padding:.75rem 1rem;background:var(--card);border:1px solid var(--line);border-radius:.25rem;overflow-x:auto;tab-size:4}
        span{unicode-bidi:isolate}
        .good{color:var(--good)}.bad{color:var(--bad)}.doubtful{color:var(--doubtful)}.faint{color:var(--faint)}.strong{font-weight:600}
        h1,h1.good,h1.bad,h1.doubtful{color:var(--text)}
        a{color:var(--link)}
        details{margin:1rem 0;border-top:1px solid var(--line);padding-top:.5rem}
        summary{cursor:pointer;font-weight:600}
        ul{list-style:none;margin:.25rem 0;padding-left:1.1rem;border-left:1px solid var(--line)}
        li{margin:.2rem 0;overflow-wrap:anywhere}
        ul.findings{border:0;padding:0}
        @media (max-width:30rem){main{padding:.75rem .6rem 2rem}p.labelled{display:block}p.labelled>.label{display:block}pre{font-size:12px;padding:.5rem}}
        @media print{main{max-width:none;padding:0}pre{font-size:9pt;white-space:pre-wrap;overflow-wrap:anywhere}h1,pre{break-inside:avoid}a{color:inherit}}
        """;

    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);
    private readonly StringBuilder body = new();
    private string? title;

    /// <summary>Writes the headline of an answer or of a check; the first is the title of the page.</summary>
    internal void WriteHeadline(ExplanationLine line, string? id)
    {
        title ??= line.ToString();
        body.Append("<h1 class=\"").Append(ClassOf(line.Parts.Count > 0 ? line.Parts[0].Role : TextRole.Plain)).Append("\">");
        if (id is not null) body.Append("<span class=\"id\">").Append(Encode(TerminalText.Of(id))).Append("</span>");
        foreach (ExplanationLine.Part part in line.Parts) Append(part);
        body.Append("</h1>\n");
    }

    /// <summary>Writes lines: those whose characters stand under each other as they are, others as paragraphs.</summary>
    internal void Write(IEnumerable<ExplanationLine> lines)
    {
        bool isVerbatim = false;
        foreach (ExplanationLine line in lines)
        {
            if (line.IsVerbatim != isVerbatim) body.Append(line.IsVerbatim ? "<pre>" : "</pre>\n");
            isVerbatim = line.IsVerbatim;
            if (line.Parts.Count == 0) continue;
            if (isVerbatim)
            {
                foreach (ExplanationLine.Part part in line.Parts) Append(part);
                body.Append('\n');
            }
            else
            {
                WriteParagraph(line);
            }
        }

        if (isVerbatim) body.Append("</pre>\n");
    }

    /// <summary>Writes a tree that a reader opens.</summary>
    internal void WriteTree(string name, ExplanationLine root)
    {
        body.Append("<details><summary>").Append(Encode(name)).Append("</summary>\n<ul>");
        foreach (ExplanationLine child in root.Children) WriteItem(child);
        body.Append("</ul>\n</details>\n");
    }

    /// <summary>Writes a list under a heading.</summary>
    internal void WriteList(string name, IEnumerable<ExplanationLine> lines)
    {
        body.Append("<h2>").Append(Encode(name)).Append("</h2>\n<ul class=\"findings\">");
        foreach (ExplanationLine line in lines) WriteItem(line);
        body.Append("</ul>\n");
    }

    /// <summary>Writes a text of several lines that a reader opens.</summary>
    internal void WriteText(string name, string text) =>
        body.Append("<details><summary>").Append(Encode(name)).Append("</summary>\n<pre>").Append(Encode(text)).Append("</pre>\n</details>\n");

    /// <summary>The whole page.</summary>
    internal string Finish() => $"""
        <!DOCTYPE html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
        <title>{Encode(title ?? "")}</title>
        <style>
        {Style}
        </style>
        </head>
        <body>
        <main>
        {body}</main>
        </body>
        </html>

        """.ReplaceLineEndings("\n");

    /// <summary>A text as the content of an element, or the value of an attribute in quotes. Line ends and tabs stay.</summary>
    private static string Encode(string text) => Encoder.Encode(text).Replace("&#xA;", "\n", StringComparison.Ordinal).Replace("&#x9;", "\t", StringComparison.Ordinal);

    private void WriteItem(ExplanationLine line)
    {
        body.Append("<li>");
        foreach (ExplanationLine.Part part in line.Parts) Append(part);
        if (line.Children.Count > 0)
        {
            body.Append("\n<ul>");
            foreach (ExplanationLine child in line.Children) WriteItem(child);
            body.Append("</ul>");
        }

        body.Append("</li>\n");
    }

    /// <summary>A line, or one with a faint label before it.</summary>
    private void WriteParagraph(ExplanationLine line)
    {
        bool isLabelled = line.Parts is [{ Role: TextRole.Faint } first, _, ..] && first.Text.EndsWith("  ", StringComparison.Ordinal);
        string kind = isLabelled ? "labelled" : line.Indent > 2 ? "inner" : "outer";
        body.Append(CultureInfo.InvariantCulture, $"<p class=\"{kind}\">");
        if (isLabelled) body.Append("<span class=\"label\">").Append(Encode(line.Parts[0].Text.TrimEnd())).Append("</span><span class=\"rest\">");
        foreach (ExplanationLine.Part part in line.Parts.Skip(isLabelled ? 1 : 0)) Append(part);
        body.Append(isLabelled ? "</span></p>\n" : "</p>\n");
    }

    private void Append(ExplanationLine.Part part)
    {
        if (part.Rule is { } rule && RuleLinks.Find(rule) is { } address)
        {
            body.Append("<a href=\"").Append(Encode(address.AbsoluteUri)).Append("\">").Append(Encode(part.Text)).Append("</a>");
            return;
        }

        string look = ClassOf(part.Role) + (part.IsWhole ? part.File is null ? " whole" : " whole long" : "");
        if (look == "plain") body.Append(Encode(part.Text));
        else body.Append("<span class=\"").Append(look).Append("\">").Append(Encode(part.Text)).Append("</span>");
    }

    private static string ClassOf(TextRole role) => role switch
    {
        TextRole.Strong => "strong",
        TextRole.Good => "good",
        TextRole.Bad => "bad",
        TextRole.Doubtful => "doubtful",
        TextRole.Faint => "faint",
        _ => "plain",
    };
}
