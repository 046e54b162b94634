using PolicyEngine.Endpoints.Reading;
using PolicyEngine.Json;

namespace PolicyEngine;

/// <content>The reader.</content>
public sealed partial class VpcEndpointServices
{
    /// <summary>Reads the output of <c>describe-vpc-endpoint-services</c>.</summary>
    /// <param name="json">The JSON text.</param>
    /// <returns>The services.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="json"/> is null.</exception>
    /// <exception cref="PolicyDiagnosticException">The text is no such output; the exception has all findings.</exception>
    public static VpcEndpointServices Parse(string json) => Parse(PolicyText.FromString(json)).GetValueOrThrow();

    /// <summary>Reads the output of <c>describe-vpc-endpoint-services</c>. Never throws on text, whatever the bytes.</summary>
    /// <param name="text">The text.</param>
    /// <param name="options">What is accepted.</param>
    /// <returns>The services or errors, and whatever else was found.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="text"/> is null.</exception>
    public static ParseResult<VpcEndpointServices> Parse(PolicyText text, VpcEndpointParserOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(text);
        options ??= VpcEndpointParserOptions.Default;
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
