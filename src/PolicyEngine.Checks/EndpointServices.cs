using PolicyEngine.Catalogue;

namespace PolicyEngine.Checks;

/// <summary>Which services' actions come through an endpoint.</summary>
internal static class EndpointServices
{
    private static readonly string[] OfStorage = ["s3", "s3-object-lambda", "s3express"];

    /// <summary>The prefixes of the actions; none where the service is not known.</summary>
    internal static string[] Of(AdviceContext context)
    {
        if (context.Options.EndpointService is not { } name || NameOf(name) is not { } service) return [];
        if (service is "s3" or "s3-global" or "s3express") return OfStorage;
        return context.Catalogue.FindService(service) is { } known ? [known.Prefix] : [];
    }

    /// <summary>The name behind com.amazonaws and the Region; null for an endpoint of somebody's own service.</summary>
    private static string? NameOf(string service)
    {
        string[] parts = service.ToLowerInvariant().Split('.');
        int at = Array.IndexOf(parts, "amazonaws");
        return at < 0 || parts.Length <= at + 2 || parts.Contains("vpce", StringComparer.Ordinal) ? parts.Length == 1 ? parts[0] : null : string.Join('.', parts[(at + 2)..]);
    }
}
