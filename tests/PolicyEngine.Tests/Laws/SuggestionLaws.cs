using FsCheck.Xunit;
using PolicyEngine.FsCheck;
using PolicyEngine.FsCheck.Texts;

namespace PolicyEngine.Tests.Laws;

/// <summary>Q-36: what is suggested lets the request pass, and opens nothing else.</summary>
[Laws(typeof(LawCases))]
public class SuggestionLaws
{
    [Property]
    public bool Q36_what_is_suggested_lets_the_request_pass(AuthorizationCase question)
    {
        RequestSuggestions found = Suggest(question);
        bool isDenied = question.Decide().BestCase != Decision.Allowed;
        AuthorizationDecision decision = (question with { Policies = found.Policies }).Decide();
        return found.Reason is null
            ? isDenied && !found.Changes.IsEmpty && decision.BestCase == Decision.Allowed && decision == found.Decision
            : found.Changes.IsEmpty && found.Policies == question.Policies && decision == found.Decision;
    }

    /// <summary>Other actions, resources and callers, where no Deny was changed.</summary>
    [Property]
    public bool Q36_no_other_call_is_let_in(AuthorizationCase question, int seed)
    {
        RequestSuggestions found = Suggest(question);
        if (found.Changes.Any(static change => change.Denier is not null)) return true;
        AuthorizationRequest asked = question.Request;

        // The policies of a caller, the trust policy of a role, an access point, and what else has no Resource, are about those to whom they are attached.
        bool isOfCaller = found.Changes.Any(static change => change.Kind is PolicyType.Identity or PolicyType.PermissionsBoundary or PolicyType.Session or PolicyType.ScopeDown);
        bool hasResources = asked.Resource != "*" && !asked.HasSeveralChecks && found.Changes.All(static change => change.Statement.Resource is not null);
        RequestPrincipal other = new Draw(seed).Of(RequestPrincipal.Anonymous, RequestPrincipal.FromArn("arn:aws:iam::111122223333:user/Mallory"), RequestPrincipal.Root("444455556666"));
        return IsAsBefore(asked.Principal, asked.Action + "X", asked.Resource)
            && (!hasResources || IsAsBefore(asked.Principal, asked.Action, asked.Resource + "x"))
            && (isOfCaller || other.Arn == asked.Principal.Arn || IsAsBefore(other, asked.Action, asked.Resource));

        bool IsAsBefore(RequestPrincipal caller, string action, string resource)
        {
            AuthorizationRequest request = new(caller, action, resource, asked.Context) { Endpoint = asked.Endpoint, ResourceAccount = asked.ResourceAccount };
            AuthorizationDecision then = (question with { Request = request, Policies = found.Policies }).Decide();
            return then.BestCase != Decision.Allowed || (question with { Request = request }).Decide().BestCase == Decision.Allowed;
        }
    }

    private static RequestSuggestions Suggest(AuthorizationCase question) => new PolicyEvaluator(options: question.Options).Suggest(PolicyCompiler.Compile(question.Policies), question.Request);
}
