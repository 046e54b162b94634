using Microsoft.Extensions.Logging;
using PolicyEngine.Syntax;

namespace PolicyEngine.Evaluation;

/// <summary>The log messages of evaluation; nothing is formatted when their level is off.</summary>
internal static partial class EvaluationLog
{
    [LoggerMessage(EventId = 1, EventName = "Decided", Level = LogLevel.Debug, SkipEnabledCheck = true,
        Message = "{Decision}: {Action} on {Resource} by {Principal}")]
    internal static partial void Decided(ILogger logger, Decision decision, string action, string resource, string principal);

    [LoggerMessage(EventId = 2, EventName = "Undecided", Level = LogLevel.Warning, SkipEnabledCheck = true,
        Message = "{Path} ({Effect}) could not be decided: {Reason}")]
    internal static partial void Undecided(ILogger logger, string path, Effect effect, string reason);
}
