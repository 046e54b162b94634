using PolicyEngine.FsCheck.Texts;
using PolicyEngine.Syntax;

namespace PolicyEngine.FsCheck.Policies;

/// <summary>Makes Resource and NotResource near the resource of a request.</summary>
internal static class ResourceGenerator
{
    internal static ResourceElement Make(Draw draw, string resource, bool holds, bool variables, (string Key, string Value)[] values)
    {
        bool isArn = Arn.TryParse(resource, out _) && resource.StartsWith("arn:aws", StringComparison.Ordinal) && resource.AsSpan().IndexOfAny("*?$") < 0 && !resource.EndsWith(':');
        if (!isArn)
        {
            if (holds) return Of("*");
            return resource == "*" ? Of(draw.Of("arn:aws:s3:::orders/*", "arn:aws:sqs:eu-west-1:111122223333:orders")) : Of("*") with { IsNegated = true };
        }

        bool isNegated = draw.OneIn(7);
        List<string> patterns = [holds != isNegated ? Match(draw, resource, variables, values) : Miss(draw, resource)];
        if (draw.OneIn(4)) patterns.Add(Miss(draw, resource));
        return Of(patterns) with { IsNegated = isNegated };
    }

    private static string Match(Draw draw, string resource, bool variables, (string Key, string Value)[] values)
    {
        int tail = TextSteps.TailOf(resource);
        if (draw.OneIn(6)) return "*";
        if (variables && draw.OneIn(3) && Variables.Write(draw, resource, tail, values) is { } varied) return varied;
        string[] parts = resource.Split(':', 6);
        if (parts[3].Length > 0 && draw.OneIn(5)) parts[3] = "*";
        if (parts[4].Length > 0 && draw.OneIn(5)) parts[4] = "*";
        parts[5] = draw.OneIn(8) ? "*" : draw.OneIn(2) ? TextSteps.Blur(draw, parts[5]) : parts[5];
        return string.Join(':', parts);
    }

    private static string Miss(Draw draw, string resource)
    {
        string[] parts = resource.Split(':', 6);
        switch (draw.Below(5))
        {
            case 0 when parts[4].Length == 12:
                parts[4] = parts[4] == World.Account ? World.OtherAccount : World.Account;
                break;
            case 1 when parts[3].Length > 0:
                parts[3] = parts[3] == "us-west-2" ? "eu-west-1" : "us-west-2";
                break;
            default:
                parts[5] = TextSteps.Miss(draw, parts[5]);
                break;
        }

        return string.Join(':', parts);
    }

    private static ResourceElement Of(string pattern) => Of([pattern]);

    private static ResourceElement Of(IEnumerable<string> patterns) => new() { Patterns = Patterns.Texts(patterns.Distinct(StringComparer.Ordinal)) };
}
