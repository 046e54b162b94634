using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using PolicyEngine.Checks;
using PolicyEngine.Syntax;

namespace PolicyEngine.Tests.Laws;

/// <summary>What holds for every text, and for every document that is written and read again.</summary>
[Laws(typeof(LawCases))]
public class TextLaws
{
    private const string Sample = """
        {"Version":"2012-10-17","Id":"i","Statement":[{"Sid":"s","Effect":"Allow","Principal":{"AWS":["111122223333","*"],"Service":"s3.amazonaws.com"},
         "NotAction":["iam:*","\u0061:b"],"Resource":["arn:aws:s3:::b/${aws:username}","*"],
         "Condition":{"ForAnyValue:StringLike":{"aws:TagKeys":["a*","é"]},"Bool":{"aws:SecureTransport":true},"NumericLessThan":{"s3:max-keys":10.50}}}]}
        """;

    private static readonly string[] Pieces = ["\"", "{", "}", "[", "]", ",", ":", "\\", "\\ud800", "null", "1e9", "/*", "//", "\uFEFF", "\0", "${", "*", "\"Effect\"", "\"Statement\""];

    [Property]
    public bool Parse_of_write_is_identity(PolicyDocument document)
    {
        ParseResult<PolicyDocument> once = Read(document.Type, PolicyWriter.Write(document));
        if (!once.Success) return true;
        return once.Value == document && Read(document.Type, PolicyWriter.Write(once.Value, indented: true)).Value == document;
    }

    [Property]
    public bool Write_is_idempotent(PolicyDocument document)
    {
        string written = PolicyWriter.Write(document);
        return !Read(document.Type, written).Success || PolicyWriter.Write(Read(document.Type, written).Value!) == written;
    }

    [Property]
    public bool Every_span_slices_its_own_text(PolicyDocument document)
    {
        PolicyText text = PolicyText.FromString(PolicyWriter.Write(document, indented: true));
        if (PolicyParser.Parse(text, new PolicyParserOptions { Type = document.Type, Mode = ParseMode.Stored }).Value is not { } read) return true;
        foreach (Statement statement in read.Statements)
        {
            foreach (TextValue value in statement.Action.Patterns.Concat(statement.Resource?.Patterns ?? []))
            {
                if (JsonSerializer.Deserialize<string>(text.Slice(value.Span)) != value.Text) return false;
            }

            foreach (ConditionValue value in (statement.Condition?.Clauses ?? []).SelectMany(static c => c.Entries).SelectMany(static e => e.Values))
            {
                if (JsonSerializer.Deserialize<string>(text.Slice(value.Span)) != value.Text) return false;
            }
        }

        return true;
    }

    [Property]
    public bool Parser_is_total_on_any_bytes(byte[] bytes) => IsSound(PolicyText.FromUtf8(bytes));

    [Property]
    public Property Parser_is_total_on_broken_policies() => Prop.ForAll(
        (from at in Gen.Choose(0, Sample.Length - 1)
         from length in Gen.Choose(0, 12)
         from piece in Gen.Elements(Pieces)
         select string.Concat(Sample.AsSpan(0, at), piece, Sample.AsSpan(Math.Min(Sample.Length, at + length)))).ToArbitrary(),
        static text => IsSound(PolicyText.FromString(text)));

    [Fact]
    public void Parser_is_total_on_every_prefix()
    {
        byte[] bytes = Encoding.UTF8.GetBytes(Sample);
        for (int length = 0; length < bytes.Length; length++) Assert.True(IsSound(PolicyText.FromUtf8(bytes.AsSpan(0, length))));
    }

    private static ParseResult<PolicyDocument> Read(PolicyType type, string text) => PolicyParser.Parse(PolicyText.FromString(text), new PolicyParserOptions { Type = type, Quota = PolicyQuota.None });

    /// <summary>A value or errors of the parser (the checks may find errors in what parses, C-1), a bounded number of findings, spans inside the text, and findings that can be printed.</summary>
    private static bool IsSound(PolicyText text)
    {
        foreach (PolicyType type in (PolicyType[])[PolicyType.Identity, PolicyType.Resource, PolicyType.Trust, PolicyType.ResourceControl, PolicyType.VpcEndpoint])
        {
            PolicyParserOptions options = new() { Type = type, Mode = type == PolicyType.Resource ? ParseMode.Stored : ParseMode.Strict, TolerantText = type == PolicyType.Trust };
            ParseResult<PolicyDocument> result = PolicyParser.Parse(text, options);
            ImmutableArray<Diagnostic> all = [.. PolicyChecker.CheckText(text, options).Select(static finding => finding.Diagnostic)];
            if (HasErrors(result.Diagnostics) == result.Success || (!result.Success && !HasErrors(all)) || result.Diagnostics.Length > 101 || all.Length > 101) return false;
            foreach (Diagnostic diagnostic in all)
            {
                if (diagnostic.Span.Start < 0 || diagnostic.Span.Length < 0 || diagnostic.Span.End > text.Length) return false;
                if (DiagnosticFormatter.FormatSnippet(diagnostic).Length == 0) return false;
            }
        }

        return true;
    }

    private static bool HasErrors(ImmutableArray<Diagnostic> findings) => findings.Any(static d => d.Severity == DiagnosticSeverity.Error);
}
