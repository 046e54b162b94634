using FsCheck;
using PolicyEngine.FsCheck.Policies;
using PolicyEngine.FsCheck.Requests;
using PolicyEngine.FsCheck.Texts;

namespace PolicyEngine.FsCheck;

/// <summary>Generators of the texts in policies and requests: actions, ARNs, and patterns with wildcards.</summary>
/// <remarks>The names come from a small world, so that they meet: two accounts, two Regions, a dozen resources of seven services. Sizes do not matter.
/// Immutable and safe for concurrent use.</remarks>
public static class TextGen
{
    /// <summary>Actions of requests, such as <c>s3:GetObject</c>, in AWS's spelling.</summary>
    public static Gen<string> Action { get; } = Draw.Make(static draw => AnyRequest.Call(draw).Action);

    /// <summary>ARNs of resources; never <c>*</c>.</summary>
    public static Gen<string> Arn { get; } = Draw.Make(AnyArn);

    /// <summary>Patterns of Action: exact ones, with another letter case, with <c>*</c> or <c>?</c> in or behind the name, and <c>*</c> alone.</summary>
    public static Gen<string> ActionPattern { get; } = Draw.Make(static draw => ActionGenerator.Make(draw, PolicyType.Identity, AnyRequest.Call(draw).Action, holds: true).Patterns[0].Text);

    /// <summary>Patterns of Resource without variables: <c>*</c> (a sixth), and ARNs, of which half have a wildcard in their last part, and a fifth in Region or account.</summary>
    public static Gen<string> ResourcePattern { get; } = Draw.Make(static draw => ResourceGenerator.Make(draw, AnyArn(draw), holds: true, variables: false, []).Patterns[0].Text);

    /// <summary>Texts that a pattern matches, or, a third of them, that differ from such a text by one character.</summary>
    /// <param name="pattern">The pattern, with <c>*</c> and <c>?</c>; variables stay as they are.</param>
    /// <returns>The generator.</returns>
    public static Gen<string> Near(string pattern)
    {
        ArgumentNullException.ThrowIfNull(pattern);
        return Draw.Make(draw =>
        {
            string filled = TextSteps.Fill(draw, pattern);
            return draw.OneIn(3) ? TextSteps.Miss(draw, filled) : filled;
        });
    }

    /// <summary>Patterns that match a text, half of them with a wildcard.</summary>
    /// <param name="text">The text, without wildcards and variables of its own.</param>
    /// <returns>The generator.</returns>
    public static Gen<string> PatternOf(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Draw.Make(draw => TextSteps.Blur(draw, text));
    }

    private static string AnyArn(Draw draw)
    {
        string resource = AnyRequest.Call(draw).Resource;
        return resource == "*" ? "arn:aws:s3:::orders" : resource;
    }
}
