using PolicyEngine.Language;

namespace PolicyEngine.Tests.Language;

/// <summary>The fault of a variable is the same whether the text is cut up or only looked at.</summary>
public class VariableFaultTests
{
    private static readonly string[] Parts =
        ["${", "}", "a", "*", "?", "$", "{", ":", ",", ", 'd'", "'", " ", "/", "aws:", "${aws:username}", "${*}", "${$}", "${?}", "${a:b, 'c'}", "é", "\t", "\u0001"];

    [Fact]
    public void Looking_finds_what_cutting_finds()
    {
        Random random = new(5);
        int faults = 0;
        for (int i = 0; i < 20_000; i++)
        {
            string text = string.Concat(random.GetItems(Parts, random.Next(1, 9)));
            PatternTokens.Cut(text, wildcards: true, variables: true, out string? expected);
            Assert.Equal(expected, PatternTokens.FindFault(text));
            if (expected is not null) faults++;
        }

        Assert.InRange(faults, 2_000, 18_000);
    }

    /// <summary>Texts that need no further look are service:Name, and hold nothing that a check asks for.</summary>
    [Fact]
    public void Plain_actions_need_no_check()
    {
        Random random = new(6);
        string[] parts = ["s3", "s3:", "iam:", ":", "Get", "*", "?", "-", ".", "_", "/", " ", "$", "{", "}", "\t", "é", "A1"];
        int plain = 0;
        for (int i = 0; i < 20_000; i++)
        {
            string text = string.Concat(random.GetItems(parts, random.Next(1, 6)));
            if (!ActionForm.IsPlain(text)) continue;
            plain++;
            Assert.Equal(ActionFormKind.Named, ActionForm.Classify(text, out string fault));
            Assert.Equal("", fault);
            Assert.Equal(1, text.Count(static c => c == ':'));
            Assert.DoesNotContain(text, static c => c is ' ' or '\t' or '\r' or '\n' or '$');
            Assert.False(text.AsSpan(0, text.IndexOf(':', StringComparison.Ordinal)).ContainsAny('*', '?'));
        }

        Assert.InRange(plain, 100, 15_000);
    }
}
