using System.Collections.Immutable;

namespace PolicyEngine.Checks;

/// <summary>One finding in one policy text: of the parser, or of a check.</summary>
/// <remarks>Immutable and safe for concurrent use.</remarks>
public sealed class Finding
{
    internal Finding(Diagnostic diagnostic, in FindingDetail detail)
    {
        Diagnostic = diagnostic;
        Code = detail.Code;
        AwsType = AwsIssueCodes.Find(detail.Code)?.Type;
        Fix = detail.Fix;
        Related = detail.RelatedPlaces;
    }

    /// <summary>The finding without what only checks tell; <see cref="DiagnosticFormatter"/> prints it.</summary>
    public Diagnostic Diagnostic { get; }

    /// <summary>AWS's issue code, such as <c>INVALID_ACTION</c>; null for what AWS's validation does not tell. One id can stand for several.</summary>
    public string? Code { get; }

    /// <summary>AWS's rank of the code; null without a code.</summary>
    public AwsFindingType? AwsType { get; }

    /// <summary>A change that mends it; null where there is no safe one, or more than one.</summary>
    public FindingFix? Fix { get; }

    /// <summary>Other places that it is about; mostly none.</summary>
    public ImmutableArray<RelatedPlace> Related { get; }

    /// <summary>The kind of finding.</summary>
    public DiagnosticDescriptor Descriptor => Diagnostic.Descriptor;

    /// <summary>The stable id, such as <c>PE6001</c>.</summary>
    public string Id => Diagnostic.Id;

    /// <summary>How grave it is here.</summary>
    public DiagnosticSeverity Severity => Diagnostic.Severity;

    /// <summary>One sentence without a final stop that quotes the policy and says what follows.</summary>
    public string Message => Diagnostic.Message;

    /// <summary>What to do, in one or two sentences.</summary>
    public string Help => Diagnostic.Help;

    /// <summary>The page of the rule, with AWS's sources.</summary>
    public Uri Link => Descriptor.HelpUri;

    /// <summary>The element, such as <c>Statement[2].Condition.StringEquals</c> (0-based); empty for the whole document.</summary>
    public string Path => Diagnostic.Path;

    /// <summary>The bytes meant, in <see cref="Source"/>.</summary>
    public TextSpan Span => Diagnostic.Span;

    /// <summary>The text that the span cuts.</summary>
    public PolicyText Source => Diagnostic.Source;

    /// <summary>Where the span begins, 1-based.</summary>
    public LinePosition Position => Diagnostic.Position;

    /// <summary>The finding in the shape of AWS's ValidatePolicy.</summary>
    /// <returns>The finding; null for what has no code of AWS.</returns>
    public ValidatePolicyFinding? ToValidatePolicyFinding() => AwsIssueCodes.Find(Code) is { } code ? new ValidatePolicyFinding(this, code) : null;

    /// <summary>The finding on one line.</summary>
    /// <returns>Such as <c>policy.json:3:7: warning PE4036: …</c>.</returns>
    public override string ToString() => Diagnostic.ToString();
}
