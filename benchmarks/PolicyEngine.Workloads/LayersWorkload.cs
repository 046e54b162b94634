namespace PolicyEngine.Workloads;

/// <summary>W8: policies of all seven kinds at once, with service control policies on three levels.</summary>
internal static class LayersWorkload
{
    private const string Role = "arn:aws:iam::123456789012:role/anika-role";
    private const string Object = "arn:aws:s3:::team-data-1/x";
    private const string Encryption = "s3:x-amz-server-side-encryption";

    private static readonly KeyTexts[] Keys =
    [
        .. IdentityWorkload.Keys,
        .. KeyTexts.Of(
            ("aws:PrincipalOrgID", "o-a1b2c3d4e5"), ("aws:ResourceOrgID", "o-a1b2c3d4e5"), ("aws:PrincipalArn", Role), ("aws:PrincipalIsAWSService", "false")),
    ];

    internal static Workload Make() => new("W8",
    [
        WorkloadPolicy.FromFile(PolicyType.ServiceControl, "full", "root"), WorkloadPolicy.FromFile(PolicyType.ServiceControl, "scp-root", "root"),
        WorkloadPolicy.FromFile(PolicyType.ServiceControl, "full", "unit"), WorkloadPolicy.FromFile(PolicyType.ServiceControl, "scp-unit", "unit"),
        WorkloadPolicy.FromFile(PolicyType.ServiceControl, "full", "account"), WorkloadPolicy.FromFile(PolicyType.ServiceControl, "scp-account", "account"),
        WorkloadPolicy.FromFile(PolicyType.ResourceControl, "rcp-full", "root"), WorkloadPolicy.FromFile(PolicyType.ResourceControl, "rcp", "root"),
        WorkloadPolicy.FromFile(PolicyType.PermissionsBoundary, "boundary"),
        WorkloadPolicy.FromFile(PolicyType.Identity, "identity-20"), WorkloadPolicy.FromFile(PolicyType.Identity, "identity-extra"),
        WorkloadPolicy.FromFile(PolicyType.Resource, "bucket"),
        WorkloadPolicy.FromFile(PolicyType.Session, "session"),
        WorkloadPolicy.FromFile(PolicyType.VpcEndpoint, "endpoint-data"),
    ],
    [
        Ask("get", "s3:GetObject", Object),
        Ask("put", "s3:PutObject", Object).With(Encryption, "aws:kms"),
        Ask("put, encryption refused", "s3:PutObject", Object).With(Encryption, "none"),
        Ask("wrong region", "s3:GetObject", Object).With("aws:RequestedRegion", "ap-south-1"),
        Ask("wrong endpoint", "s3:GetObject", Object).With("aws:sourceVpce", "vpce-bad"),
        Ask("other organization", "s3:GetObject", Object).With("aws:PrincipalOrgID", "o-other"),
        Ask("outside the boundary", "iam:GetRole", "arn:aws:iam::123456789012:role/x"),
        Ask("outside the session", "s3:DeleteObject", Object),
    ]);

    private static RequestTexts Ask(string name, string action, string resource) =>
        new(name, "arn:aws:sts::123456789012:assumed-role/anika-role/s1", action, resource, Keys) { Role = Role, IsThroughEndpoint = true };
}
