using PolicyEngine.Endpoints.Reading;
using PolicyEngine.Json;

namespace PolicyEngine;

/// <content>The reader.</content>
public sealed partial class VpcEndpointServices
{
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
}
