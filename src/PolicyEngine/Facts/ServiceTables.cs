using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using PolicyEngine.Text;

namespace PolicyEngine.Facts;

/// <summary>Which services support what: facts that AWS changes from month to month, kept as data with a date.</summary>
/// <remarks>Immutable and safe for concurrent use. Service prefixes and action names ignore letter case. A table of a later date can be
/// read from JSON of the same shape as the built-in one.</remarks>
public sealed partial class ServiceTables
{
    private const string Resource = "PolicyEngine.ServiceTables";
    private static readonly Lazy<ServiceTables> BuiltIn = new(ReadBuiltIn);
    private readonly ServiceSupport resourceControl;
    private readonly FrozenDictionary<string, ServiceSupport> endpointKeys;
    private readonly FrozenSet<string> noPermissionActions;
    private readonly FrozenSet<string> endpointServicesWithoutPolicy;
    private readonly FrozenDictionary<string, string> eventSources;
    private readonly FrozenSet<string> networkActivitySources;

    private ServiceTables(JsonElement json)
    {
        AsOf = json.GetProperty("asOf"u8).GetString()!;
        resourceControl = new ServiceSupport(json.GetProperty("resourceControl"u8));
        endpointKeys = json.GetProperty("endpointKeys"u8).EnumerateObject()
            .ToFrozenDictionary(static key => key.Name, static key => new ServiceSupport(key.Value), ConditionKey.NameComparer);
        noPermissionActions = ServiceSupport.ReadNames(json.GetProperty("noPermissionActions"u8));
        endpointServicesWithoutPolicy = ServiceSupport.ReadNames(json.GetProperty("endpointServicesWithoutPolicy"u8));
        eventSources = json.GetProperty("eventSources"u8).EnumerateObject()
            .ToFrozenDictionary(static source => source.Name, static source => source.Value.GetString()!, StringComparer.OrdinalIgnoreCase);
        networkActivitySources = ServiceSupport.ReadNames(json.GetProperty("networkActivitySources"u8));
    }

    /// <summary>The tables that come with the library.</summary>
    public static ServiceTables Default => BuiltIn.Value;

    /// <summary>The month to which the tables belong, such as <c>2026-09</c>.</summary>
    public string AsOf { get; }

    /// <summary>True where AWS applies resource control policies to an action.</summary>
    /// <remarks>AWS page: <see href="https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_rcps.html">Resource control policies</see>.</remarks>
    /// <param name="action">The action, <c>service:Name</c>.</param>
    /// <returns>True where its service is supported and the action is not exempt.</returns>
    public bool HasResourceControl(string action) => resourceControl.Covers(action);

    /// <summary>True where an action is exempt from resource control policies although its service has them.</summary>
    /// <param name="action">The action, <c>service:Name</c>.</param>
    /// <returns>True where it is exempt.</returns>
    public bool IsExemptFromResourceControl(string action) => resourceControl.Exempts(action);

    /// <summary>True where calls of an action through a VPC endpoint carry one of the condition keys that only some services send.</summary>
    /// <remarks>AWS page: <see href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html">AWS global condition context keys</see>.</remarks>
    /// <param name="key">The key: <c>aws:SourceVpcArn</c>, <c>aws:VpceAccount</c>, <c>aws:VpceOrgID</c> or <c>aws:VpceOrgPaths</c>.</param>
    /// <param name="action">The action, <c>service:Name</c>.</param>
    /// <returns>True where the service sends the key; false for every other key.</returns>
    internal bool SendsEndpointKey(string key, string action)
    {
        ArgumentNullException.ThrowIfNull(key);
        return endpointKeys.TryGetValue(key, out ServiceSupport? support) && support.Covers(action);
    }

    /// <summary>True where every signed caller may do an action, whatever policies say.</summary>
    /// <param name="action">The action, <c>service:Name</c>.</param>
    /// <returns>True where it needs no permission.</returns>
    public bool NeedsNoPermission(string action)
    {
        ArgumentNullException.ThrowIfNull(action);
        return noPermissionActions.Contains(action);
    }

    /// <summary>True where endpoints of a service have endpoint policies.</summary>
    /// <remarks>AWS page: <see href="https://docs.aws.amazon.com/vpc/latest/privatelink/aws-services-privatelink-support.html">AWS services that integrate with AWS PrivateLink</see>.</remarks>
    /// <param name="service">What follows the Region in the name of the endpoint's service, such as <c>secretsmanager</c> or <c>transfer.server</c>.</param>
    /// <returns>False where it is known that they have none; true for all others.</returns>
    internal bool HasEndpointPolicy(string service)
    {
        ArgumentNullException.ThrowIfNull(service);
        return !endpointServicesWithoutPolicy.Contains(service);
    }

    /// <summary>The service prefix of the actions that an event source of CloudTrail records.</summary>
    /// <param name="source">The event source without its DNS suffix, such as <c>monitoring</c>.</param>
    /// <param name="prefix">The prefix, such as <c>cloudwatch</c>, where it is another one than the source.</param>
    /// <returns>True where it is another one.</returns>
    internal bool TryGetActionPrefix(string source, [NotNullWhen(true)] out string? prefix)
    {
        ArgumentNullException.ThrowIfNull(source);
        return eventSources.TryGetValue(source, out prefix);
    }

    /// <summary>True where an event source of CloudTrail can record network activity of VPC endpoints.</summary>
    /// <param name="source">The event source without its DNS suffix, such as <c>secretsmanager</c>.</param>
    /// <returns>True where it can.</returns>
    internal bool LogsNetworkActivity(string source)
    {
        ArgumentNullException.ThrowIfNull(source);
        return networkActivitySources.Contains(source);
    }

    /// <summary>The tables by their date.</summary>
    /// <returns>Such as <c>service tables of 2026-09</c>.</returns>
    public override string ToString() => $"service tables of {ShownText.Of(AsOf)}";

    private static ServiceTables ReadBuiltIn()
    {
        using Stream stream = typeof(ServiceTables).Assembly.GetManifestResourceStream(Resource)!;
        using JsonDocument json = JsonDocument.Parse(stream);
        return new ServiceTables(json.RootElement);
    }
}
