using System.Collections.Immutable;
using System.Globalization;
using PolicyEngine.Catalogue;
using PolicyEngine.Checks.Rules;
using PolicyEngine.Language;
using PolicyEngine.Syntax;

namespace PolicyEngine.Checks;

/// <summary>Compares the documents that apply to one principal or one resource.</summary>
/// <param name="policies">The documents.</param>
/// <param name="options">What is known beside them.</param>
internal sealed class SetChecker(PolicySet policies, PolicyCheckerOptions options)
{
    private readonly List<Finding> found = [];

    /// <summary>The findings between the documents, in the order of the documents.</summary>
    internal ImmutableArray<Finding> Check()
    {
        PolicyDocument[] identity = [.. DocumentsOf(policies.Identity)];
        PolicyDocument[] boundary = [.. DocumentsOf(policies.PermissionsBoundary)];
        PolicyDocument[] resource = [.. DocumentsOf(policies.Resource)];
        CheckAllows(identity, [.. identity, .. boundary, .. DocumentsOf(policies.Session), .. DocumentsOf(policies.ScopeDown), .. DocumentsOf(policies.ServiceControl)], boundary);
        CheckAllows(resource, [.. resource, .. DocumentsOf(policies.ResourceControl)], []);
        return [.. found];
    }

    private static IEnumerable<PolicyDocument> DocumentsOf(AttachedPolicies attached) => attached.Levels.SelectMany(static level => level.Documents);

    private void CheckAllows(PolicyDocument[] own, PolicyDocument[] all, PolicyDocument[] boundary)
    {
        for (int i = 0; i < own.Length; i++)
        {
            PolicyDocument document = own[i];
            PolicyDocument[] before = own[..i];
            PolicyText source = document.Source ?? PolicyText.FromString("");
            AdviceFindings findings = new(source, options.MaxDiagnostics);
            AdviceContext context = new(document.Type, document.HasVariables, options, source, findings) { Round = AdviceRound.Statement };
            context.ForEach(new CheckedStatements(document), (at, statement) =>
            {
                if (FindEqual(statement, before) is { } twin) at.Find(SetDescriptors.Equal, statement.Span, default, twin);
                if (!statement.Allows || CheckDenies(at, statement, Array.FindAll(all, other => !ReferenceEquals(other, document)))) return;
                if (boundary.Length > 0 && AreAllOut(statement, action => IsAllowed(boundary, action))) at.Find(SetDescriptors.OutsideBoundary, statement.Span, default, NameOf(boundary[0]));
                CheckLevels(at, statement);
            });
            found.AddRange(findings.Join([]));
        }
    }

    /// <summary>True where one statement of another document denies all that is allowed.</summary>
    private static bool CheckDenies(AdviceContext context, CheckedStatement allow, PolicyDocument[] others)
    {
        foreach (PolicyDocument other in others)
        {
            CheckedStatements statements = new(other);
            for (int i = 0; i < statements.Count; i++)
            {
                CheckedStatement deny = statements[i];

                // Control policies and the policies of an endpoint name everyone; what they deny, they deny the caller.
                CheckedStatement ofCaller = allow.Principal is null ? deny with { Principal = null } : deny;
                if (!StatementCover.Swallows(ofCaller, allow, context.HasVariables)) continue;
                context.Find(SwallowedAllow.Swallowed, allow.Span, default, $"{PathOf(deny)} of {NameOf(other)}");
                return true;
            }
        }

        return false;
    }

    private void CheckLevels(AdviceContext context, CheckedStatement allow)
    {
        if (context.Type is not (PolicyType.Identity or PolicyType.Managed)) return;
        foreach (PolicyLevel level in policies.ServiceControl.Levels)
        {
            if (!AreAllOut(allow, action => IsAllowed(level.Documents, action) && !IsDenied(level.Documents, action))) continue;
            context.Find(SetDescriptors.OutsideLevel, allow.Span, default, level.Name);
            return;
        }
    }

    /// <summary>True where every action of the statement is known, and none of them is let through.</summary>
    private bool AreAllOut(CheckedStatement statement, Func<string, bool> isIn)
    {
        if (statement.Action is not { IsNegated: false } element) return false;
        foreach (TextValue pattern in element.Patterns)
        {
            ImmutableArray<CatalogueAction> actions = options.Catalogue.Expand(pattern.Text);
            if (actions.IsEmpty || actions.Any(action => isIn(action.FullName))) return false;
        }

        return true;
    }

    private static bool IsAllowed(IEnumerable<PolicyDocument> documents, string action) =>
        documents.Any(document => document.Statements.Any(statement => statement.Effect == Effect.Allow && ActionCoverage.Covers(statement.Action, action)));

    private static bool IsDenied(IEnumerable<PolicyDocument> documents, string action) => documents.Any(document => document.Statements.Any(statement =>
        statement is { Effect: Effect.Deny, Condition: not { Clauses.Count: > 0 } }
        && (statement.Resource is not { } resource || (!resource.IsNegated && resource.Patterns.Any(static pattern => ValueText.IsStars(pattern.Text))))
        && ActionCoverage.Covers(statement.Action, action)));

    /// <summary>The first statement of the documents that is equal but for its Sid.</summary>
    private static string? FindEqual(CheckedStatement statement, PolicyDocument[] documents)
    {
        foreach (PolicyDocument document in documents)
        {
            CheckedStatements others = new(document);
            for (int i = 0; i < others.Count; i++)
            {
                CheckedStatement other = others[i];
                bool isEqual = other.Effect == statement.Effect && Equals(other.Principal, statement.Principal) && Equals(other.Action, statement.Action)
                    && Equals(other.Resource, statement.Resource) && Equals(other.Condition, statement.Condition);
                if (isEqual) return $"{PathOf(other)} of {NameOf(document)}";
            }
        }

        return null;
    }

    private static string PathOf(CheckedStatement statement) => statement.Index < 0 ? "Statement" : string.Create(CultureInfo.InvariantCulture, $"Statement[{statement.Index}]");

    private static string NameOf(PolicyDocument document) => document.Source is { Name.Length: > 0 } source ? $"'{source.Name}'" : $"another policy of type '{PolicyTypeNames.NameOf(document.Type)}'";
}
