using System.Reflection;
using System.Runtime.CompilerServices;
using PolicyEngine.Catalogue;
using PolicyEngine.Checks;
using PolicyEngine.FsCheck;

namespace PolicyEngine.Tests.Architecture;

/// <summary>What every public type keeps to.</summary>
public class SurfaceTests
{
    private static readonly Assembly[] Libraries = [typeof(PolicyParser).Assembly, typeof(ServiceCatalogue).Assembly, typeof(PolicyChecker).Assembly, typeof(PolicyCase).Assembly];
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

    /// <summary>Everyday types need one using; the syntax tree with its builder, records of CloudTrail, and facts of AWS have namespaces of their own, and so has each further package.</summary>
    [Theory]
    [MemberData(nameof(Types))]
    public void Public_types_are_in_four_namespaces_and_one_for_each_package(Type type) =>
        Assert.Contains(type.Namespace, (string[])["PolicyEngine", "PolicyEngine.Syntax", "PolicyEngine.CloudTrail", "PolicyEngine.Facts", "PolicyEngine.Catalogue", "PolicyEngine.Checks", "PolicyEngine.FsCheck"], StringComparer.Ordinal);

    /// <summary>A file that uses PolicyEngine keeps the names that a new project imports by itself.</summary>
    [Fact]
    public void No_public_type_hides_a_type_that_a_new_project_imports()
    {
        string[] imported = ["System", "System.IO", "System.Linq", "System.Collections.Generic", "System.Threading", "System.Threading.Tasks", "System.Net.Http"];
        HashSet<string> taken = [.. FrameworkTypes().Where(type => imported.Contains(type.Namespace, StringComparer.Ordinal)).Select(NameOf)];
        Assert.DoesNotContain(PublicTypes.Where(static type => !type.IsNested).Select(NameOf), taken.Contains);
    }

    [Fact]
    public void No_namespace_ends_in_the_name_of_a_type_of_System()
    {
        HashSet<string> taken = [.. FrameworkTypes().Where(static type => type.Namespace == "System").Select(NameOf)];
        IEnumerable<string> last = Libraries.SelectMany(static library => library.GetTypes()).Select(static type => type.Namespace?.Split('.')[^1]).OfType<string>().Distinct(StringComparer.Ordinal);
        Assert.DoesNotContain(last, taken.Contains);
    }

    [Fact]
    public void No_static_field_can_change()
    {
        IEnumerable<FieldInfo> changing = Libraries.SelectMany(static library => library.GetTypes())
            .Where(static t => !t.IsDefined(typeof(CompilerGeneratedAttribute), inherit: false) && !t.Name.StartsWith('<'))
            .SelectMany(static t => t.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
            .Where(static f => f is { IsInitOnly: false, IsLiteral: false } && !f.Name.StartsWith('<'));
        Assert.Empty(changing.Select(static f => $"{f.DeclaringType}.{f.Name}"));
    }

    /// <summary>A record promises equality by value, and an array compares by reference.</summary>
    [Fact]
    public void No_record_holds_an_array()
    {
        string[] holding = [.. PublicTypes.Where(IsRecord).SelectMany(
                static type => type.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
            .Where(static field => field.FieldType.IsArray || NameOf(field.FieldType) == "ImmutableArray").Select(static field => $"{field.DeclaringType}.{field.Name}")];
        Assert.Empty(holding);
    }

    [Fact]
    public void What_says_the_same_is_equal()
    {
        Assert.Equal(RequestPrincipal.Service("s3.amazonaws.com", "s3.us-west-2.amazonaws.com"), RequestPrincipal.Service("s3.amazonaws.com", "s3.us-west-2.amazonaws.com"));
        Assert.NotEqual(RequestPrincipal.Service("s3.amazonaws.com"), RequestPrincipal.Service("sqs.amazonaws.com"));
        Assert.Equal(new AccountOrganization("o-1", "o-1/r-1/"), new AccountOrganization("o-1", "o-1/r-1/"));
        Assert.NotEqual(new AccountOrganization("o-1", "o-1/r-1/"), new AccountOrganization("o-1", "o-1/r-2/"));
        Assert.Equal(new AuthorizationOptions { ServicesThatNeedResourcePolicies = ["s3"] }, new AuthorizationOptions { ServicesThatNeedResourcePolicies = ["s3"] });
    }

    [Fact]
    public void Sources_are_short()
    {
        int[] lengths = [.. ((string[])["PolicyEngine", "PolicyEngine.Catalogue", "PolicyEngine.Checks", "PolicyEngine.FsCheck", "PolicyEngine.Cli"]).SelectMany(Repository.SourcesOf).Select(static f => File.ReadLines(f).Count()).Order()];
        Assert.True(lengths[lengths.Length / 2] <= 120, $"median {lengths[lengths.Length / 2]}");
        Assert.True(lengths[^1] <= 400, $"longest {lengths[^1]}");
    }

    private static bool IsRecord(Type type) =>
        type.GetMethod("<Clone>$") is not null || (type.IsValueType && type.GetMethod("PrintMembers", BindingFlags.Instance | BindingFlags.NonPublic) is not null);

    private static string NameOf(Type type) => type.Name.Split('`')[0];

    private static IEnumerable<Type> FrameworkTypes() => ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
        .Where(static path => Path.GetFileName(path).StartsWith("System.", StringComparison.Ordinal))
        .SelectMany(static path => Assembly.Load(AssemblyName.GetAssemblyName(path)).GetExportedTypes());
}
