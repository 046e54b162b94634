namespace PolicyEngine;

/// <content>The short way to a document, for texts that are known to be right.</content>
public sealed partial record PolicyDocument
{
    /// <summary>Parses a document strictly.</summary>
    /// <remarks><see cref="PolicyParser"/> reads with other options, and returns diagnostics where this method throws.</remarks>
    /// <param name="json">The JSON text.</param>
    /// <param name="type">The type of the policy, which decides what it must and must not hold; default <see cref="PolicyType.Identity"/>.</param>
    /// <returns>The document.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="json"/> is null.</exception>
    /// <exception cref="PolicyDiagnosticException">The text is not a document of that type; the exception has all findings.</exception>
    public static PolicyDocument Parse(string json, PolicyType type = PolicyType.Identity)
    {
        PolicyText text = PolicyText.FromString(json);
        return PolicyParser.Parse(text, new PolicyParserOptions { Type = type }).GetValueOrThrow();
    }
}
