using PolicyEngine.Language;

namespace PolicyEngine.Requests;

/// <summary>Compares the accounts of caller and resource.</summary>
/// <remarks>AWS: <see href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic-cross-account.html">Cross-account policy evaluation logic</see>.</remarks>
internal static class AccountRelations
{
    internal static AccountRelation Of(AuthorizationRequest request)
    {
        ReadOnlySpan<char> inArn = request.HasResourceParts ? request.ResourceParts.Of(request.MatchedResource, 4) : default;
        ReadOnlySpan<char> told = request.ResourceAccount;
        if (request.ResourceAccount is not null && !AccountId.IsValid(told)) return AccountRelation.Unknown;
        bool namesAccount = AccountId.IsValid(inArn);
        if (namesAccount && !told.IsEmpty && !inArn.SequenceEqual(told)) return AccountRelation.Unknown;
        ReadOnlySpan<char> owner = told.IsEmpty && namesAccount ? inArn : told;
        if (!owner.IsEmpty) return owner.SequenceEqual(request.Principal.Account) ? AccountRelation.Same : AccountRelation.Cross;

        if (request.Resource == "*") return AccountRelation.Same;
        return request.AwsOwnership == AwsOwnership.None ? AccountRelation.Unknown : AccountRelation.Cross;
    }
}
