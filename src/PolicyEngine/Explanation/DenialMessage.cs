using System.Diagnostics.CodeAnalysis;
using System.Text;
using PolicyEngine.Explanation;
using PolicyEngine.Text;

namespace PolicyEngine;

/// <summary>The sentence with which AWS refuses a request: who may not do what, and which kind of policy stands in the way.</summary>
/// <remarks>Immutable. AWS names one kind, and never the statement. AWS page:
/// <see href="https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_access-denied.html">Troubleshoot access denied error messages</see>.</remarks>
public sealed record DenialMessage
{
    /// <summary>The caller: an ARN, of a role session its own; the name of a service; or <c>anonymous</c>.</summary>
    public required string Caller { get; init; }

    /// <summary>The action, such as <c>s3:GetObject</c>.</summary>
    public required string Action { get; init; }

    /// <summary>The resource; null when the message names none.</summary>
    public string? Resource { get; init; }

    /// <summary>The type of policy that denies or does not allow; null when the message names none.</summary>
    public PolicyType? PolicyType { get; init; }

    /// <summary>Whether a policy denies; otherwise none allows.</summary>
    public bool IsExplicit { get; init; }

    /// <summary>The ARN of the policy; null when the message names none.</summary>
    public string? PolicyArn { get; init; }

    /// <summary>Reads a message.</summary>
    /// <remarks>Wordings differ between services and years: articles, plurals, quotes, what EC2 puts around it, and a tail with ids or links are
    /// all taken. Costs time linear in the text.</remarks>
    /// <param name="text">The text of the error; null is none.</param>
    /// <param name="message">The message, where the result is true; without <see cref="PolicyType"/> where it gives no reason.</param>
    /// <returns>Whether it says who is not authorized to perform what.</returns>
    public static bool TryParse(string? text, [NotNullWhen(true)] out DenialMessage? message) => DenialMessageReader.TryRead(text, out message);

    /// <summary>The message in AWS's words.</summary>
    /// <remarks>One line whatever the texts hold: control, format and separator characters are shown as <c>\uXXXX</c>.</remarks>
    /// <returns>Such as <c>User: arn:aws:iam::111122223333:user/Ana is not authorized to perform: s3:GetObject on resource: arn:aws:s3:::b/k
    /// because no identity-based policy allows the s3:GetObject action</c>.</returns>
    public override string ToString()
    {
        StringBuilder text = new($"User: {Caller} is not authorized to perform: {Action}");
        if (Resource is not null) text.Append(" on resource: ").Append(Resource);
        if (PolicyType is not { } type) return OneLine.Of(text.ToString());
        string name = NameOf(type);
        string article = type == PolicyEngine.PolicyType.Trust ? "the" : type == PolicyEngine.PolicyType.Identity ? "an" : "a";
        if (IsExplicit) text.Append(" with an explicit deny in ").Append(article).Append(' ').Append(name);
        else text.Append(" because no ").Append(name).Append(" allows the ").Append(Action).Append(" action");
        if (PolicyArn is not null) text.Append(": ").Append(PolicyArn);
        return OneLine.Of(text.ToString());
    }

    /// <summary>What AWS calls policies of a type.</summary>
    internal static string NameOf(PolicyType type) => type switch
    {
        PolicyEngine.PolicyType.ResourceControl => "resource control policy",
        PolicyEngine.PolicyType.ServiceControl => "service control policy",
        PolicyEngine.PolicyType.VpcEndpoint => "VPC endpoint policy",
        PolicyEngine.PolicyType.Resource => "resource-based policy",
        PolicyEngine.PolicyType.Trust => "role trust policy",
        PolicyEngine.PolicyType.Identity => "identity-based policy",
        PolicyEngine.PolicyType.PermissionsBoundary => "permissions boundary",
        _ => "session policy",
    };
}
