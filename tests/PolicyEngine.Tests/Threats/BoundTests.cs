using System.Text;
using PolicyEngine.Matching;
using PolicyEngine.Matching.Searching;
using PolicyEngine.Syntax;

namespace PolicyEngine.Tests.Threats;

/// <summary>What hostile policies and requests cost at most: characters, places and bytes are counted, time is not measured.</summary>
public class BoundTests
{
    private const int Small = 20_000;
    private const string Deny = """{"Effect":"Deny","Action":"*","Resource":""";

    /// <summary>Shapes of text of a given length, each of which fills one part of a policy.</summary>
    private static readonly Dictionary<string, Func<int, string>> Shapes = new(StringComparer.Ordinal)
    {
        ["statements"] = static n => Document(Many(n / 60, static i => $$"""{"Effect":"Allow","Action":"s3:Get{{i}}","Resource":"*"}""")),
        ["resources"] = static n => Document(Deny + "[" + Many(n / 24, static i => $"\"arn:aws:s3:::b{i}/*\"") + "]}"),
        ["pieces"] = static n => Document(Many(n / 80, static i => $$"""{"Effect":"Allow","Action":"s3:*","Resource":"arn:aws:s3:::*{{i:D8}}*"}""")),
        ["stars"] = static n => Document(Deny + "\"arn:aws:s3:::" + new string('*', n) + "\"}"),
        ["star bomb"] = static n => Document(Deny + "\"arn:aws:s3:::" + Again(n / 2, "a*") + "\"}"),
        ["variables"] = static n => Document(Deny + "\"arn:aws:s3:::" + Again(n / 6, "${k:v}") + "\"}"),
        ["values"] = static n => Document(Deny + "\"*\",\"Condition\":{\"StringLike\":{\"k:v\":[" + Many(n / 12, static i => $"\"*{i:D6}*\"") + "]}}}"),
        ["one key after another"] = static n => Document(Deny + "\"*\",\"Condition\":{\"StringEquals\":{" + Many(n / 14, static i => $"\"k:{i}\":\"v\"") + "}}}"),
        ["white space"] = static n => Document(new string(' ', n) + Deny + "\"*\"}"),
        ["escapes"] = static n => Document(Deny + "\"arn:aws:s3:::" + Again(n / 6, "\\u0061") + "\"}"),
    };

    public static TheoryData<string> Names => [.. Shapes.Keys];

    /// <summary>Four times the text, at most about four times the memory, and at most 200 bytes for each byte.</summary>
    [Theory]
    [MemberData(nameof(Names))]
    public void Reading_and_compiling_take_memory_in_proportion_to_the_text(string name)
    {
        string small = Shapes[name](Small);
        string large = Shapes[name](4 * Small);
        Weigh(small);
        Weigh(large);
        long least = Weigh(small);
        long most = Weigh(large);
        Assert.InRange(most, 0, 200L * large.Length);
        Assert.InRange((double)most / least, 0, 1.25 * large.Length / small.Length);
    }

    /// <summary>A wildcard at the end of a part may cross colons; each of them once was a place at which the whole rest was matched.</summary>
    [Theory]
    [InlineData("x*y", 0)]
    [InlineData("*a*b*c", 1)]
    [InlineData("*", 1)]
    [InlineData("?*a*b", 1)]
    [InlineData(":*a*b", 1)]
    public void A_resource_of_colons_is_matched_with_the_last_part_once(string tail, int most)
    {
        AuthorizationRequest request = new(RequestPrincipal.Root("111122223333"), "s3:GetObject", "arn:aws:s3:::" + new string(':', 10_000));
        TextPattern[] middle = [.. new[] { "*", "*", "*" }.Select(static text => TextPattern.Compile(text, wildcards: true, variables: true))];
        new ColonCrossing(request, values: []).IsMatch(middle, TextPattern.Compile(tail, wildcards: true, variables: true), out int tried);
        Assert.True(most > 0 ? tried <= most + 1 : tried <= request.Resource.Length, $"{tried} places");
    }

    [Theory]
    [InlineData("${k:v}*${k:v}*${k:v}*b", 1)]
    [InlineData("*${k:v}*b", 1)]
    [InlineData("*${k:v}?${k:v}*b", 100)]
    public void A_star_bomb_of_variables_costs_no_more_than_its_text_with_values(string pattern, int perCharacter)
    {
        const int length = 2_000;
        string value = new('a', 100);
        TextPattern compiled = TextPattern.Compile(pattern, wildcards: true, variables: true);
        string?[] values = [.. Enumerable.Repeat(value, 3)];
        WildcardMatcher<CountingMeter> matcher = new(new string('a', length), values, TextComparison.Ordinal, codePoints: false);
        Assert.False(matcher.IsMatch(compiled.Segments));
        Assert.InRange(matcher.Meter.Count, 1, ((long)perCharacter * length * 3) + length);
    }

    /// <summary>Words of four characters that the framework hashes alike: a policy of them once made one long chain.</summary>
    [Fact]
    public void Substrings_that_the_framework_hashes_alike_have_hashes_of_their_own()
    {
        ulong[] nGrams = [.. from a in Enumerable.Range(0x21, 90) from b in Enumerable.Range(0x21, 90) select NGram((char)a, (char)b, (char)(a ^ 3), (char)(b ^ 5))];
        Assert.Single(nGrams.Select(static nGram => nGram.GetHashCode()).Distinct());
        Assert.InRange(nGrams.Select(static nGram => SubstringIndex.HashOf(nGram) >> 40).Distinct().Count(), nGrams.Length * 9 / 10, nGrams.Length);
    }

