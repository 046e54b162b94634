namespace PolicyEngine.Cli.Cases;

/// <summary>The text of one case as it is in its file.</summary>
/// <param name="Text">The bytes, with the name of the file and the place where the case begins.</param>
/// <param name="Fault">Why the text cannot be a case, in one sentence; null when nothing is known against it.</param>
internal sealed record CaseText(PolicyText Text, string? Fault = null);
