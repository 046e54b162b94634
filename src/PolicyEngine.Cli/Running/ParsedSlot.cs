using System.Collections.Immutable;
using PolicyEngine.Cli.Cases;

namespace PolicyEngine.Cli.Running;

/// <summary>What parsing made of the policies of one kind.</summary>
/// <param name="Policies">The policies; not to be used where there are errors.</param>
/// <param name="Diagnostics">What was found in them.</param>
internal sealed record ParsedSlot(AttachedPolicies Policies, ImmutableArray<Diagnostic> Diagnostics)
{
    /// <summary>No policy of the kind.</summary>
    internal static ParsedSlot None { get; } = new(AttachedPolicies.None, []);

    /// <summary>It is unknown which.</summary>
    internal static ParsedSlot Unknown { get; } = new(AttachedPolicies.Unknown, []);

    /// <summary>The access point with its policies; null for other kinds, and where no more is told than the policies.</summary>
    internal AccessPoint? AccessPoint { get; private init; }

    /// <summary>True where any policy has an error.</summary>
    internal bool HasErrors { get; private init; }

    /// <summary>Parses the policies of a kind. The policy of a role is its trust policy.</summary>
    internal static ParsedSlot Parse(CasePolicies.Slot slot, PolicyType kind, ParseLevel level, string? service, AuthorizationRequest request)
    {
        ParsedSlot own = ParsePolicies(slot, kind, level, service, request);
        if (slot.AccessPoint is not { } told) return own;
        if (told.Supporting is not { } behind) return own with { AccessPoint = told.Facts with { Policies = own.Policies } };
        CasePolicies others = new();
        others.Set(behind);
        _ = others.TryGet(kind, out CasePolicies.Slot supporting);
        ParsedSlot parsed = Parse(supporting, kind, level, service, request);
        return new ParsedSlot(own.Policies, own.Diagnostics.AddRange(parsed.Diagnostics))
        {
            HasErrors = own.HasErrors || parsed.HasErrors,
            AccessPoint = told.Facts with { Policies = own.Policies, Supporting = parsed.AccessPoint },
        };
    }

    private static ParsedSlot ParsePolicies(CasePolicies.Slot slot, PolicyType kind, ParseLevel level, string? service, AuthorizationRequest request)
    {
        if (slot.Levels is not { } levels) return slot.IsKnown ? None : Unknown;
        PolicyType type = kind == PolicyType.Resource && IsRole(request) ? PolicyType.Trust : kind;
        PolicyParserOptions options = level.ToOptions(type) with { AllowsManagedRcp = true, Service = service };
        ImmutableArray<Diagnostic>.Builder diagnostics = ImmutableArray.CreateBuilder<Diagnostic>();
        bool hasErrors = false;
        PolicyLevel[] parsed = [.. levels.Select(own => new PolicyLevel(own.Name, [.. own.Policies.Select(ParseOne).OfType<PolicyDocument>()]))];
        return new ParsedSlot(AttachedPolicies.OfLevels(parsed), diagnostics.ToImmutable()) { HasErrors = hasErrors };

        PolicyDocument? ParseOne(PolicyText text)
        {
            ParseResult<PolicyDocument> result = PolicyParser.Parse(text, options);
            diagnostics.AddRange(result.Diagnostics);
            hasErrors |= !result.Success;
            return result.Value;
        }
    }

    /// <summary>True where the resource is a role, whose policy has no Resource.</summary>
    internal static bool IsRole(AuthorizationRequest request) => Arn.TryParse(request.Resource, out Arn? arn) && arn.Service is "iam" && arn.Resource.StartsWith("role/", StringComparison.Ordinal);
}
