using System.Text;
using System.Text.Json;
using PolicyEngine.Checks;
using PolicyEngine.Cli.Cases;
using PolicyEngine.Syntax;
using static PolicyEngine.Fuzz.BrokenPromiseException;

namespace PolicyEngine.Fuzz;

/// <summary>The parser of policies, and the checks. The first byte says how the rest is read.</summary>
internal sealed class ParserTarget : IFuzzTarget
{
    private const int Stored = 16;
    private const int Tolerant = 32;
    private const int Lax = 64;
    private static readonly PolicyType[] Types = Enum.GetValues<PolicyType>();
    private static readonly AuthorizationRequest Request = new(RequestPrincipal.Root("111122223333"), "s3:GetObject", "arn:aws:s3:::b/k");
    private static readonly PolicyEvaluator Evaluator = new();

    public void Run(byte[] bytes)
    {
        int way = bytes.Length == 0 ? 0 : bytes[0];
        PolicyParserOptions options = new()
        {
            Type = Types[(way & 15) % Types.Length],
            Mode = (way & Stored) != 0 ? ParseMode.Stored : ParseMode.Strict,
            TolerantText = (way & Tolerant) != 0,
            ResourceOptional = (way & Lax) != 0,
            AllowsManagedRcp = (way & Lax) != 0,
        };
        PolicyText text = PolicyText.FromUtf8(bytes.AsSpan(Math.Min(1, bytes.Length)));
        ParseResult<PolicyDocument> result = PolicyParser.Parse(text, options);
        TextPromises.Check(result.Diagnostics, result.Success);
        TextPromises.Check([.. PolicyChecker.CheckText(text, options).Select(static finding => finding.Diagnostic)], result.Success);
        if (result.Value is not { } document) return;
        CheckSpans(document, text);
        CheckWriting(document, options);
        CompiledPolicy policy = PolicyCompiler.Compile(document);
        ThrowUnless(Evaluator.Evaluate(policy, Request).Decision == Evaluator.Explain(policy, Request).Decision, "explain agrees with evaluate");
    }

    public IEnumerable<byte[]> GetSeeds(SeedFolders folders)
    {
        foreach (Case read in folders.Cases)
        {
            if (read is ParseCase text) yield return Seed(text.PolicyType, text.Level ?? ParseLevel.Strict, text.Policy.ToString());
            if (read is DocumentCase question) yield return Seed(question.PolicyType, question.Level ?? ParseLevel.Strict, question.Policy.ToString());
        }

        foreach (string policy in folders.Policies) yield return Seed(policy.Contains("\"Principal\"", StringComparison.Ordinal) ? PolicyType.Resource : PolicyType.Identity, ParseLevel.Tolerant, policy);
    }

    private static byte[] Seed(PolicyType type, ParseLevel level, string text)
    {
        int way = Array.IndexOf(Types, type) | (level == ParseLevel.Strict ? 0 : Stored) | (level == ParseLevel.Tolerant ? Tolerant | Lax : 0);
        return [(byte)way, .. Encoding.UTF8.GetBytes(text)];
    }

    private static void CheckWriting(PolicyDocument document, PolicyParserOptions options)
    {
        string written = PolicyWriter.Write(document);
        PolicyDocument? again = PolicyParser.Parse(PolicyText.FromString(written), options).Value;
        ThrowUnless(again == document, $"what is written reads as the same tree: {written}");
        ThrowUnless(PolicyWriter.Write(again!) == written, "writing is idempotent");
        ThrowUnless(PolicyParser.Parse(PolicyText.FromString(PolicyWriter.Write(document, indented: true)), options).Value == document, "what is written in lines reads as the same tree");
    }

    private static void CheckSpans(PolicyDocument document, PolicyText text)
    {
        foreach (Statement statement in document.Statements)
        {
            CheckSpan(statement, text);
            CheckTexts(statement.Action.Patterns, text);
            if (statement.Resource is { } resource) CheckTexts(resource.Patterns, text);
            foreach (PrincipalGroup group in statement.Principal?.Groups ?? []) CheckTexts(group.Values, text);
            foreach (ConditionEntry entry in (statement.Condition?.Clauses ?? []).SelectMany(static c => c.Entries))
            {
                CheckSpan(entry, text);
                foreach (ConditionValue value in entry.Values)
                {
                    CheckSpan(value, text);
                    if (value.Form == ConditionValueForm.Text) CheckText(value.Text, text.Slice(value.Span));
                }
            }
        }
    }

    private static void CheckTexts(SyntaxList<TextValue> values, PolicyText text)
    {
        foreach (TextValue value in values)
        {
            CheckSpan(value, text);
            CheckText(value.Text, text.Slice(value.Span));
        }
    }

    private static void CheckSpan(SyntaxNode node, PolicyText text) =>
        ThrowUnless(node.Span.Start >= 0 && node.Span.Length > 0 && node.Span.End <= text.Length, $"the span {node.Span} lies in the text");

    /// <summary>Half a surrogate pair has no UTF-8, and other readers refuse it.</summary>
    private static void CheckText(string decoded, string source)
    {
        if (source.Contains("\\u", StringComparison.Ordinal)) return;
        ThrowUnless(JsonSerializer.Deserialize<string>(source) == decoded, $"a span slices its own text: {source}");
    }
}
