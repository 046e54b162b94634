using PolicyEngine.Diagnostics;
using PolicyEngine.Language;

namespace PolicyEngine.Checks.Rules;

/// <summary>Tells of resource policies that are longer than their service stores.</summary>
/// <remarks>AWS: <see href="https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html">Access Analyzer policy check reference</see>.</remarks>
internal static class ResourcePolicySize
{
    /// <summary>No service stores more, as far as is known of those whose limit is not told.</summary>
    private const int MostBytes = 40_000;

    internal static CheckRule Rule { get; } = new() { Document = Check };

    private static void Check(AdviceContext context, PolicyDocument document)
    {
        if (context.Type is not (PolicyType.Resource or PolicyType.AccessPoint)) return;
        int most = context.Type == PolicyType.AccessPoint ? PolicyResourceType.Find("AWS::S3::AccessPoint")!.MaxBytes : PolicyResourceType.Find(context.Options.ResourceType)?.MaxBytes ?? MostBytes;
        if (context.Source.Length <= most) return;
        context.Find(Descriptors.QuotaExceeded, TextSpan.FromBounds(document.Span.Start, document.Span.Start + 1), "POLICY_SIZE_EXCEEDS_RESOURCE_POLICY_QUOTA", context.Source.Length, "bytes", PolicyTypeNames.NameOf(context.Type), most);
    }
}
