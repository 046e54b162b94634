using System.Collections;
using System.Reflection;
using System.Runtime.CompilerServices;
using PolicyEngine.Tests.Laws;

namespace PolicyEngine.Tests.Architecture;

/// <summary>What all threads share: constants, and caches of a fixed size.</summary>
public class StaticStateTests
{
    /// <summary>The caches, each with the most entries that it holds, and the most characters of each.</summary>
    private static readonly Dictionary<string, (int Entries, int Characters)> Caches = new(StringComparer.Ordinal)
    {
        ["PolicyEngine.Json.TextCache.Texts"] = (4096, 64),
        ["PolicyEngine.Facts.ConditionKeyCache.Keys"] = (512, 128),
        ["PolicyEngine.Requests.CallerCache.Callers"] = (256, 256),
    };

    private static readonly FieldInfo[] Fields = [.. typeof(PolicyParser).Assembly.GetTypes()
        .Where(static t => !t.ContainsGenericParameters && !t.Name.StartsWith('<'))
        .SelectMany(static t => t.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
        .Where(static f => !f.IsLiteral && !f.Name.StartsWith('<') && typeof(ICollection).IsAssignableFrom(f.FieldType))];

    /// <summary>Reading, compiling, deciding and explaining change nothing that is shared but the caches.</summary>
    [Fact]
    public void Only_caches_that_are_listed_change()
    {
        Work(0);
        int[] before = [.. Fields.Select(Digest)];
        Work(500);
        IEnumerable<string> changed = Fields.Where((field, i) => Digest(field) != before[i]).Select(NameOf);
        Assert.Empty(changed.Except(Caches.Keys, StringComparer.Ordinal));
    }

    [Fact]
    public void Caches_that_are_listed_are_bounded()
    {
        Work(1_000);
        foreach ((string name, (int entries, int characters)) in Caches)
        {
            object?[] held = Assert.IsType<object?[]>(Fields.Single(field => NameOf(field) == name).GetValue(null), exactMatch: false);
            Assert.Equal(entries, held.Length);
            Assert.All(held, item => Assert.InRange($"{item}".Length, 0, characters));
        }
    }

    [Fact]
    public void Nothing_is_kept_by_thread() =>
        Assert.Empty(typeof(PolicyParser).Assembly.GetTypes().SelectMany(static t => t.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
            .Where(static f => f.IsDefined(typeof(ThreadStaticAttribute)) || f.FieldType.Name is "ThreadLocal`1" or "AsyncLocal`1" or "ConditionalWeakTable`2").Select(NameOf));

    private static string NameOf(FieldInfo field) => $"{field.DeclaringType}.{field.Name}";

    private static int Digest(FieldInfo field)
    {
        HashCode all = new();
        foreach (object? item in (ICollection)field.GetValue(null)!) all.Add(item is null ? 0 : item is ValueType ? item.GetHashCode() : RuntimeHelpers.GetHashCode(item));
        return all.ToHashCode();
    }

    private static void Work(int seed)
    {
        for (int i = seed; i < seed + 20; i++)
        {
            PolicySetCase sample = PolicySetGenerator.Make(i);
            PolicyDocument document = LanguageCaseGenerator.Make(i).Document;
            TestPolicy.Parse(PolicyWriter.Write(document), document.Type, ParseMode.Stored);
            CompiledPolicySet policies = PolicyCompiler.Compile(sample.Policies);
            foreach (AuthorizationRequest request in sample.Requests)
            {
                TestPolicy.Evaluator.Evaluate(policies, request);
                TestPolicy.Evaluator.Explain(policies, request);
            }
        }
    }
}
