namespace PolicyEngine.CloudTrail.Mapping;

/// <summary>What an event needs.</summary>
/// <param name="Actions">Actions: <c>+</c> between them where all are needed, <c>|</c> where the request decides, <c>-</c> where none is.</param>
/// <param name="Path">The path of the resource in API Gateway, with parameters in braces.</param>
internal sealed record EventRow(string Actions, string? Path);
