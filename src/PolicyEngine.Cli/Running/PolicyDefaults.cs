using PolicyEngine.Cli.Cases;

namespace PolicyEngine.Cli.Running;

/// <summary>The policies that the command line names. They fill the kinds of which a case tells nothing, or replace what it tells.</summary>
internal sealed class PolicyDefaults
{
    private readonly ulong inventoryUse;
    private readonly Dictionary<PolicyType, ulong> uses;
    private readonly IReadOnlyDictionary<PolicyType, string> names;

    /// <summary>Gathers what the command line tells.</summary>
    /// <param name="source">The policies by kind; of the kind of endpoint policies only whether there are none, or whether they are unknown.</param>
    /// <param name="endpointPolicies">The endpoint policies by the id of the endpoint.</param>
    /// <param name="inventory">The endpoints that are known, with their policies.</param>
    /// <param name="optionUses">Where uses are counted.</param>
    /// <param name="names">The option of each kind.</param>
    internal PolicyDefaults(
        PolicySource source, IReadOnlyDictionary<string, PolicySource> endpointPolicies, VpcEndpointInventory inventory, OptionUses optionUses, IReadOnlyDictionary<PolicyType, string> names)
    {
        Source = source;
        EndpointPolicies = endpointPolicies;
        Inventory = inventory;
        Uses = optionUses;
        this.names = names;
        uses = names.ToDictionary(static own => own.Key, own => optionUses.Register(own.Value));
        inventoryUse = inventory.Endpoints.Length > 0 ? optionUses.Register("--inventory") : 0;
    }

    /// <summary>Nothing is named.</summary>
    internal static PolicyDefaults Nothing => new(
        new PolicySource(new CasePolicies(), ParseLevel.Strict), new Dictionary<string, PolicySource>(StringComparer.Ordinal), VpcEndpointInventory.Empty, new OptionUses(), new Dictionary<PolicyType, string>());

    /// <summary>The policies by kind.</summary>
    internal PolicySource Source { get; }

    /// <summary>The endpoint policies by the id of the endpoint.</summary>
    internal IReadOnlyDictionary<string, PolicySource> EndpointPolicies { get; }

    /// <summary>The endpoints that are known.</summary>
    internal VpcEndpointInventory Inventory { get; }

    /// <summary>The bit of <c>--inventory</c>.</summary>
    internal ulong InventoryUse => inventoryUse;

    /// <summary>The bit of the option that tells of a kind; none where no option does.</summary>
    internal ulong UseOf(PolicyType kind) => uses.GetValueOrDefault(kind);

    /// <summary>Where uses of options are counted.</summary>
    internal OptionUses Uses { get; }

    /// <summary>How strictly policies are read that do not say so themselves.</summary>
    internal ParseLevel Level { get; init; }

    /// <summary>The service of resource policies whose case does not say it; null where it is not told.</summary>
    internal string? Service { get; init; }

    /// <summary>The bit of <c>--service</c>.</summary>
    internal ulong ServiceUse { get; init; }

    /// <summary>True where policies of the command line replace those that a case brings.</summary>
    internal bool Overrides { get; init; }

    /// <summary>The policies of a case, read as it or the command line says.</summary>
    internal PolicySource SourceOf(CasePolicies own, Case question) => new(own, question.Level ?? Level, question.Service ?? Service);

    /// <summary>The same with a set of policies, which goes before what other options tell of its kinds.</summary>
    /// <param name="set">The set.</param>
    /// <param name="option">The option that names it.</param>
    internal PolicyDefaults With(CasePolicies set, string option)
    {
        Dictionary<PolicyType, string> all = new(names);
        foreach (PolicyType kind in set.Kinds) all[kind] = option;
        return new PolicyDefaults(
            new PolicySource(set.Over(Source.Policies), Level, Service), set.Has(PolicyType.VpcEndpoint) ? Nothing.EndpointPolicies : EndpointPolicies, Inventory, Uses, all)
        {
            Overrides = Overrides,
            Level = Level,
            Service = Service,
            ServiceUse = ServiceUse,
        };
    }

    /// <summary>True where the command line tells anything of the policies for a request; of an inventory only the policy of its endpoint does.</summary>
    internal bool HasPolicies(RequestEndpoint? endpoint) =>
        EndpointPolicies.Count > 0 || Source.Policies.Kinds.Any() || (endpoint?.Id is { } id && Inventory.TryFind(id, out _));

    /// <summary>The policies of a kind for a request.</summary>
    /// <param name="kind">The kind.</param>
    /// <param name="request">The request.</param>
    /// <param name="used">The options that were used, with those that this uses.</param>
    /// <returns>The policies; null where the command line tells nothing of them.</returns>
    internal ParsedSlot? Find(PolicyType kind, AuthorizationRequest request, ref ulong used)
    {
        if (kind == PolicyType.VpcEndpoint && request.Endpoint is null) return null;
        bool isOfCaller = kind is PolicyType.Identity or PolicyType.PermissionsBoundary;
        if (isOfCaller && request.Principal.Kind is not (CallerType.User or CallerType.RoleSession or CallerType.FederatedUser)) return null;
        VpcEndpoint? found = null;
        if (kind == PolicyType.VpcEndpoint && request.Endpoint?.Id is { } told && Inventory.TryFind(told, out found)) used |= inventoryUse;
        if (kind == PolicyType.VpcEndpoint && request.Endpoint?.Id is { } id && EndpointPolicies.TryGetValue(id, out PolicySource? named))
        {
            used |= UseOf(kind);
            return named.Find(kind, request);
        }

        if (Source.Find(kind, request) is { } slot)
        {
            used |= UseOf(kind);
            return slot;
        }

        return found is null ? null : new ParsedSlot(AttachedPolicies.Of(found.Policy), []);
    }
}
