using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;
using System.Runtime.CompilerServices;
using PolicyEngine.Catalogue;
using PolicyEngine.Checks;

namespace PolicyEngine.Tests.Architecture;

/// <summary>What the packages above the core use of it that is not public. Such a package depends on exactly the core's version.</summary>
public class FriendTests
{
    private static readonly Assembly Core = typeof(PolicyParser).Assembly;

    /// <summary>The words of the language and the facts of AWS that its parser and evaluator go by too, and how findings are made.</summary>
    private static readonly string[] UsedByChecks =
    [
        "PolicyEngine.ConditionKey.get_NameComparer",
        "PolicyEngine.ConditionKeys.IsOfEndpoint",
        "PolicyEngine.ConditionKeys.IsOfEveryEndpoint",
        "PolicyEngine.ConditionKeys.IsOfSomeEndpoints",
        "PolicyEngine.ConditionKeys.IsSourceIp",
        "PolicyEngine.Diagnostic..ctor",
        "PolicyEngine.Diagnostic.get_Arguments",
        "PolicyEngine.Diagnostic.set_Arguments",
        "PolicyEngine.DiagnosticDescriptor..ctor",
        "PolicyEngine.DiagnosticDescriptor.FormatMessage",
        "PolicyEngine.Diagnostics.Descriptors",
        "PolicyEngine.Diagnostics.DiagnosticBag",
        "PolicyEngine.Facts.Partition",
        "PolicyEngine.Facts.PrivateAddresses",
        "PolicyEngine.Facts.ProfileCell",
        "PolicyEngine.Facts.RegionName",
        "PolicyEngine.Facts.ServiceProfiles",
        "PolicyEngine.Facts.ServiceTables.SendsEndpointKey",
        "PolicyEngine.Json.ElementPath",
        "PolicyEngine.Language.AccountId",
        "PolicyEngine.Language.ActionForm",
        "PolicyEngine.Language.ActionFormKind",
        "PolicyEngine.Language.ArnParts",
        "PolicyEngine.Language.BooleanText",
        "PolicyEngine.Language.DecimalNumber",
        "PolicyEngine.Language.IpAddress",
        "PolicyEngine.Language.IpNetwork",
        "PolicyEngine.Language.NameWildcard",
        "PolicyEngine.Language.OperatorFamily",
        "PolicyEngine.Language.PartitionName",
        "PolicyEngine.Language.PatternTokens",
        "PolicyEngine.Language.PolicyInstant",
        "PolicyEngine.Language.PrincipalForm",
        "PolicyEngine.Language.PrincipalFormKind",
        "PolicyEngine.Language.PrincipalTypeNames",
        "PolicyEngine.Syntax.ConditionOperator.get_Family",
        "PolicyEngine.Syntax.Drafts.PolicyTypeRules",
        "PolicyEngine.TextSpan.FromBounds",
    ];

    /// <summary>What an action pattern is, and how names are compared with wildcards.</summary>
    private static readonly string[] UsedByCatalogue =
    [
        "PolicyEngine.Language.ActionForm",
        "PolicyEngine.Language.ActionFormKind",
        "PolicyEngine.Language.NameWildcard",
    ];

    [Fact]
    public void The_catalogue_uses_the_internals_that_are_listed() => Assert.Equal(UsedByCatalogue, InternalsUsedBy(typeof(ServiceCatalogue).Assembly), StringComparer.Ordinal);

    [Fact]
    public void Checks_use_the_internals_that_are_listed() => Assert.Equal(UsedByChecks, InternalsUsedBy(typeof(PolicyChecker).Assembly), StringComparer.Ordinal);

    /// <summary>The generators are made as a user of the packages could make them.</summary>
    [Fact]
    public void No_other_package_is_a_friend() => Assert.Equal(
        ["PolicyEngine.Catalogue", "PolicyEngine.Checks", "PolicyEngine.Cli", "PolicyEngine.Tests"],
        Core.GetCustomAttributes<InternalsVisibleToAttribute>().Select(static friend => friend.AssemblyName).Order(StringComparer.Ordinal),
        StringComparer.Ordinal);

    /// <summary>The types that are not public, and the members that are not public of types that are.</summary>
    private static IEnumerable<string> InternalsUsedBy(Assembly friend)
    {
        using FileStream stream = File.OpenRead(friend.Location);
        using PEReader file = new(stream);
        MetadataReader reader = file.GetMetadataReader();
        IEnumerable<EntityHandle> handles = [.. reader.TypeReferences.Select(static handle => (EntityHandle)handle), .. reader.MemberReferences.Select(static handle => (EntityHandle)handle)];
        return handles.Select(handle => Resolve(friend.ManifestModule, handle)).Select(NameOf).OfType<string>().Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);
    }

    private static MemberInfo? Resolve(Module module, EntityHandle handle)
    {
        // A member of a generic type is resolved where the type is known; the type itself is among the references.
        try
        {
            return module.ResolveMember(MetadataTokens.GetToken(handle), [typeof(object), typeof(object)], [typeof(object), typeof(object)]);
        }
        catch (Exception exception) when (exception is BadImageFormatException or ArgumentException or TypeLoadException)
        {
            return null;
        }
    }

    private static string? NameOf(MemberInfo? member)
    {
        Type? type = member as Type ?? member?.DeclaringType;
        if (type?.Assembly != Core) return null;
        Type outermost = type;
        while (outermost.DeclaringType is { } outer) outermost = outer;
        if (!outermost.IsVisible) return outermost.FullName;
        bool isPublic = member is Type ? type.IsVisible : member is MethodBase { IsPublic: true } or FieldInfo { IsPublic: true };
        return isPublic ? null : $"{outermost.FullName}.{member!.Name}";
    }
}
