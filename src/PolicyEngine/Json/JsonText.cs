using System.Globalization;
using System.Text;

namespace PolicyEngine.Json;

/// <summary>Builds JSON text with the escapes that policies need: no more than must be, and all beyond U+00FF.</summary>
internal sealed class JsonText(bool indented)
{
    private readonly StringBuilder text = new();
    private int depth;
    private bool needsComma;
    private bool followsName;

    internal void Open(char bracket)
    {
        Separate();
        text.Append(bracket);
        depth++;
        needsComma = false;
    }

    internal void Close(char bracket)
    {
        depth--;
        if (needsComma) NewLine();
        text.Append(bracket);
        needsComma = true;
    }

    internal void Name(string name)
    {
        Separate();
        Quote(name);
        text.Append(indented ? ": " : ":");
        followsName = true;
    }

    internal void Text(string value)
    {
        Separate();
        Quote(value);
        needsComma = true;
    }

    /// <summary>A number, <c>true</c> or <c>false</c>.</summary>
    internal void Token(string value)
    {
        Separate();
        text.Append(value);
        needsComma = true;
    }

    internal void Member(string name, string value)
    {
        Name(name);
        Text(value);
    }

    public override string ToString() => text.ToString();

    private void Separate()
    {
        if (!followsName)
        {
            if (needsComma) text.Append(',');
            if (depth > 0) NewLine();
        }

        followsName = false;
    }

    private void NewLine()
    {
        if (indented) text.Append('\n').Append(' ', 2 * depth);
    }

    private void Quote(string value)
    {
        text.Append('"');
        foreach (char c in value)
        {
            switch (c)
            {
                case '"' or '\\':
                    text.Append('\\').Append(c);
                    break;
                case '\n':
                    text.Append("\\n");
                    break;
                case '\r':
                    text.Append("\\r");
                    break;
                case '\t':
                    text.Append("\\t");
                    break;
                case < ' ' or (>= '\x7F' and <= '\xA0') or > '\xFF':
                    text.Append("\\u").Append(((int)c).ToString("x4", CultureInfo.InvariantCulture));
                    break;
                default:
                    text.Append(c);
                    break;
            }
        }

        text.Append('"');
    }
}
