using PolicyEngine.FsCheck.Texts;
using PolicyEngine.Syntax;

namespace PolicyEngine.FsCheck.Policies;

/// <summary>Makes statements near a request: every element is met, or exactly one is missed by one step.</summary>
internal sealed class StatementGenerator(Draw draw, PolicyType type, bool variables, AuthorizationRequest request)
{
    internal Statement Make(Effect effect, bool holds)
    {
        bool hasCondition = !draw.OneIn(3);
        Missed missed = holds ? Missed.Nothing : Choose(hasCondition);
        (string, string)[] values = [.. ConditionGenerator.SingleValues(request.Context)];
        return new Statement
        {
            Effect = effect,
            Principal = PrincipalGenerator.IsIn(type) ? PrincipalGenerator.Make(draw, type, effect, request.Principal, missed != Missed.Principal) : null,
            Action = ActionGenerator.Make(draw, type, request.Action, missed != Missed.Action),
            Resource = type == PolicyType.Trust ? null : ResourceGenerator.Make(draw, request.Resource, missed != Missed.Resource, variables, values),
            Condition = hasCondition ? new ConditionGenerator(draw, type, variables, request).Block(2, missed != Missed.Condition) : null,
        };
    }

    private Missed Choose(bool hasCondition)
    {
        List<Missed> from = [Missed.Action];
        if (type != PolicyType.Trust) from.Add(Missed.Resource);
        if (PrincipalGenerator.IsIn(type) && type != PolicyType.ResourceControl) from.Add(Missed.Principal);
        if (hasCondition) from.AddRange([Missed.Condition, Missed.Condition]);
        return draw.Of([.. from]);
    }

    /// <summary>The element that is missed.</summary>
    private enum Missed
    {
        Nothing,
        Principal,
        Action,
        Resource,
        Condition,
    }
}
