using Spectre.Console;

namespace PolicyEngine.Cli.Output;

/// <summary>Draws resolutions for people: the answer, why, and a line for each thing known.</summary>
internal static class ResolutionView
{
    private const int NameWidth = 14;

    /// <summary>Draws a resolution.</summary>
    internal static void Draw(IAnsiConsole screen, EndpointResolution resolution)
    {
        Style style = resolution.Status switch
        {
            EndpointResolutionStatus.Resolved => Screen.Good,
            EndpointResolutionStatus.NotAvailable or EndpointResolutionStatus.NotAws => Screen.Bad,
            _ => Screen.Doubtful,
        };
        AnswerView.WriteLine(screen, new Paragraph().Append(ResolutionNames.NameOf(resolution.Status), style).Append($": {TerminalText.Of(resolution.Reason)}"));
        DrawRow(screen, "endpoint", resolution.EndpointId);
        DrawRow(screen, "type", resolution.Endpoint?.Type.ToString());
        DrawRow(screen, "VPC", resolution.Endpoint?.VpcId);
        DrawRow(screen, "owner", resolution.Endpoint?.OwnerId);
        DrawRow(screen, "service", resolution.Service);
        DrawRow(screen, "Region", resolution.Service is null ? null : resolution.Region ?? "none, the name is global");
        DrawRow(screen, "zone", resolution.Zone);
        DrawRow(screen, "form", ResolutionNames.NameOf(resolution.Form));
        DrawRow(screen, "bucket", resolution.Bucket);
        DrawRow(screen, "access point", resolution.AccessPoint);
        DrawRow(screen, "account", resolution.AccountId);
        DrawRow(screen, "warning", DescribeWarning(resolution.Warning));
    }

    private static void DrawRow(IAnsiConsole screen, string name, string? value)
    {
        if (value is null) return;
        AnswerView.WriteLine(screen, new Paragraph().Append($"  {name.PadRight(NameWidth)}", Screen.Faint).Append(TerminalText.Of(value)));
    }

    private static string? DescribeWarning(EndpointResolutionWarning warning) => warning switch
    {
        EndpointResolutionWarning.None => null,
        EndpointResolutionWarning.ServiceMismatch => "the inventory has the endpoint for another service, so that DNS would not answer",
        EndpointResolutionWarning.RegionMismatch => "the inventory has the endpoint for another Region, so that DNS would not answer",
        EndpointResolutionWarning.TypeMismatch => "endpoints of this type have no such names, so that DNS would not answer",
        EndpointResolutionWarning.NoAwsAuthorization => "the service is that of a customer or partner: AWS authorizes no call to it",
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}
