using System.Text.Json;

namespace PolicyEngine.CloudTrail;

/// <summary>Who called, as a record of CloudTrail tells it.</summary>
/// <remarks>Immutable. AWS page:
/// <see href="https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-event-reference-user-identity.html">CloudTrail userIdentity element</see>.</remarks>
internal sealed class CloudTrailIdentity
{
    private readonly JsonElement json;

    internal CloudTrailIdentity(JsonElement json) => this.json = json;

    /// <summary>The type, such as <c>IAMUser</c>, <c>AssumedRole</c> or <c>AWSService</c>.</summary>
    public string? Type => Text("type");

    /// <summary>The unique id of the caller, with the name of its session.</summary>
    public string? PrincipalId => Text("principalId");

    /// <summary>The ARN of the caller.</summary>
    public string? Arn => Text("arn");

    /// <summary>The account of the caller.</summary>
    public string? AccountId => Text("accountId");

    /// <summary>The access key: <c>AKIA…</c> of long-term credentials, <c>ASIA…</c> of temporary ones.</summary>
    public string? AccessKeyId => Text("accessKeyId");

    /// <summary>The name of a user, or the subject of a token.</summary>
    public string? UserName => Text("userName");

    /// <summary>The service that made the call.</summary>
    public string? InvokedBy => Text("invokedBy");

    /// <summary>The identity provider of a federated caller.</summary>
    public string? IdentityProvider => Text("identityProvider");

    /// <summary>The ARN of the role or user from which the credentials come.</summary>
    public string? IssuerArn => RecordJson.Text(Issuer, "arn");

    /// <summary>The unique id of that role or user.</summary>
    public string? IssuerId => RecordJson.Text(Issuer, "principalId");

    /// <summary>When the credentials were issued.</summary>
    public string? CreationDate => RecordJson.Text(Attributes, "creationDate");

    /// <summary>True if they were got with a second factor; null when not told.</summary>
    public bool? IsMfaAuthenticated => ReadBoolean(RecordJson.Text(Attributes, "mfaAuthenticated"));

    /// <summary>The provider behind a session of AssumeRoleWithWebIdentity.</summary>
    public string? FederatedProvider => RecordJson.Text(RecordJson.Find(Session, "webIdFederationData"), "federatedProvider");

    /// <summary>The source identity.</summary>
    public string? SourceIdentity => RecordJson.Text(Session, "sourceIdentity") ?? Text("sourceIdentity");

    /// <summary>The version of the instance metadata service that delivered the credentials.</summary>
    public string? Ec2RoleDelivery => RecordJson.Text(Session, "ec2RoleDelivery");

    /// <summary>True if the session was made by sts:AssumeRoot; null when not told.</summary>
    public bool? IsAssumedRoot => ReadBoolean(RecordJson.Text(Session, "assumedRoot"));

    /// <summary>The ARN of the session of a sign-in.</summary>
    public string? SignInSessionArn => RecordJson.Text(Session, "signInSessionArn") ?? Text("signInSessionArn");

    private JsonElement Session => RecordJson.Find(json, "sessionContext");

    private JsonElement Issuer => RecordJson.Find(Session, "sessionIssuer");

    private JsonElement Attributes => RecordJson.Find(Session, "attributes");

    private string? Text(string name) => RecordJson.Text(json, name);

    private static bool? ReadBoolean(string? text) => bool.TryParse(text, out bool value) ? value : null;
}
