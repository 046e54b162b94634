using System.Text;
using PolicyEngine.Compilation.Indexing;
using PolicyEngine.Evaluation;
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

    /// <summary>A wildcard at the end of a part may cross colons; each of them once was a place at which the whole rest was matched, or searched for halves of pairs.</summary>
    [Theory]
    [InlineData("a?c", ":")]
    [InlineData("x*y", ":")]
    [InlineData("*a*b*c", ":")]
    [InlineData("*", ":")]
    [InlineData("?*a*b", ":")]
    [InlineData(":*a*b", ":")]
    [InlineData("a?c", "😀:")]
    [InlineData("??:*b*c", "😀:")]
    [InlineData("?:*b*c", "😀:")]
    [InlineData("?:??*b*c", "😀:a:")]
    public void Q52_a_resource_of_colons_is_read_a_few_times(string tail, string piece)
    {
        const int passes = 12;
        AuthorizationRequest request = new(RequestPrincipal.Root("111122223333"), "s3:GetObject", "arn:aws:s3:::" + Again(640_000 / piece.Length, piece));
        TextPattern[] middle = [.. new[] { "*", "*", "*" }.Select(static text => TextPattern.Compile(text, wildcards: true, variables: true))];
        ColonCrossing<CountingMeter> crossing = new(request, values: []);
        crossing.IsMatch(middle, TextPattern.Compile(tail, wildcards: true, variables: true));
        Assert.InRange(crossing.Meter.Count, tail == "*" ? 0 : request.Resource.Length, (long)passes * request.Resource.Length);
        Assert.Equal(tail == "*" ? 'T' : 'F', TestPolicy.Outcome($$""" "Resource":"arn:aws:s3*:*:*:{{tail}}" """, resource: request.Resource));
    }

    /// <summary>A piece between two stars that nearly fits everywhere once was compared at each position.</summary>
    [Theory]
    [InlineData("b", "", "b", "a")]
    [InlineData("b", "a", "b", "")]
    [InlineData("ab", "", "ab", "b")]
    [InlineData("ab", "c", "ab", "")]
    [InlineData("aab", "", "aab", "ab")]
    [InlineData("b", "", "B", "a")]
    [InlineData("bba", "b", "BBA", "")]
    public void Q52_a_search_that_ignores_letter_case_is_linear(string period, string end, string ofText, string endOfText)
    {
        const int length = 400_000;
        string literal = endOfText.Length > 0 ? endOfText + Again(1_000, period) + end + "c" : Again(1_000, period) + end;
        string text = Again((length / ofText.Length) + 1, endOfText.Length > 0 ? Again(300, ofText) + endOfText : ofText)[..length];
        TextPattern pattern = TextPattern.Compile($"*{literal}*{literal}*", wildcards: true, variables: false);
        foreach (TextComparison comparison in (TextComparison[])[TextComparison.IgnoreAsciiCase, TextComparison.IgnoreUnicodeCase])
        {
            WildcardMatcher<CountingMeter> matcher = new(text, [], comparison, codePoints: false);
            matcher.IsMatch(pattern.Segments);
            Assert.InRange(matcher.Meter.Count, 1, 3L * (text.Length + literal.Length));
        }
    }

    /// <summary>A statement of hundreds of resources of which a request has the beginnings, or the pieces, once was matched with all of them for each.</summary>
    [Theory]
    [InlineData("")]
    [InlineData("*")]
    public void Q52_a_statement_that_many_of_its_texts_find_is_matched_twice_at_most(string star)
    {
        const int many = 300;
        string text = Many(many, static i => $"{i:D4}");
        string resources = Many(many, i => $"\"arn:aws:s3:::{star}{(star.Length == 0 ? text[..i] : $"{i:D4}")}*zz\"");
        string others = Many(100, static i => $$"""{"Effect":"Allow","Action":"s3:*","Resource":"arn:aws:s3:::x{{i:D6}}"}""");
        PolicyText policy = PolicyText.FromString(Document($$"""{"Effect":"Deny","Action":"s3:*","Resource":[{{resources}}]},{{others}}"""));
        CompiledPolicy compiled = PolicyCompiler.Compile(PolicyParser.Parse(policy, new PolicyParserOptions { Quota = PolicyQuota.None }).GetValueOrThrow());
        MatchCounter counter = default;
        StatementScan<MatchCounter>.Run(compiled.Table, new AuthorizationRequest(RequestPrincipal.Root("111122223333"), "s3:GetObject", "arn:aws:s3:::" + text), BoundaryAttachment.None, ref counter);
        Assert.InRange(counter.Count, 1, 2);
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

    /// <summary>A thousand patterns of few n-grams against a text that repeats them, near or far: their numbers are given once, and not at each position.</summary>
    [Theory]
    [InlineData("a", "*aaaa?0x*")]
    [InlineData("ab", "*abab?0x*")]
    [InlineData("abc", "*bcab?0x*")]
    [InlineData("abcdefghijklmnopqrstuvwxyz0123456789", "*abcd?0x*", "*bcde?0x*", "*zcde?0x*", "*cdef?0x*", "*defg?0x*", "*efgh?0x*", "*fghi?0x*", "*ghij?0x*", "*hijk?0x*", "*ijkl?0x*", "*jklm?0x*", "*mnop?0x*", "*nopq?0x*")]
    public void Q52_an_n_gram_that_repeats_gives_its_numbers_once(string period, params string[] patterns)
    {
        const int many = 1_000;
        string text = Again(8_000 / period.Length, period);
        TextPattern[] all = [.. Enumerable.Range(0, many).Select(number => TextPattern.Compile(patterns[number % patterns.Length], wildcards: true, variables: false))];
        SubstringIndex.Walk walk = SubstringIndex.Build([.. all.Select(static (pattern, number) => (pattern.LongestLiteral, number))]).Find(text);
        int given = 0;
        long count = 0;
        while (walk.MoveNext())
        {
            given += walk.Numbers.Length;
            foreach (int number in walk.Numbers)
            {
                WildcardMatcher<CountingMeter> matcher = new(text, [], TextComparison.Ordinal, codePoints: false);
                Assert.False(matcher.IsMatch(all[number].Segments));
                count += matcher.Meter.Count;
            }
        }

        walk.Dispose();
        Assert.InRange(given, many / 2, many);
        Assert.InRange(count, 1, (long)many * patterns[0].Length * text.Length);
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

    /// <summary>Counts the statements that are matched.</summary>
    private struct MatchCounter : IStatementCollector
    {
        private int count;

        public readonly int Count => count;

        public readonly void AllowByAction(ulong allowed)
        {
        }

        public readonly ulong FindNotApplicable(StatementMasks masks) => 0;

        public bool Needs(int number, bool denies)
        {
            count++;
            return true;
        }

        public readonly ScanState Add(int number, bool denies, StatementMatch match) => ScanState.Continue;
    }

    private struct CountingMeter : ICharacterMeter
    {
        public long Count { get; private set; }

        public void Add(int characters) => Count += characters;
    }
}
