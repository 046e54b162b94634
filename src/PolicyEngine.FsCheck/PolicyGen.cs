using FsCheck;
using PolicyEngine.FsCheck.Policies;
using PolicyEngine.FsCheck.Requests;
using PolicyEngine.FsCheck.Texts;
using PolicyEngine.Syntax;

namespace PolicyEngine.FsCheck;

/// <summary>Generators of policies, near no request in particular: all of them are valid, which means that the strict parser takes them.</summary>
/// <remarks>Each statement is made to match a request of its own; two thirds have a condition of one or two operators, and a seventh of the elements
/// are negated. Half of the statements allow, in resource control policies none. Seven of eight documents have Version 2012-10-17 where the type
/// leaves it free. For policies that meet a request, see <see cref="NearGen"/>. Immutable and safe for concurrent use.</remarks>
public static class PolicyGen
{
    /// <summary>Documents of any type, each as often.</summary>
    /// <remarks>At FsCheck's size n, 1 to 1 + n/20 statements, and never more than 6.</remarks>
    public static Gen<PolicyDocument> AnyDocument { get; } = Draw.Make(static (draw, size) => DocumentGenerator.Any(draw, DocumentGenerator.AnyType(draw), size));

    /// <summary>Principal elements of resource policies: everyone (a third), or one or two types with one or two entries.</summary>
    public static Gen<PrincipalElement> Principal { get; } =
        Draw.Make(static draw => PrincipalGenerator.Make(draw, PolicyType.Resource, Effect.Allow, Callers.Any(draw), holds: true));

    /// <summary>Conditions of one to three operators with one key each, over all operators and set operators, with and without IfExists.</summary>
    public static Gen<ConditionBlock> Condition { get; } =
        Draw.Make(static draw => new ConditionGenerator(draw, PolicyType.Identity, variables: true, AnyRequest.Make(draw)).Block(3, holds: true));

    /// <summary>Policy sets: identity policies mostly, resource policies half of the time, each other kind a third of the time, and one in 40 not known.</summary>
    /// <remarks>Organization policies have one to three levels; one in four slots or levels has two documents. Documents grow with FsCheck's size.</remarks>
    public static Gen<PolicySet> Set { get; } = Draw.Make(static (draw, size) => SetGenerator.Near(draw, size, AnyRequest.Make(draw), Aimed.AnyWish(draw)));

    /// <summary>Documents of a type.</summary>
    /// <remarks>At FsCheck's size n, 1 to 1 + n/20 statements, and never more than 6.</remarks>
    /// <param name="type">The type.</param>
    /// <returns>The generator.</returns>
    public static Gen<PolicyDocument> Document(PolicyType type) => Draw.Make((draw, size) => DocumentGenerator.Any(draw, type, size));

    /// <summary>Statements of a document of a type with Version 2012-10-17.</summary>
    /// <param name="type">The type.</param>
    /// <returns>The generator.</returns>
    public static Gen<Statement> Statement(PolicyType type = PolicyType.Identity) => Draw.Make(draw => DocumentGenerator.Statement(draw, type, PolicyVersion.Version2012));
}
