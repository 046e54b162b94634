using PolicyEngine.FsCheck.Texts;

namespace PolicyEngine.FsCheck.Requests;

/// <summary>Makes contexts that a request can have: over the internet, through an endpoint or unsaid, and a few more keys.</summary>
internal static class Contexts
{
    private static readonly string[] Given = ["aws:SourceVpce", "aws:SourceVpc", "aws:SourceIp", "aws:VpcSourceIp", "aws:username"];

    internal static RequestContext Any(Draw draw, RequestPrincipal caller)
    {
        RequestContextBuilder builder = new();
        switch (draw.Below(5))
        {
            case 0 or 1:
                Set(draw, builder, "aws:SourceIp", draw.Of(World.PublicAddresses));
                break;
            case 2 or 3:
                int at = draw.Below(World.EndpointIds.Length);
                Set(draw, builder, "aws:SourceVpce", World.EndpointIds[at]);
                Set(draw, builder, "aws:SourceVpc", World.VpcIds[at]);
                Set(draw, builder, "aws:VpcSourceIp", draw.Of(World.PrivateAddresses));
                break;
        }

        bool hasName = caller is { Kind: CallerType.User, Arn: not null } && !draw.OneIn(3);
        if (hasName) builder.Set("aws:username", NameOf(caller.Arn!));
        foreach (World.KeySample key in World.Keys)
        {
            if (Given.AsSpan().Contains(key.Name) || !draw.OneIn(4)) continue;
            if (draw.OneIn(15)) builder.SetUnknown(key.Name);
            else builder.Set(key.Name, Sample(draw, key));
        }

        return builder.Build();
    }

    /// <summary>A value, or some, that fits the key.</summary>
    internal static ContextValue Sample(Draw draw, World.KeySample key) =>
        key.IsList ? ContextValue.OfList([.. Draw.Times(1 + draw.Below(2), () => draw.Of(key.Values)).Distinct(StringComparer.Ordinal)]) : ContextValue.Of(draw.Of(key.Values));

    /// <summary>The endpoint that a context says; null where it says none.</summary>
    internal static RequestEndpoint? EndpointOf(Draw draw, RequestContext context)
    {
        if (context["aws:SourceVpce"] is not { IsUnknown: false } id) return null;
        string? vpc = context["aws:SourceVpc"] is { IsUnknown: false } known ? known.Values[0] : null;
        return new RequestEndpoint(draw.Of(VpcEndpointType.Interface, VpcEndpointType.Interface, VpcEndpointType.Gateway), id.Values[0]) { VpcId = vpc };
    }

    private static void Set(Draw draw, RequestContextBuilder builder, string name, string value)
    {
        if (draw.OneIn(15)) builder.SetUnknown(name);
        else builder.Set(name, value);
    }

    private static string NameOf(Arn user) => user.ResourceName.ToString();
}
