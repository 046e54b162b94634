using System.Text.Json;
using PolicyEngine.Catalogue.Text;

namespace PolicyEngine.Catalogue.Sources;

/// <summary>A value of a source, which knows its file and its place, so that a fault can be told with both.</summary>
internal readonly struct SourceElement(string file, string path, JsonElement element)
{
    /// <summary>What a place shows of a name that somebody wrote.</summary>
    private const int ShownLength = 80;

    internal bool IsArray => element.ValueKind == JsonValueKind.Array;

    /// <summary>The members of an object; a name that stands twice is a fault.</summary>
    internal IEnumerable<(string Name, SourceElement Value)> Members()
    {
        if (element.ValueKind != JsonValueKind.Object) throw Fault("it is no object");
        HashSet<string> seen = new(StringComparer.Ordinal);
        List<(string Name, SourceElement Value)> members = [];
        foreach (JsonProperty member in element.EnumerateObject())
        {
            SourceElement value = new(file, PathTo(NameOf(member)), member.Value);
            if (!seen.Add(member.Name)) throw value.Fault("it stands twice");
            members.Add((member.Name, value));
        }

        return members;
    }

    /// <summary>A member; a fault where there is none.</summary>
    internal SourceElement Member(string name) => Find(name) ?? throw new CatalogueSourceException(file, PathTo(name), "it is missing");

    /// <summary>A member; null where there is none, or where it is null.</summary>
    internal SourceElement? Find(string name)
    {
        SourceElement? found = null;
        foreach ((string own, SourceElement value) in Members())
        {
            if (own == name && value.Kind != JsonValueKind.Null) found = value;
        }

        return found;
    }

    /// <summary>The items of an array.</summary>
    internal IEnumerable<SourceElement> Items()
    {
        if (!IsArray) throw Fault("it is no array");
        List<SourceElement> items = [];
        foreach (JsonElement item in element.EnumerateArray()) items.Add(new SourceElement(file, $"{path}[{items.Count}]", item));
        return items;
    }

    /// <summary>The items of an array; none where the member is absent or null.</summary>
    internal IEnumerable<SourceElement> ItemsOf(string name) => Find(name)?.Items() ?? [];

    internal bool Flag(string name) => Find(name) is { } flag && flag.Kind switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => throw flag.Fault("it is neither true nor false"),
    };

    /// <summary>A text; one that holds half a character is a fault.</summary>
    internal string Text()
    {
        if (element.ValueKind != JsonValueKind.String) throw Fault("it is no text");
        try
        {
            return element.GetString()!;
        }
        catch (InvalidOperationException)
        {
            throw Fault("it holds half a character");
        }
    }

    /// <summary>A text that can be a name in the catalogue.</summary>
    internal string Name(Func<string, string> normalize)
    {
        string text = normalize(Text());
        return Names.FindFault(text) is { } fault ? throw Fault($"the name is wrong: {fault}") : text;
    }

    internal string Name() => Name(static text => text);

    /// <summary>A condition key with its placeholders as wildcards.</summary>
    internal string Key()
    {
        string text = Name(Placeholders.InKey);
        return Names.IsKey(text) ? text : throw Fault("it is no condition key, which has a prefix, a colon and a name");
    }

    internal CatalogueSourceException Fault(string fault) => new(file, path, fault);

    private JsonValueKind Kind => element.ValueKind;

    private string PathTo(string name)
    {
        string shown = name.Length > ShownLength ? $"{name[..ShownLength]}…" : name;
        return path.Length == 0 ? shown : $"{path}.{shown}";
    }

    private string NameOf(JsonProperty member)
    {
        try
        {
            return member.Name;
        }
        catch (InvalidOperationException)
        {
            throw Fault("the name of a member holds half a character");
        }
    }
}
