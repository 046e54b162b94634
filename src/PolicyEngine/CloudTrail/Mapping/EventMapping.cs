using System.Collections.Immutable;
using PolicyEngine.Facts;

namespace PolicyEngine.CloudTrail.Mapping;

/// <summary>The actions that an event needs.</summary>
internal sealed record EventMapping
{
    private static readonly string[] RequestTypes = ["AwsApiCall", "AwsVpceEvent", "AwsVpceEvents"];

    /// <summary>The name of the event.</summary>
    internal required string Event { get; init; }

    /// <summary>The service prefix of actions.</summary>
    internal required string Prefix { get; init; }

    /// <summary>The actions: all needed when certain, otherwise those that may be.</summary>
    internal ImmutableArray<string> Actions { get; init; } = [];

    /// <summary>True if exactly these actions are needed.</summary>
    internal bool IsCertain { get; init; }

    /// <summary>False for an event that needs no permission.</summary>
    internal bool IsRequest { get; init; } = true;

    /// <summary>The path of the resource in API Gateway.</summary>
    internal string? Path { get; init; }

    internal static EventMapping Of(CloudTrailRecord record, ReconstructionOptions options)
    {
        string name = record.EventName ?? "";
        string source = StripSuffix(record.EventSource ?? "", out bool isKnownSource);
        string prefix = PrefixOf(source, options);
        EventMapping mapping = new() { Event = name, Prefix = prefix };
        string plain = StripVersion(name);
        if ((EventTables.Find(source, name) ?? EventTables.Find(source, plain)) is { } row)
        {
            if (row.Actions == "-") return mapping with { IsRequest = false };
            ImmutableArray<string> actions = EventActions.Choose(row.Actions, record, mapping, out bool isCertain);
            return mapping with { Actions = actions, Path = row.Path, IsCertain = isCertain && actions.All(action => Exists(action, options)) };
        }

        if (prefix == "apigateway") return OfRestApi(mapping);
        string named = $"{prefix}:{plain}";
        ImmutableArray<string> all = EventActions.AddOptional([named], record, mapping);
        return mapping with { Actions = all, IsCertain = isKnownSource && all.All(action => Exists(action, options)) };
    }

    /// <summary>Why a record tells of no request; null when it does. Old records have no type.</summary>
    internal string? WhyNoRequest(CloudTrailRecord record)
    {
        if (string.Equals(record.EventCategory, "Insight", StringComparison.OrdinalIgnoreCase)) return "an event of the category 'Insight' is no call";
        if (record.EventType is { } type && !RequestTypes.Contains(type, StringComparer.OrdinalIgnoreCase)) return $"an event of the type '{type}' is no call that policies decide";
        if (record.EventSource is null || record.EventName is null) return "the record does not tell which service was called, and for what";
        return IsRequest ? null : $"no policy decides about '{record.EventName}' of '{record.EventSource}'";
    }

    /// <summary>Strips the date and version that some services append to names, such as <c>20150331v2</c> or <c>2020_05_31</c>.</summary>
    internal static string StripVersion(string name)
    {
        int end = name.Length;
        int version = end;
        while (version > 0 && char.IsAsciiDigit(name[version - 1])) version--;
        if (version < end && version > 0 && name[version - 1] is 'v' or 'V') end = version - 1;
        int at = end;
        bool isDate = TakeDigits(name, ref at, 2) && TakeDigits(name, ref at, 2) && TakeDigits(name, ref at, 4);
        return isDate && at > 0 ? name[..at] : name;
    }

    /// <summary>Goes back over digits and one underscore before them.</summary>
    private static bool TakeDigits(string name, ref int at, int count)
    {
        for (int i = 0; i < count; i++)
        {
            if (at == 0 || !char.IsAsciiDigit(name[at - 1])) return false;
            at--;
        }

        if (at > 0 && name[at - 1] == '_') at--;
        return true;
    }

    private static string StripSuffix(string source, out bool isKnown)
    {
        foreach (Partition partition in Partition.All)
        {
            int length = source.Length - partition.Suffix.Length - 1;
            isKnown = length > 0 && source[length] == '.' && source.EndsWith(partition.Suffix, StringComparison.OrdinalIgnoreCase);
            if (isKnown) return source[..length].ToLowerInvariant();
        }

        isKnown = false;
        return source.ToLowerInvariant();
    }

    private static string PrefixOf(string source, ReconstructionOptions options)
    {
        if (options.Tables.TryGetActionPrefix(source, out string? prefix)) return prefix;
        return source.StartsWith("chime-sdk-", StringComparison.Ordinal) ? "chime" : source;
    }

    private static bool Exists(string action, ReconstructionOptions options) => options.Actions is null || options.Actions.Contains(action);

    /// <summary>AWS: actions of API Gateway are HTTP methods, and the path of the call is the resource.</summary>
    private static EventMapping OfRestApi(EventMapping mapping)
    {
        foreach ((string verb, string method) in (ReadOnlySpan<(string, string)>)[("Create", "POST"), ("Get", "GET"), ("Update", "PATCH"), ("Delete", "DELETE"), ("Put", "PUT")])
        {
            if (mapping.Event.StartsWith(verb, StringComparison.OrdinalIgnoreCase)) return mapping with { Actions = [$"apigateway:{method}"], IsCertain = true };
        }

        return mapping;
    }
}
