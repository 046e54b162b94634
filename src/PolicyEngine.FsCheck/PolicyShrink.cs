using PolicyEngine.FsCheck.Shrinking;
using PolicyEngine.Syntax;

namespace PolicyEngine.FsCheck;

/// <summary>Shrinkers: for each value, values that are one step smaller. All of them end.</summary>
/// <remarks>What is valid shrinks to what is valid only: documents that the strict parser takes, requests and calls without errors. What is not valid
/// shrinks anyhow. Each shrunk document is shorter as text; each shrunk request says less.</remarks>
public static class PolicyShrink
{
    /// <summary>Documents with fewer or smaller statements.</summary>
    /// <param name="document">The document.</param>
    /// <returns>Smaller documents of the same type and version.</returns>
    public static IEnumerable<PolicyDocument> Document(PolicyDocument document)
    {
        ArgumentNullException.ThrowIfNull(document);
        return DocumentShrink.Of(document);
    }

    /// <summary>Statements with fewer or smaller elements.</summary>
    /// <param name="statement">The statement.</param>
    /// <param name="type">The type of its document.</param>
    /// <returns>Smaller statements of the same effect.</returns>
    public static IEnumerable<Statement> Statement(Statement statement, PolicyType type = PolicyType.Identity)
    {
        ArgumentNullException.ThrowIfNull(statement);
        return DocumentShrink.Of(statement, type);
    }

    /// <summary>Conditions with fewer operators, keys or values, or shorter values.</summary>
    /// <param name="condition">The condition.</param>
    /// <returns>Smaller conditions.</returns>
    public static IEnumerable<ConditionBlock> Condition(ConditionBlock condition)
    {
        ArgumentNullException.ThrowIfNull(condition);
        return DocumentShrink.Of(condition);
    }

    /// <summary>Principal elements with fewer entries, and in the end everyone.</summary>
    /// <param name="principal">The element.</param>
    /// <returns>Smaller elements, for a statement that allows.</returns>
    public static IEnumerable<PrincipalElement> Principal(PrincipalElement principal)
    {
        ArgumentNullException.ThrowIfNull(principal);
        return StatementShrink.Principal(principal);
    }

    /// <summary>ARNs with a shorter last part.</summary>
    /// <param name="arn">The ARN.</param>
    /// <returns>Shorter ARNs.</returns>
    public static IEnumerable<string> Arn(string arn)
    {
        ArgumentNullException.ThrowIfNull(arn);
        return TextShrink.Arn(arn);
    }

    /// <summary>Patterns with a shorter last part, and in the end <c>*</c>.</summary>
    /// <param name="pattern">The pattern.</param>
    /// <returns>Shorter patterns.</returns>
    public static IEnumerable<string> Pattern(string pattern)
    {
        ArgumentNullException.ThrowIfNull(pattern);
        return TextShrink.Pattern(pattern);
    }

    /// <summary>Callers of whom less is said.</summary>
    /// <param name="principal">The caller.</param>
    /// <returns>The same caller without a fact.</returns>
    public static IEnumerable<RequestPrincipal> Caller(RequestPrincipal principal)
    {
        ArgumentNullException.ThrowIfNull(principal);
        return RequestShrink.Of(principal);
    }

    /// <summary>Contexts with fewer keys, or fewer or shorter values.</summary>
    /// <param name="context">The context.</param>
    /// <returns>Smaller contexts.</returns>
    public static IEnumerable<RequestContext> Context(RequestContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return RequestShrink.Of(context);
    }

    /// <summary>Requests with a smaller context, less said about caller and resource, a shorter resource or action.</summary>
    /// <param name="request">The request.</param>
    /// <returns>Smaller requests.</returns>
    public static IEnumerable<AuthorizationRequest> Request(AuthorizationRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return RequestShrink.Of(request);
    }

    /// <summary>Sets of policies without a kind, a level, a document or a part of one.</summary>
    /// <param name="policies">The policies.</param>
    /// <returns>Smaller sets.</returns>
    public static IEnumerable<PolicySet> Set(PolicySet policies)
    {
        ArgumentNullException.ThrowIfNull(policies);
        return SetShrink.Of(policies);
    }

    /// <summary>Endpoints with a smaller policy, or of which less is told.</summary>
    /// <param name="endpoint">The endpoint.</param>
    /// <returns>Smaller endpoints of the same id, type and service.</returns>
    public static IEnumerable<VpcEndpoint> Endpoint(VpcEndpoint endpoint)
    {
        ArgumentNullException.ThrowIfNull(endpoint);
        return EndpointShrink.Of(endpoint);
    }

    /// <summary>Inventories with fewer or smaller endpoints.</summary>
    /// <param name="inventory">The inventory.</param>
    /// <returns>Smaller inventories.</returns>
    public static IEnumerable<VpcEndpointInventory> Inventory(VpcEndpointInventory inventory)
    {
        ArgumentNullException.ThrowIfNull(inventory);
        return EndpointShrink.Of(inventory);
    }

    /// <summary>Calls on a shorter way, with fewer keys, or of which less is said.</summary>
    /// <param name="call">The call.</param>
    /// <returns>Smaller calls.</returns>
    public static IEnumerable<ApiCall> Call(ApiCall call)
    {
        ArgumentNullException.ThrowIfNull(call);
        return EndpointShrink.Of(call);
    }

    /// <summary>Situations with smaller policies or a smaller call.</summary>
    /// <param name="situation">The situation.</param>
    /// <returns>Smaller situations.</returns>
    public static IEnumerable<Situation> Situation(Situation situation)
    {
        ArgumentNullException.ThrowIfNull(situation);
        return SituationShrink.Of(situation);
    }

    /// <summary>Cases with a smaller document or request.</summary>
    /// <param name="question">The case.</param>
    /// <returns>Smaller cases.</returns>
    public static IEnumerable<PolicyCase> Case(PolicyCase question)
    {
        ArgumentNullException.ThrowIfNull(question);
        return Document(question.Document).Select(document => question with { Document = document }).Concat(Request(question.Request).Select(request => question with { Request = request }));
    }

    /// <summary>Cases with smaller policies or a smaller request, and with the usual options.</summary>
    /// <param name="question">The case.</param>
    /// <returns>Smaller cases.</returns>
    public static IEnumerable<AuthorizationCase> Case(AuthorizationCase question)
    {
        ArgumentNullException.ThrowIfNull(question);
        IEnumerable<AuthorizationCase> usual = question.Options.Equals(AuthorizationOptions.Default) ? [] : [question with { Options = AuthorizationOptions.Default }];
        return usual.Concat(Set(question.Policies).Select(policies => question with { Policies = policies })).Concat(Request(question.Request).Select(request => question with { Request = request }));
    }
}
