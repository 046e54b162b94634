using System.Collections.Frozen;
using PolicyEngine.Endpoints.Hosts;
using PolicyEngine.Facts;

namespace PolicyEngine;

/// <summary>The name of the service of an endpoint, such as <c>com.amazonaws.us-west-2.ecr.api</c>.</summary>
/// <remarks>Immutable. Any text is a name; one of an unknown form is kept and tells nothing. AWS page: <see href="https://docs.aws.amazon.com/vpc/latest/privatelink/aws-services-privatelink-support.html">AWS services that integrate with AWS PrivateLink</see>.</remarks>
public sealed class VpcEndpointServiceName
{
    private static readonly Lazy<FrozenDictionary<string, string>> ActionPrefixes =
        new(static () => FactTable.ReadRows("EndpointPrefixes", ' ').ToFrozenDictionary(static row => row[0], static row => row[1], StringComparer.Ordinal));

    private static readonly string[] Prefixes =
        [.. PartitionDomain.All.Select(static p => string.Join('.', p.Suffix.Split('.').Reverse()) + "."), "aws.api.", "api.aws."];

    /// <summary>Takes a name apart.</summary>
    /// <param name="text">The name as written.</param>
    /// <exception cref="ArgumentNullException"><paramref name="text"/> is null.</exception>
    public VpcEndpointServiceName(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        Text = text;
        string? prefix = text.StartsWith("aws.sagemaker.", StringComparison.Ordinal)
            ? "aws."
            : Array.Find(Prefixes, known => text.StartsWith(known, StringComparison.Ordinal));
        if (prefix is not null) Read(text[prefix.Length..].Split('.'));
    }

    /// <summary>The name as written.</summary>
    public string Text { get; }

    /// <summary>The Region in the name; null for global services and unknown forms.</summary>
    public string? Region { get; private set; }

    /// <summary>What the name has beside the Region, such as <c>ecr.api</c> or <c>vpce-svc-0123456789abcdef0</c>; null for unknown forms.</summary>
    public string? Service { get; private set; }

    /// <summary>The service prefix of the actions that probably pass, such as <c>ecr</c>: a guess from the first label.</summary>
    public string? ActionPrefix { get; private set; }

    /// <summary>True if the service has FIPS-validated cryptography: its last label ends in <c>-fips</c>.</summary>
    public bool IsFips => Service?.EndsWith("-fips", StringComparison.Ordinal) == true;

    /// <summary>True if this is the service of a customer or partner, whose calls AWS does not authorize.</summary>
    public bool IsCustomerService { get; private set; }

    /// <summary>The name as written.</summary>
    /// <returns><see cref="Text"/>.</returns>
    public override string ToString() => Text;

    private void Read(string[] labels)
    {
        if (!Array.TrueForAll(labels, static label => HostLabel.IsValid(label))) return;
        int place = Array.FindIndex(labels, PartitionDomain.IsAnyRegion);
        List<string> service = [.. labels];
        if (place >= 0) service.RemoveAt(place);
        if (service.Count == 0) return;
        if (service is ["vpce", string customer] && place >= 0)
        {
            IsCustomerService = EndpointLabel.IsCustomerService(customer);
            if (!IsCustomerService) return;
            service.RemoveAt(0);
        }

        // AWS: in China, Amazon Transcribe ends its service names in .cn.
        bool isChinese = place >= 0 && labels[place].StartsWith("cn-", StringComparison.Ordinal);
        if (isChinese && service.Count > 1 && service[^1] == "cn") service.RemoveAt(service.Count - 1);
        Region = place >= 0 ? labels[place] : null;
        Service = string.Join('.', service);
        ActionPrefix = IsCustomerService ? null : GuessPrefix(service);
    }

    private static string GuessPrefix(List<string> service)
    {
        string inHostOrder = string.Join('.', Enumerable.Reverse(service));
        if (ServiceTables.Default.TryGetActionPrefix(inHostOrder, out string? prefix)) return prefix;
        string first = service[0];
        if (first.EndsWith("-fips", StringComparison.Ordinal)) first = first[..^5];
        if (ActionPrefixes.Value.TryGetValue(first, out prefix)) return prefix;
        if (ServiceTables.Default.TryGetActionPrefix(first, out prefix)) return prefix;
        return first == "s3-global" ? "s3" : first;
    }
}
