namespace PolicyEngine.FsCheck;

/// <summary>A document and a request near it.</summary>
/// <remarks>Immutable. The text of a case is all that is needed to see why a property fails.</remarks>
/// <param name="Document">The document.</param>
/// <param name="Request">The request.</param>
public sealed record PolicyCase(PolicyDocument Document, AuthorizationRequest Request)
{
    private static readonly PolicyEvaluator Evaluator = new();

    /// <summary>Asks the library.</summary>
    /// <returns>What the document alone decides.</returns>
    public PolicyDecision Decide() => Evaluator.Evaluate(PolicyCompiler.Compile(Document), Request);

    /// <summary>The policy as text, and all of the request.</summary>
    /// <returns>Some lines.</returns>
    public override string ToString() => $"{Document.Type} {PolicyWriter.Write(Document)}\n{RequestText.Of(Request)}";
}
