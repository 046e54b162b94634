using System.Text.Json;

namespace PolicyEngine.Cli.Output;

/// <summary>The words of resolutions in output.</summary>
internal static class ResolutionNames
{
    /// <summary>Such as <c>notInInventory</c>.</summary>
    internal static string NameOf(EndpointResolutionStatus status) => JsonNamingPolicy.CamelCase.ConvertName(status.ToString());

    /// <summary>Such as <c>serviceMismatch</c>; null when there is nothing to warn of.</summary>
    internal static string? NameOf(EndpointResolutionWarning warning) =>
        warning == EndpointResolutionWarning.None ? null : JsonNamingPolicy.CamelCase.ConvertName(warning.ToString());

    /// <summary>The label of a part of Amazon S3; null for other services.</summary>
    internal static string? NameOf(S3EndpointForm form) => form == S3EndpointForm.None ? null : form.ToString().ToLowerInvariant();
}
