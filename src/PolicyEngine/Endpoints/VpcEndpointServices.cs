using System.Collections.Frozen;
using PolicyEngine.Endpoints.Reading;
using PolicyEngine.Json;

namespace PolicyEngine;

/// <summary>What <c>describe-vpc-endpoint-services</c> tells of services: whether their endpoints have policies.</summary>
/// <remarks>Immutable and safe for concurrent use. AWS page:
/// <see href="https://docs.aws.amazon.com/cli/latest/reference/ec2/describe-vpc-endpoint-services.html">describe-vpc-endpoint-services</see>.</remarks>
public sealed class VpcEndpointServices
{
    private readonly FrozenDictionary<string, bool> supported;

    private VpcEndpointServices(Dictionary<string, bool> supported) => this.supported = supported.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Reads the output of <c>describe-vpc-endpoint-services</c>. Never throws on text, whatever the bytes.</summary>
    /// <param name="text">The text.</param>
    /// <param name="options">What is accepted.</param>
    /// <returns>The services or errors, and whatever else was found.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="text"/> is null.</exception>
    public static ParseResult<VpcEndpointServices> Parse(PolicyText text, VpcEndpointReaderOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(text);
        options ??= new VpcEndpointReaderOptions();
        JsonContext context = new(text, options.MaxDepth, options.MaxDiagnostics);
        Dictionary<string, bool> found = new(StringComparer.Ordinal);
        if (context.CheckBytes(options.MaxBytes))
        {
            JsonCursor cursor = new(context);
            ServicesReader.Read(ref cursor, context, found);
        }

        VpcEndpointServices? services = context.Bag.HasErrors ? null : new VpcEndpointServices(found);
        return new ParseResult<VpcEndpointServices>(services, context.Bag.ToImmutable());
    }

    /// <summary>Whether endpoints of a service have policies.</summary>
    /// <param name="serviceName">The name of the service, letter case included.</param>
    /// <returns>Null when nothing is told of it.</returns>
    public bool? SupportsPolicy(string serviceName)
    {
        ArgumentNullException.ThrowIfNull(serviceName);
        return supported.TryGetValue(serviceName, out bool isSupported) ? isSupported : null;
    }
}
