using System.Collections.Immutable;
using PolicyEngine.Catalogue.Embedded;
using PolicyEngine.Catalogue.Text;
using PolicyEngine.Language;

namespace PolicyEngine.Catalogue;

/// <summary>The services of AWS with their actions, resource types, condition keys and operations, as of a date.</summary>
/// <remarks>Immutable and safe for concurrent use. Letter case of names is ignored. A service is read when it is first asked for, which takes some
/// milliseconds at most; later look-ups allocate nothing. What the catalogue lacks may exist all the same: services add actions every week.
/// AWS page: <see href="https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html">Actions, resources, and condition keys for AWS services</see>.</remarks>
public sealed partial class ServiceCatalogue
{
    private const string Resource = "PolicyEngine.Catalogue";
    private const char Colon = ':';
    private static readonly Lazy<ServiceCatalogue> BuiltIn = new(ReadBuiltIn);
    private readonly CatalogueHead head;
    private readonly CatalogueIndex index;
    private readonly PackedCatalogue? packed;
    private readonly CatalogueService?[] services;
    private readonly ImmutableArray<string> allPrefixes;
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> places;
    private readonly Dictionary<string, ImmutableArray<string>>.AlternateLookup<ReadOnlySpan<char>> arnFields;
    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> otherPrefixes;

