using PolicyEngine.Checks.Rules;

namespace PolicyEngine.Checks;

/// <summary>The checks of documents that parse: a line each, by the first id.</summary>
internal static class CheckRules
{
    internal static readonly CheckRule[] All =
    [
        ResourcePolicySize.Rule, // PE2019
        VariableInLabel.Rule, // PE3041
        MissingVersion.Rule, // PE6001
        EmptySid.Rule, // PE6002
        EmptyCondition.Rule, // PE6003
        RetiredGlobalKey.Rule, // PE6004
        DateOfDigits.Rule, // PE6005
        DeletedPrincipal.Rule, // PE6006
        MixedValues.Rule, // PE6007
        SeveralBooleans.Rule, // PE6008
        EqualSids.Rule, // PE6009
        ArnForm.Rule, // PE6010
        ServiceCase.Rule, // PE6015
        RegionValue.Rule, // PE6016
        ActionOnOtherResource.Rule, // PE6017
        ForeignInResourcePolicy.Rule, // PE6019
        OwnAccountKey.Rule, // PE6021
        ShortArn.Rule, // PE6023
        UnknownKey.Rule, // PE6030
        KeyOfOtherActions.Rule, // PE6033
        KeyTypes.Rule, // PE6034
        LikeOnArnKey.Rule, // PE6035
        VpcIdValue.Rule, // PE6036
        ServiceNameValue.Rule, // PE6037
        KmsKeyValue.Rule, // PE6038
        OpenIdentifier.Rule, // PE6039
        TagOfNoAction.Rule, // PE6041
        UnpairedVpcSourceIp.Rule, // PE6042
        UntrustworthyKey.Rule, // PE6043
        AttributesWithoutSelect.Rule, // PE6044
        NegativePrefix.Rule, // PE6045
        UnboundService.Rule, // PE6050
        KeyOfIamPrincipals.Rule, // PE6052
        MismatchedSignIn.Rule, // PE6053
        RolesAnywhereActions.Rule, // PE6054
        OpenIdTrust.Rule, // PE6055
        SessionBesideRole.Rule, // PE6059
        KeyWithoutAction.Rule, // PE6060
        ControlWithoutService.Rule, // PE6061
        WidePassing.Rule, // PE6070
        RedundantEntry.Rule, // PE6080
        RedundantStatement.Rule, // PE6082
        IdleNumbers.Rule, // PE6083
        MereWildcard.Rule, // PE6084
        BroadGrant.Rule, // PE6101
        OpenResource.Rule, // PE6104
        MissingMfa.Rule, // PE6105
        UnboundBoundary.Rule, // PE6107
        EndpointGrant.Rule, // PE6108
        KeyOfOtherCallers.Rule, // PE6113
        SharedProviderTrust.Rule, // PE6114
        DeniesAlone.Rule, // PE6116
        ValueOfOtherKind.Rule, // PE6117
        VpcWithoutRegion.Rule, // PE6118
        NetworkPinnedAllow.Rule, // PE6119
        ShutOutBuckets.Rule, // PE6120
        SwallowedAllow.Rule, // PE6201
        PrincipalsOfSets.Rule, // PE6202
    ];

    /// <summary>What is worth a look and no more; the profile <see cref="CheckProfile.Review"/> tells it.</summary>
    private static readonly string[] ForReview = ["PE6018", "PE6103", "PE6108", "PE6110", "PE6111", "PE6112"];

    private static readonly CheckRule[] OfStatements = [.. All.Where(static rule => rule.Statement is not null)];

    private static readonly CheckRule[] OfDocuments = [.. All.Where(static rule => rule.Document is not null)];

    internal static void Check(AdviceContext context, PolicyDocument document)
    {
        context.Round = AdviceRound.Statement;
        foreach (CheckRule rule in OfDocuments) rule.Document!(context, document);
        context.ForEach(new CheckedStatements(document), static (own, statement) =>
        {
            foreach (CheckRule rule in OfStatements) rule.Statement!(own, statement);
        });
    }

    /// <summary>True for what the profiles but <see cref="CheckProfile.Review"/> leave out.</summary>
    internal static bool IsForReview(DiagnosticDescriptor descriptor) => descriptor.Id.StartsWith("PE6", StringComparison.Ordinal) && ForReview.Contains(descriptor.Id, StringComparer.Ordinal);
}
