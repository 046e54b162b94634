using PolicyEngine.FsCheck.Texts;
using PolicyEngine.Syntax;

namespace PolicyEngine.FsCheck.Policies;

/// <summary>Makes Action and NotAction near the action of a request.</summary>
internal static class ActionGenerator
{
    internal static ActionElement Make(Draw draw, PolicyType type, string action, bool holds)
    {
        int colon = action.IndexOf(':', StringComparison.Ordinal);
        bool isSound = colon > 0 && colon + 1 < action.Length && action.All(static c => char.IsAsciiLetterOrDigit(c) || c is ':' or '-' or '_') && action.IndexOf(':', colon + 1) < 0;
        if (!isSound || (type == PolicyType.Trust && !action.StartsWith("sts:", StringComparison.OrdinalIgnoreCase))) action = type == PolicyType.Trust ? "sts:AssumeRole" : "s3:GetObject";
        colon = action.IndexOf(':', StringComparison.Ordinal);
        bool mayNegate = type is not (PolicyType.ResourceControl or PolicyType.Trust);
        bool isNegated = mayNegate && draw.OneIn(6);
        List<string> patterns = [holds != isNegated ? Match(draw, type, action, colon) : Miss(draw, type, action, colon)];
        if (draw.OneIn(3)) patterns.Add(holds != isNegated ? Match(draw, type, Other(draw, type), -1) : Miss(draw, type, action, colon));
        return new ActionElement { IsNegated = isNegated, Patterns = Patterns.Texts(patterns.Distinct(StringComparer.Ordinal)) };
    }

    private static string Match(Draw draw, PolicyType type, string action, int colon)
    {
        if (colon < 0) return action;
        bool isTrust = type == PolicyType.Trust;
        int keep = colon + 2;
        return draw.Below(12) switch
        {
            0 or 1 when !isTrust => action[..(colon + 1)] + "*",
            2 when type is not (PolicyType.ResourceControl or PolicyType.Trust) => "*",
            3 => Draw.SwapCase(action, keep - 1 + draw.Below(action.Length - keep + 1)),
            4 or 5 => TextSteps.Blur(draw, action, keep),
            6 => action.ToLowerInvariant(),
            _ => action,
        };
    }

    private static string Miss(Draw draw, PolicyType type, string action, int colon) => draw.Below(4) switch
    {
        0 when type != PolicyType.Trust => TextSteps.Miss(draw, action, colon + 1) + "*",
        1 => TextSteps.Blur(draw, TextSteps.Miss(draw, action, colon + 1), action.Length),
        _ => TextSteps.Miss(draw, action, colon + 1),
    };

    private static string Other(Draw draw, PolicyType type)
    {
        World.Service service = type == PolicyType.Trust ? World.Sts : draw.Of(World.Catalogue);
        return $"{service.Prefix}:{draw.Of(service.Actions)}";
    }
}