    /// <summary>A thousand patterns of one n-gram against a text that repeats it: their numbers are given once, and not at each position.</summary>
    [Theory]
    [InlineData("a", "aaaa")]
    [InlineData("ab", "abab")]
    [InlineData("abc", "bcab")]
    public void Q52_an_n_gram_that_repeats_gives_its_numbers_once(string period, string substring)
    {
        SubstringIndex index = SubstringIndex.Build([.. Enumerable.Range(0, 1_000).Select(number => (substring, number))]);
        SubstringIndex.Walk walk = index.Find(Again(8_000 / period.Length, period));
        int given = 0;
        while (walk.MoveNext()) given += walk.Numbers.Length;
        Assert.Equal(1_000, given);
    }

    /// <summary>Sixty thousand keys, and one key in as many spellings: each is looked up by hash, and none is compared with all before it.</summary>
    [Fact]
    public void Many_keys_and_spellings_of_a_request_are_found_by_hash()
    {
        RequestContextBuilder builder = new();
        for (int i = 0; i < 60_000; i++) builder.Set($"k:{i}", "v").Set($"K:{i}", "w").Set(Spelling(i), i % 2 == 0 ? "even" : "odd");
        RequestContext context = builder.Build();
        Assert.Equal(180_000, context.Count);
        Assert.Equal('I', TestPolicy.Outcome(""" "Condition":{"StringEquals":{"k:59999":"v"}} """, context));
        Assert.Equal('T', TestPolicy.Outcome(""" "Condition":{"StringEquals":{"s:aaaaaaaaaaaaaaaaaaaa":["even","odd"]}} """, context));
        Assert.Equal('F', TestPolicy.Outcome(""" "Condition":{"StringEquals":{"k:60000":"v"}} """, context));

        static string Spelling(int number) => "s:" + string.Concat(Enumerable.Range(0, 20).Select(bit => ((number >> bit) & 1) == 0 ? 'a' : 'A'));
    }

    [Fact]
    public void Keys_are_the_same_whether_few_or_many_are_set()
    {
        for (int count = 1; count < 70; count += 3)
        {
            RequestContextBuilder builder = new();
            for (int round = 0; round < 2; round++)
            {
                for (int i = 0; i < count; i++) builder.Set($"k:{i}", $"{round}");
            }

            builder.Set("K:0", "other");
            RequestContext context = builder.Build();
            Assert.Equal(count + 1, context.Count);
            Assert.Equal('I', TestPolicy.Outcome(""" "Condition":{"StringEquals":{"k:0":"1"}} """, context));
            Assert.Equal("1", context[$"K:{count - 1}"]!.Values[0]);
            Assert.Equal(1, builder.Clear().Set("k:0", "x").Build().Count);
        }
    }

    /// <summary>No limit that a caller may raise lets depth reach the stack.</summary>
    [Theory]
    [InlineData("[")]
    [InlineData("{\"Statement\":")]
    [InlineData("{\"Statement\":[{\"Condition\":{\"a\":")]
    public void Depth_is_bounded_by_an_option_and_never_by_the_stack(string piece)
    {
        PolicyText text = PolicyText.FromString(string.Concat(Enumerable.Repeat(piece, 200_000 / piece.Length)));
        ParseResult<PolicyDocument> usual = PolicyParser.Parse(text);
        Assert.Contains(usual.Diagnostics, static d => d.Severity == DiagnosticSeverity.Error);
        Assert.False(PolicyParser.Parse(text, new PolicyParserOptions { MaxDepth = 1_000_000 }).Success);
        Assert.False(PolicyParser.Parse(text, new PolicyParserOptions { MaxDepth = 1_000_000, TolerantText = true, Mode = ParseMode.Stored }).Success);
    }

    private static long Weigh(string json)
    {
        PolicyText text = PolicyText.FromUtf8(Encoding.UTF8.GetBytes(json));
        PolicyParserOptions options = new() { Quota = PolicyQuota.None };
        long before = GC.GetAllocatedBytesForCurrentThread();
        CompiledPolicy policy = PolicyCompiler.Compile(PolicyParser.Parse(text, options).GetValueOrThrow());
        new PolicyEvaluator().Evaluate(policy, new AuthorizationRequest(RequestPrincipal.Root("111122223333"), TestPolicy.Action, TestPolicy.Resource));
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    private static string Document(string statements) => """{"Version":"2012-10-17","Statement":[""" + statements + "]}";

    private static string Again(int count, string piece) => string.Concat(Enumerable.Repeat(piece, count));

    private static string Many(int count, Func<int, string> item) => string.Join(',', Enumerable.Range(0, count).Select(item));

    private static ulong NGram(char a, char b, char c, char d) => a | ((ulong)b << 16) | ((ulong)c << 32) | ((ulong)d << 48);

    private struct CountingMeter : ICharacterMeter
    {
        public long Count { get; private set; }

        public void Add(int characters) => Count += characters;
    }
}
