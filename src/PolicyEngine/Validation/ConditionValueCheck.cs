using PolicyEngine.Diagnostics;
using PolicyEngine.Language;
using PolicyEngine.Syntax;
using PolicyEngine.Syntax.Drafts;

namespace PolicyEngine.Validation;

/// <summary>Checks that a condition value can be read as its operator reads it.</summary>
internal static class ConditionValueCheck
{
    internal static void Check(ParseContext context, OperatorFamily family, ConditionValue value, bool variables)
    {
        string text = value.Text;
        switch (family)
        {
            case OperatorFamily.Numeric:
                Expect(DecimalNumber.TryParse(text, out _), Descriptors.NumericValue);
                break;
            case OperatorFamily.Date:
                if (!InstantReader.TryRead(text, out _, out string fault)) context.ReportTolerated(Descriptors.DateValue, value.Span, text, fault);
                break;
            case OperatorFamily.Boolean or OperatorFamily.Null:
                Expect(BooleanText.TryParse(text, out _), Descriptors.BooleanValue);
                break;
            case OperatorFamily.Binary:
                Expect(Base64Text.IsCanonical(text), Descriptors.BinaryValue);
                break;
            case OperatorFamily.IpAddress:
                Expect(IpNetwork.TryParse(text, out _), Descriptors.IpValue);
                break;
            case OperatorFamily.Arn:
                Expect(ArnParts.IsPattern(text, variables), Descriptors.ArnValue);
                break;
        }

        void Expect(bool condition, DiagnosticDescriptor descriptor)
        {
            if (!condition) context.ReportTolerated(descriptor, value.Span, text);
        }
    }
}
