using System.Collections.Immutable;
using System.Text;

namespace PolicyEngine.Catalogue.Text;

/// <summary>Reads the text form strictly: what is not as the writer would have written it is refused, with its line.</summary>
internal static class CatalogueReader
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Reads a whole text.</summary>
    /// <exception cref="CatalogueFormatException">A line is wrong or out of order.</exception>
    internal static CatalogueContent Read(ReadOnlySpan<byte> bytes)
    {
        string text;
        try
        {
            text = Strict.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            throw new CatalogueFormatException(1, "the text is not UTF-8");
        }

        int start = 0;
        int number = 1;
        CatalogueHead head = ReadHead(text, ref start, ref number);
        ImmutableArray<CatalogueService>.Builder services = ImmutableArray.CreateBuilder<CatalogueService>();
        while (start < text.Length)
        {
            int next = text.IndexOf("\n# ", start, StringComparison.Ordinal);
            int end = next < 0 ? text.Length : next + 1;
            ReadOnlySpan<char> lines = text.AsSpan(start, end - start);
            CatalogueService service = ServiceReader.Read(lines, number);
            bool isInOrder = services is [] || string.CompareOrdinal(services[^1].Prefix, service.Prefix) < 0;
            if (!isInOrder) throw new CatalogueFormatException(number, $"the service '{service.Prefix}' is out of order, or stands twice");
            services.Add(service);
            number += lines.Count('\n');
            start = end;
        }

        return new CatalogueContent(head, services.DrainToImmutable());
    }

    /// <summary>Reads the lines before the first service.</summary>
    internal static CatalogueHead ReadHead(string text, ref int start, ref int number)
    {
        string first = NextLine(text, ref start, number);
        bool isOurs = first.StartsWith(CatalogueHead.Magic, StringComparison.Ordinal);
        if (!isOurs || !CatalogueDate.IsDate(first[CatalogueHead.Magic.Length..])) throw new CatalogueFormatException(number, $"a catalogue begins with '{CatalogueHead.Magic}' and a date such as 2026-09-26");
        ImmutableArray<string> sources = ReadList(text, "! ", ref start, ref number);
        ImmutableArray<string> prefixes = ReadList(text, "~ ", ref start, ref number);
        number++;
        return new CatalogueHead(first[CatalogueHead.Magic.Length..], sources, prefixes);
    }

    private static ImmutableArray<string> ReadList(string text, string mark, ref int start, ref int number)
    {
        ImmutableArray<string>.Builder list = ImmutableArray.CreateBuilder<string>();
        while (text.AsSpan(start).StartsWith(mark, StringComparison.Ordinal))
        {
            number++;
            string item = NextLine(text, ref start, number)[mark.Length..];
            if (Names.FindFault(item) is not null) throw new CatalogueFormatException(number, $"what follows '{mark}' is missing, or holds a character that names do not have");
            if (list is not [] && string.CompareOrdinal(list[^1], item) >= 0) throw new CatalogueFormatException(number, "it is out of order, or stands twice");
            list.Add(item);
        }

        return list.DrainToImmutable();
    }

    private static string NextLine(string text, ref int start, int number)
    {
        int end = text.IndexOf('\n', start);
        if (end < 0) throw new CatalogueFormatException(number, "the line has no end");
        string line = text[start..end];
        start = end + 1;
        return line;
    }
}
