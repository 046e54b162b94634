using System.Text;

namespace PolicyEngine.Tests.Threats;

/// <summary>Letters that look or fold alike are told apart, and halves of characters match nothing by accident.</summary>
public class UnicodeTests
{
    /// <summary>İ, ı, ſ and the Kelvin sign fold to ASCII letters elsewhere; actions fold ASCII only.</summary>
    [Theory]
    [InlineData("s3:L\u0130stBucket")]
    [InlineData("s3:L\u0131stBucket")]
    [InlineData("s3:Li\u017FtBucket")]
    [InlineData("s3:ListBuc\u212Aet")]
    [InlineData("\u017F3:ListBucket")]
    [InlineData("s3:ListBucket\u200B")]
    [InlineData("s3:List\u00ADBucket")]
    [InlineData("s3\uFF1AListBucket")]
    public void Actions_fold_ASCII_letters_only(string action) =>
        Assert.NotEqual('T', TestPolicy.Outcome(""" "Action":"s3:ListBucket" """, action: action));

    [Theory]
    [InlineData("I", "\u0130")]
    [InlineData("i", "\u0131")]
    [InlineData("s", "\u017F")]
    [InlineData("k", "\u212A")]
    [InlineData("ss", "\u00DF")]
    [InlineData("\u00E5", "\u212B")]
    [InlineData("\u00E9", "e\u0301")]
    public void Letter_case_beyond_ASCII_and_other_forms_never_match_for_certain(string policy, string value)
    {
        Assert.Equal('F', TestPolicy.Outcome($$$""" "Condition":{"StringEquals":{"k:v":"{{{policy}}}"}} """, TestPolicy.Context(("k:v", value))));
        Assert.NotEqual('T', TestPolicy.Outcome($$$""" "Condition":{"StringEqualsIgnoreCase":{"k:v":"{{{policy}}}"}} """, TestPolicy.Context(("k:v", value))));
        Assert.NotEqual('T', TestPolicy.Outcome($$$""" "Resource":"arn:aws:s3:::b/{{{policy}}}" """, resource: $"arn:aws:s3:::b/{value}"));
    }

    [Theory]
    [InlineData("arn:aws:\u017F3:::b/k")]
    [InlineData("arn:aws:s3\u200B:::b/k")]
    [InlineData("\uFEFFarn:aws:s3:::b/k")]
    [InlineData("arn\uFF1Aaws:s3:::b/k")]
    public void A_resource_that_only_looks_the_same_is_another(string resource) =>
        Assert.NotEqual('T', TestPolicy.Outcome(""" "Resource":"arn:aws:s3:::b/*" """, resource: resource));

    [Theory]
    [InlineData("arn:aws:iam::111122223333:user/Al\u0131ce")]
    [InlineData("arn:aws:iam::111122223333:user/alice")]
    [InlineData("arn:aws:iam::111122223333:user/Alice\u200B")]
    public void A_caller_that_only_looks_the_same_is_another(string caller) => Assert.NotEqual('T', TestPolicy.Outcome($$$"""
        "Principal":{"AWS":"{{{TestPolicy.Alice}}}"}
        """, type: PolicyType.Resource, principal: RequestPrincipal.FromArn(caller)));

    /// <summary>Half of a pair in a request equals nothing but itself, and <c>?</c> counts it as undecided with its other half.</summary>
    [Theory]
    [InlineData("\uD83D", 'F')]
    [InlineData("\uDE00", 'F')]
    [InlineData("\uDE00\uD83D", 'F')]
    [InlineData("\uFFFD", 'F')]
    [InlineData("\U0001F600", 'T')]
    public void Half_of_a_pair_is_no_character(string value, char expected) =>
        Assert.Equal(expected, TestPolicy.Outcome(""" "Condition":{"StringEquals":{"k:v":"\uD83D\uDE00"}} """, TestPolicy.Context(("k:v", value))));

    /// <summary>Bytes that are no UTF-8, overlong forms and encoded halves among them, make no policy: nothing is replaced to save the rest.</summary>
    [Theory]
    [InlineData(new byte[] { 0xC0, 0xAA })]
    [InlineData(new byte[] { 0xE0, 0x80, 0xAA })]
    [InlineData(new byte[] { 0xED, 0xA0, 0xBD })]
    [InlineData(new byte[] { 0xF4, 0x90, 0x80, 0x80 })]
    [InlineData(new byte[] { 0xFF })]
    [InlineData(new byte[] { 0xC3 })]
    public void Bytes_that_are_no_text_make_no_policy(byte[] odd)
    {
        byte[] json = [.. """{"Statement":{"Effect":"Allow","Action":"s3:"""u8, .. odd, .. "\",\"Resource\":\"*\"}}"u8];
        ParseResult<PolicyDocument> result = PolicyParser.Parse(PolicyText.FromUtf8(json), new PolicyParserOptions { Mode = ParseMode.Stored });
        Assert.False(result.Success);
        Assert.Equal("PE1003", Assert.Single(result.Diagnostics, static d => d.Severity == DiagnosticSeverity.Error).Id);
    }

    /// <summary>A policy in UTF-16 is no policy, whatever order its bytes have.</summary>
    [Fact]
    public void A_policy_in_another_encoding_is_no_policy()
    {
        const string json = """{"Statement":{"Effect":"Allow","Action":"*","Resource":"*"}}""";
        foreach (Encoding encoding in (Encoding[])[Encoding.Unicode, Encoding.BigEndianUnicode, Encoding.UTF32])
        {
            Assert.False(PolicyParser.Parse(PolicyText.FromUtf8(encoding.GetBytes(json))).Success);
            Assert.False(PolicyParser.Parse(PolicyText.FromUtf8([.. encoding.GetPreamble(), .. encoding.GetBytes(json)])).Success);
        }
    }
}
