using System.Collections.Immutable;

namespace PolicyEngine.Catalogue.Text;

/// <summary>Reads the lines of one service.</summary>
/// <remarks>Lists of keys are the same for many actions of a service, and are made once.</remarks>
internal ref struct ServiceReader
{
    private readonly Dictionary<string, ImmutableArray<string>> lists = new(StringComparer.Ordinal);
    private readonly List<CatalogueKey> keys = [];
    private readonly List<CatalogueResourceType> types = [];
    private readonly List<CatalogueAction> actions = [];
    private readonly List<CatalogueOperation> operations = [];
    private readonly List<RetiredName> retired = [];
    private ReadOnlySpan<char> text;
    private ReadOnlySpan<char> line;
    private int number;
    private string prefix = "";

    private ServiceReader(ReadOnlySpan<char> text, int number)
    {
        this.text = text;
        this.number = number;
    }

    /// <summary>Reads a service; the text begins with its line <c>#</c> and ends with its last one.</summary>
    /// <param name="text">The lines, each with its end.</param>
    /// <param name="number">The number of the first line.</param>
    /// <exception cref="CatalogueFormatException">A line is wrong or out of order.</exception>
    internal static CatalogueService Read(ReadOnlySpan<char> text, int number = 1) => new ServiceReader(text, number - 1).Read();

    private CatalogueService Read()
    {
        NextLine();
        ReadOnlySpan<char> title = line;
        Expect(title.StartsWith("# "), "a service begins with '# '");
        line = title[2..];
        ReadOnlySpan<char> own = Word();
        Expect(Names.IsPrefix(own), "the prefix of the service holds characters that prefixes do not have");
        prefix = own.ToString();
        string name = line.ToString();
        Expect(name.Length > 0 && name.Trim().Length == name.Length && !name.Any(char.IsControl), "the service has no name");
        int order = -1;
        ReadOnlySpan<char> before = [];
        while (!text.IsEmpty)
        {
            NextLine();
            ReadOnlySpan<char> whole = line;
            int kind = whole.Length > 2 && whole[1] == ' ' ? KindOrder.Of(whole[0]) : -1;
            Expect(kind >= 0 && whole[0] != 's', "it begins with none of '# ', 'k ', 'r ', 'a ', 'o ' and 'x '");
            line = whole[2..];
            if (kind == order) Expect(IsInOrder(whole[0], before, line), "it is out of order, or its name stands twice");
            else Expect(kind > order, "it is out of order: kinds follow each other as k, r, a, o, x");
            order = kind;
            before = line;
            ReadLine(whole[0]);
            Expect(line.IsEmpty, "something follows its last part");
        }

        return new CatalogueService(prefix, name, keys, types, actions, operations, retired);
    }

    private void ReadLine(char kind)
    {
        switch (kind)
        {
            case 'k':
                string key = Names.ReadKey(prefix, Word());
                Expect(Names.IsKey(key), "it names no condition key");
                (CatalogueKeyType, bool)? type = Letters.TypeOf(Word());
                Expect(type is not null, "a letter for the type follows the key: one of s S a A b B n N d D i I y Y ?");
                keys.Add(new CatalogueKey(key, type!.Value.Item1, type.Value.Item2));
                break;
            case 'r':
                ReadType();
                break;
            case 'a':
                ReadAction();
                break;
            case 'o':
                string operation = Simple("operation");
                operations.Add(new CatalogueOperation(operation, ReadActions()));
                break;
            default:
                ReadRetired();
                break;
        }
    }

    private void ReadType()
    {
        string name = Name("type");
        ReadOnlySpan<char> fields = Word();
        int first = fields.IndexOf(',');
        int last = fields.LastIndexOf(',');
        Expect(first > 0 && last > first && !fields[(first + 1)..last].Contains(','), "service, Region and account of the ARN follow the type, with two commas");
        string part = Names.ReadBlanks(Word());
        Expect(Names.FindFault(part) is null, "the resource part of the ARN is missing, or holds a character that names do not have");
        ReadOnlySpan<char> service = fields[..first];
        ReadOnlySpan<char> region = fields[(first + 1)..last];
        ReadOnlySpan<char> account = fields[(last + 1)..];
        Expect(IsField(service) && IsField(region) && IsField(account), "service, Region or account of the ARN holds a character that those do not have");
        ArnFormat format = new(
            service is "=" ? prefix : service.ToString(), region is "r" ? ArnFormat.AnyRegion : region.ToString(), account is "a" ? ArnFormat.AnyAccount : account.ToString(), part);
        ImmutableArray<string> own = line is ['[', ..] ? Keys(Word()) : [];
        if (types is [.., { } known] && known.Name == name)
        {
            Expect(own.IsEmpty, "the keys of a type stand in its first line");
            types[^1] = new CatalogueResourceType(prefix, name, known.Formats.Add(format), known.Keys);
        }
        else
        {
            types.Add(new CatalogueResourceType(prefix, name, [format], own));
        }
    }

    private void ReadAction()
    {
        string name = Simple("action");
        AccessLevel? level = Letters.LevelOf(Word());
        Expect(level is not null, "a letter for the level follows the action: one of L R W T P ?");
        ImmutableArray<ActionResourceType>.Builder worksOn = ImmutableArray.CreateBuilder<ActionResourceType>();
        ImmutableArray<string> own = [];
        ImmutableArray<string> dependents = [];
        while (!line.IsEmpty)
        {
            ReadOnlySpan<char> word = Word();
            if (word is ">")
            {
                dependents = ReadActions();
                Expect(!dependents.IsEmpty, "no action follows '>'");
                break;
            }

            Expect(own.IsEmpty, "something other than '>' follows the keys of the action");
            int bracket = word.IndexOf('[');
            if (bracket == 0)
            {
                own = Keys(word);
                continue;
            }

            ImmutableArray<string> keysOfType = bracket < 0 ? [] : Keys(word[bracket..]);
            if (bracket > 0) word = word[..bracket];
            bool isRequired = word[^1] == '!';
            string type = Names.ReadBlanks(isRequired ? word[..^1] : word);
            Expect(Names.FindFault(type) is null, "the name of a type holds a character that names do not have");
            worksOn.Add(new ActionResourceType(type, isRequired, keysOfType));
        }

        actions.Add(new CatalogueAction(prefix, name, level!.Value, worksOn.DrainToImmutable(), own, dependents));
    }

    private void ReadRetired()
    {
        ReadOnlySpan<char> kind = Word();
        Expect(kind is "k" or "r" or "a" or "s", "k, r, a or s follows x");
        ReadOnlySpan<char> written = Word();
        string name = kind is "k" ? Names.ReadKey(prefix, written) : Names.ReadBlanks(written);
        Expect(Names.FindFault(name) is null, "the name is missing, or holds a character that names do not have");
        string date = Word().ToString();
        Expect(CatalogueDate.IsDate(date), "a date such as 2026-09-26 follows the name");
        retired.Add(new RetiredName(kind[0], name, date));
    }

    private ImmutableArray<string> ReadActions()
    {
        ImmutableArray<string>.Builder all = ImmutableArray.CreateBuilder<string>();
        while (!line.IsEmpty)
        {
            string action = Names.ReadAction(prefix, Word());
            int colon = action.IndexOf(':', StringComparison.Ordinal);
            Expect(Names.IsPrefix(action.AsSpan(0, colon)) && Names.IsSimple(action.AsSpan(colon + 1)), "it names something that is no action");
            all.Add(action);
        }

        return all.DrainToImmutable();
    }

    private ImmutableArray<string> Keys(ReadOnlySpan<char> text)
    {
        Dictionary<string, ImmutableArray<string>>.AlternateLookup<ReadOnlySpan<char>> known = lists.GetAlternateLookup<ReadOnlySpan<char>>();
        if (known.TryGetValue(text, out ImmutableArray<string> list)) return list;
        Expect(text.Length > 2 && text[^1] == ']', "a list of keys does not end with ']'");
        ReadOnlySpan<char> inner = text[1..^1];
        ImmutableArray<string>.Builder all = ImmutableArray.CreateBuilder<string>();
        foreach (Range range in inner.Split(','))
        {
            string key = Names.ReadKey(prefix, inner[range]);
            Expect(Names.IsKey(key), "a list of keys names something that is no key");
            all.Add(key);
        }

        list = all.DrainToImmutable();
        lists.Add(text.ToString(), list);
        return list;
    }

    private string Name(string what)
    {
        string name = Names.ReadBlanks(Word());
        if (Names.FindFault(name) is { } fault) throw Fault($"the name of the {what} is wrong: {fault}");
        return name;
    }

    private string Simple(string what)
    {
        ReadOnlySpan<char> name = Word();
        if (!Names.IsSimple(name)) throw Fault($"the name of the {what} is missing, or holds a character that such names do not have");
        return name.ToString();
    }

    /// <summary>What stands before the next blank, which is passed over.</summary>
    private ReadOnlySpan<char> Word()
    {
        int blank = line.IndexOf(' ');
        Expect(blank != 0, "two blanks follow each other");
        ReadOnlySpan<char> word = blank < 0 ? line : line[..blank];
        Expect(blank < 0 || blank < line.Length - 1, "a blank stands at its end");
        line = blank < 0 ? [] : line[(blank + 1)..];
        return word;
    }

    private void NextLine()
    {
        number++;
        int end = text.IndexOf('\n');
        Expect(end >= 0, "the last line has no end");
        line = text[..end];
        text = text[(end + 1)..];
    }

    private static bool IsField(ReadOnlySpan<char> text) => text.IsEmpty || (Names.FindFault(text) is null && !text.Contains(':'));

    /// <summary>Names rise; a type may have several lines, which rise as a whole.</summary>
    private static bool IsInOrder(char kind, ReadOnlySpan<char> before, ReadOnlySpan<char> line)
    {
        if (kind == 'x')
        {
            int kinds = KindOrder.Of(before[0]).CompareTo(KindOrder.Of(line[0]));
            return kinds != 0 ? kinds < 0 : NameIn(before[Math.Min(2, before.Length)..]).CompareTo(NameIn(line[Math.Min(2, line.Length)..]), StringComparison.OrdinalIgnoreCase) < 0;
        }

        int order = NameIn(before).CompareTo(NameIn(line), StringComparison.OrdinalIgnoreCase);
        if (order != 0 || kind != 'r') return order < 0;
        return NameIn(before).SequenceEqual(NameIn(line)) && WithoutKeys(before).SequenceCompareTo(WithoutKeys(line)) < 0;
    }

    private static ReadOnlySpan<char> NameIn(ReadOnlySpan<char> line) => line.IndexOf(' ') is >= 0 and int blank ? line[..blank] : line;

    private static ReadOnlySpan<char> WithoutKeys(ReadOnlySpan<char> line) => line.IndexOf(" [") is >= 0 and int keys ? line[..keys] : line;

    private readonly void Expect(bool condition, string fault)
    {
        if (!condition) throw Fault(fault);
    }

    private readonly CatalogueFormatException Fault(string fault) => new(number, fault);
}
