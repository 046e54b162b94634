using Spectre.Console;

namespace PolicyEngine.Cli.Output;

/// <summary>Draws resolutions for people: the answer, why, and a line for each thing known.</summary>
internal static class ResolutionView
{
    private const int NameWidth = 14;

    /// <summary>Draws a resolution.</summary>
    internal static void Draw(IAnsiConsole screen, EndpointResolution resolution)
    {
        AnswerView.WriteLine(screen, new Paragraph().Append(ResolutionNames.NameOf(resolution.Status), StyleOf(resolution)).Append($": {TerminalText.Of(resolution.Reason)}"));
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

    /// <summary>Draws the row of one URL of several: why it is refused, or the answer, the endpoint and why.</summary>
    internal static void DrawRow(IAnsiConsole screen, string url, EndpointResolution? resolution, string? refusal)
    {
        List<TextFlow.Run> runs = [new TextFlow.Run(TerminalText.Of(url), Screen.Strong), new TextFlow.Run("  ", Screen.Faint)];
        if (resolution is null)
        {
            runs.Add(new TextFlow.Run($"refused: {refusal}", Screen.Bad));
        }
        else
        {
            runs.Add(new TextFlow.Run(ResolutionNames.NameOf(resolution.Status), StyleOf(resolution)));
            if (resolution.EndpointId is { } id) runs.Add(new TextFlow.Run($" {TerminalText.Of(id)}", Screen.Strong));
            runs.Add(new TextFlow.Run($": {TerminalText.Of(resolution.Reason)}", Style.Plain));
        }

        new TextFlow(screen).Write("", runs, hanging: 2);
    }

    private static Style StyleOf(EndpointResolution resolution) => resolution.Status switch
    {
        EndpointResolutionStatus.Resolved => Screen.Good,
        EndpointResolutionStatus.NotAvailable or EndpointResolutionStatus.NotAws => Screen.Bad,
        _ => Screen.Doubtful,
    };

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
