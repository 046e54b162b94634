using System.Text;

namespace PolicyEngine.Facts;

/// <summary>Which calls have no <c>aws:ResourceAccount</c>, and no key of the organization of the resource either.</summary>
/// <remarks>State of September 2026. AWS:
/// <see href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-resourceaccount">aws:ResourceAccount</see>.</remarks>
internal static class ResourceAccountKey
{
    private const string BlockStore = "ebs:";

    /// <summary>Those that never have it.</summary>
    private static readonly string[] Always = ["ec2:CreateVpcEndpoint", "guardduty:AcceptAdministratorInvitation"];

    /// <summary>Those that lack it where another account is involved.</summary>
    private static readonly string[] AcrossAccounts =
    [
        "ec2:AcceptTransitGatewayPeeringAttachment", "ec2:AcceptVpcEndpointConnections", "ec2:AcceptVpcPeeringConnection", "ec2:CreateTransitGatewayPeeringAttachment",
        "ec2:CreateVpcPeeringConnection", "events:PutEvents", "route53:AssociateVPCWithHostedZone", "route53:CreateVPCAssociationAuthorization",
        "route53:DeleteVPCAssociationAuthorization", "route53:DisassociateVPCFromHostedZone",
    ];

    /// <summary>True where such a call lacks the key.</summary>
    internal static bool IsMissing(string action, string? caller, string? owner)
    {
        if (action.StartsWith(BlockStore, StringComparison.OrdinalIgnoreCase) || IsOneOf(action, Always)) return true;
        return owner is not null && owner != caller && IsOneOf(action, AcrossAccounts);
    }

    private static bool IsOneOf(string action, string[] names) => Array.Exists(names, name => Ascii.EqualsIgnoreCase(name, action));
}
