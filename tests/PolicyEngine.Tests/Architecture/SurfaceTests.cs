using System.Reflection;
using System.Runtime.CompilerServices;
using PolicyEngine.FsCheck;

namespace PolicyEngine.Tests.Architecture;

/// <summary>What every public type keeps to.</summary>
public class SurfaceTests
{
    private static readonly Assembly[] Libraries = [typeof(PolicyParser).Assembly, typeof(PolicyCase).Assembly];
    private static readonly Type[] PublicTypes = [.. Libraries.SelectMany(static library => library.GetExportedTypes())];

    public static TheoryData<Type> Types => [.. PublicTypes];

    [Theory]
    [MemberData(nameof(Types))]
    public void No_public_type_is_mutable(Type type)
    {
        if (type.Name.EndsWith("Builder", StringComparison.Ordinal)) return;
        Assert.DoesNotContain(type.GetFields(BindingFlags.Public | BindingFlags.Instance), static f => !f.IsInitOnly && f.Name != "value__");
        foreach (PropertyInfo property in type.GetProperties().Where(p => p.DeclaringType == type))
        {
            bool isInit = property.SetMethod?.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit)) == true;
            Assert.True(property.SetMethod is not { IsPublic: true } || isInit, $"{type}.{property.Name} can be set");
        }
    }

    [Theory]
    [MemberData(nameof(Types))]
    public void Every_public_class_is_sealed_abstract_or_static(Type type) =>
        Assert.True(!type.IsClass || type.IsSealed || type.IsAbstract, $"{type} can be inherited from");

    [Theory]
    [MemberData(nameof(Types))]
    public void No_public_type_stands_in_the_bare_root_namespace(Type type) => Assert.NotEqual("PolicyEngine", type.Namespace, StringComparer.Ordinal);

    [Fact]
    public void No_static_field_can_change()
    {
        IEnumerable<FieldInfo> changing = Libraries.SelectMany(static library => library.GetTypes())
            .Where(static t => !t.IsDefined(typeof(CompilerGeneratedAttribute), inherit: false) && !t.Name.StartsWith('<'))
            .SelectMany(static t => t.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
            .Where(static f => f is { IsInitOnly: false, IsLiteral: false } && !f.Name.StartsWith('<'));
        Assert.Empty(changing.Select(static f => $"{f.DeclaringType}.{f.Name}"));
    }

    [Fact]
    public void Sources_are_short()
    {
        int[] lengths = [.. ((string[])["PolicyEngine", "PolicyEngine.FsCheck", "PolicyEngine.Cli"]).SelectMany(Repository.SourcesOf).Select(static f => File.ReadLines(f).Count()).Order()];
        Assert.True(lengths[lengths.Length / 2] <= 120, $"median {lengths[lengths.Length / 2]}");
        Assert.True(lengths[^1] <= 400, $"longest {lengths[^1]}");
    }
}