    private ServiceCatalogue(CatalogueHead head, CatalogueIndex index, ImmutableArray<(string Prefix, bool IsRetired)> all, CatalogueService?[] services, PackedCatalogue? packed)
    {
        this.head = head;
        this.index = index;
        this.services = services;
        this.packed = packed;
        allPrefixes = [.. all.Select(static service => service.Prefix)];
        Prefixes = [.. all.Where(static service => !service.IsRetired).Select(static service => service.Prefix)];
        Dictionary<string, int> numbers = new(all.Length, StringComparer.OrdinalIgnoreCase);
        foreach ((int place, string prefix) in allPrefixes.Index()) numbers.Add(prefix, place);
        places = numbers.GetAlternateLookup<ReadOnlySpan<char>>();
        arnFields = index.ArnFields.GetAlternateLookup<ReadOnlySpan<char>>();
        otherPrefixes = head.OtherPrefixes.ToHashSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>The catalogue that comes with the library.</summary>
    public static ServiceCatalogue Default => BuiltIn.Value;

    /// <summary>The day that the catalogue tells of, such as <c>2026-09-26</c>; empty for a list of names, which tells none.</summary>
    public string AsOf => head.AsOf;

    /// <summary>Where its facts come from, each with its version.</summary>
    public ImmutableArray<string> Sources => head.Sources;

    /// <summary>The prefixes of the services, in ordinal order.</summary>
    public ImmutableArray<string> Prefixes { get; }

    /// <summary>The services, in the order of their prefixes. Reads those that were not read yet.</summary>
    public IEnumerable<CatalogueService> Services => Prefixes.Select(FindService).OfType<CatalogueService>();

    /// <summary>Reads a catalogue in its text form, which <c>policyengine catalogue update</c> writes.</summary>
    /// <param name="stream">The text, UTF-8; it is read to its end and stays open.</param>
    /// <returns>The catalogue.</returns>
    /// <exception cref="FormatException">The text is no catalogue, or a line of it is wrong or out of order; the message names the line.</exception>
    public static ServiceCatalogue Read(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        using MemoryStream bytes = new();
        stream.CopyTo(bytes);
        return Of(CatalogueReader.Read(bytes.GetBuffer().AsSpan(0, (int)bytes.Length)));
    }

    /// <summary>Finds a service.</summary>
    /// <param name="prefix">The prefix of its actions, such as <c>s3</c>.</param>
    /// <returns>The service; null where the catalogue has none.</returns>
    public CatalogueService? FindService(string prefix)
    {
        ArgumentNullException.ThrowIfNull(prefix);
        return FindService(prefix.AsSpan());
    }

    /// <summary>Finds an action.</summary>
    /// <param name="action">The action, such as <c>s3:GetObject</c>, without wildcards.</param>
    /// <returns>The action; null where the catalogue has none.</returns>
    public CatalogueAction? FindAction(string action)
    {
        ArgumentNullException.ThrowIfNull(action);
        int colon = action.IndexOf(Colon, StringComparison.Ordinal);
        return colon < 0 ? null : FindService(action.AsSpan(0, colon))?.FindAction(action.AsSpan(colon + 1));
    }

    /// <summary>Finds a condition key, which any service may list.</summary>
    /// <param name="key">The key, such as <c>s3:prefix</c> or <c>aws:ResourceTag/team</c>.</param>
    /// <returns>The key, or the family that it is in; null where no service lists it. Global keys that no service lists are facts of the core library.</returns>
    public CatalogueKey? FindKey(string key)
    {
        ArgumentNullException.ThrowIfNull(key);
        int colon = key.IndexOf(Colon, StringComparison.Ordinal);
        if (colon < 0) return null;
        return FindService(key.AsSpan(0, colon))?.FindKey(key) ?? CatalogueKeys.Find(index.Keys, index.Families, key);
    }

    /// <summary>True where a prefix of condition keys is known to be no service's: of an identity provider, for instance.</summary>
    /// <param name="prefix">What stands before the first colon of a key.</param>
    /// <returns>True for a listed prefix, and for every text with a dot or slash.</returns>
    public bool IsOtherPrefix(string prefix)
    {
        ArgumentNullException.ThrowIfNull(prefix);
        return prefix.AsSpan().ContainsAny('.', '/') || otherPrefixes.Contains(prefix);
    }

    /// <summary>True where an earlier catalogue had a name and this one lacks it.</summary>
    /// <param name="name">A prefix, or an action, condition key or resource type after its prefix and a colon.</param>
    /// <returns>True where it has a tombstone; false for what was never there.</returns>
    public bool IsRetired(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        int colon = name.IndexOf(Colon, StringComparison.Ordinal);
        if (!places.TryGetValue(colon < 0 ? name : name.AsSpan(0, colon), out int place)) return false;
        foreach (RetiredName retired in Load(place).Retired)
        {
            ReadOnlySpan<char> sought = colon < 0 || retired.Kind == 'k' ? name : name.AsSpan(colon + 1);
            if ((retired.Kind == 's') == (colon < 0) && sought.Equals(retired.Name, StringComparison.OrdinalIgnoreCase)) return true;
        }

        return false;
    }

    /// <summary>What the catalogue is.</summary>
    /// <returns>Such as <c>catalogue of 2026-09-26 with 456 services</c>.</returns>
    public override string ToString() => $"catalogue of {AsOf} with {Prefixes.Length} services";

    /// <summary>The catalogue with a content that is known already.</summary>
    internal static ServiceCatalogue Of(CatalogueContent content) => new(
        content.Head, CatalogueIndex.Of(content.Services), [.. content.Services.Select(static service => (service.Prefix, service.IsRetired))], [.. content.Services], packed: null);

    /// <summary>A catalogue that knows names of actions alone; null where a text is no action, or one without a name that the catalogue could hold.</summary>
    internal static ServiceCatalogue? TryOfActions(IReadOnlyCollection<string> actions)
    {
        if (!actions.All(static action => action.IndexOf(Colon, StringComparison.Ordinal) is > 0 and int colon && Names.IsPrefix(action[..colon].ToLowerInvariant()) && Names.IsSimple(action.AsSpan(colon + 1)))) return null;
        return Of(new CatalogueContent(
            new CatalogueHead("", [], []),
            [
                .. actions.GroupBy(static action => action[..action.IndexOf(Colon, StringComparison.Ordinal)].ToLowerInvariant(), static action => action[(action.IndexOf(Colon, StringComparison.Ordinal) + 1)..], StringComparer.Ordinal)
                    .OrderBy(static group => group.Key, StringComparer.Ordinal).Select(static group => new CatalogueService(
                        group.Key, group.Key, [], [], group.Distinct(StringComparer.OrdinalIgnoreCase).Select(name => new CatalogueAction(group.Key, name, AccessLevel.Unknown, [], [], [])), [], [])),
            ]));
    }

    /// <summary>All that the catalogue holds, tombstones and retired services too.</summary>
    internal CatalogueContent ToContent() => new(head, [.. Enumerable.Range(0, services.Length).Select(Load)]);

    internal static ServiceCatalogue ReadBuiltIn()
    {
        PackedCatalogue form = ReadPacked();
        return new ServiceCatalogue(form.Head, form.Index, form.Services, new CatalogueService?[form.Services.Length], form);
    }

    /// <summary>The embedded form.</summary>
    internal static PackedCatalogue ReadPacked()
    {
        using Stream stream = typeof(ServiceCatalogue).Assembly.GetManifestResourceStream(Resource)!; // The project embeds it.
        byte[] bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return new PackedCatalogue(bytes);
    }

    private CatalogueService? FindService(ReadOnlySpan<char> prefix) => places.TryGetValue(prefix, out int place) && Load(place) is { IsRetired: false } service ? service : null;

    /// <summary>Threads that read one service at the same time keep the one that was read first.</summary>
    private CatalogueService Load(int place)
    {
        if (Volatile.Read(ref services[place]) is { } known) return known;
        CatalogueService read = packed!.Read(place); // Without packed, all services are there.
        return Interlocked.CompareExchange(ref services[place], read, null) ?? read;
    }
}
