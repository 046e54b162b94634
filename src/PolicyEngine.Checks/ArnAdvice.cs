using System.Buffers;
using PolicyEngine.Facts;
using PolicyEngine.Language;
using PolicyEngine.Syntax;

namespace PolicyEngine.Checks;

/// <summary>Advises on Regions and accounts that cannot exist, so that what names them never matches.</summary>
/// <remarks>AWS: <see href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html">Amazon Resource Names (ARNs)</see>.</remarks>
internal static class ArnAdvice
{
    /// <summary>What stands in place of an account in the ARNs of what AWS or its partners own, and of callers without an account.</summary>
    private static readonly string[] OwnerWords = ["anonymous", "aws", "cloudfront", "offering", "partner"];

    /// <summary>Wildcards, and the gaps of somebody's template.</summary>
    private static readonly SearchValues<char> NotInAccounts = SearchValues.Create("*?<>[]{} ");

    private static readonly SearchValues<char> NotInHeads = SearchValues.Create("$<>[]{} ");

    /// <summary>Checks a resource.</summary>
    internal static void CheckResource(AdviceContext context, TextValue pattern)
    {
        if (pattern.Text.StartsWith("arn:", StringComparison.Ordinal)) Check(context, pattern.Span, pattern.Text);
    }

    /// <summary>Checks an ARN pattern; an ARN with variables before its resource part is left alone.</summary>
    private static void Check(AdviceContext context, TextSpan span, string text)
    {
        if (!ArnParts.TrySplit(text, out ArnParts parts) || text.AsSpan(0, parts.C5).ContainsAny(NotInHeads)) return;
        CheckRegion(context, span, text, parts);
        ReadOnlySpan<char> account = parts.Of(text, 4);
        if (IsNoAccount(account)) context.Report(AdviceDescriptors.NoSuchAccount, span, account.ToString(), text);
    }

    /// <summary>Checks a value that is an ARN, or the value of a key that holds accounts.</summary>
    internal static void CheckValue(AdviceContext context, string key, ConditionValue value)
    {
        if (value.Text.StartsWith("arn:", StringComparison.Ordinal)) Check(context, value.Span, value.Text);
        else if (HoldsAccounts(key) && !PatternTokens.HasVariable(value.Text) && IsNoAccount(value.Text))
        {
            context.Report(AdviceDescriptors.NoSuchAccount, value.Span, value.Text, key);
        }
    }

    private static void CheckRegion(AdviceContext context, TextSpan span, string text, ArnParts parts)
    {
        ReadOnlySpan<char> region = parts.Of(text, 3);
        ReadOnlySpan<char> partition = parts.Of(text, 1);
        // AWS: a few services, such as Health, name the Region 'global' in ARNs of what concerns no Region.
        if (region.IsEmpty || region is "global" or "aws-global" || region.ContainsAny('*', '?')) return;
        string? home = RegionName.FindPartition(region);
        if (home is null) context.Report(AdviceDescriptors.NoSuchRegion, span, region.ToString(), text, Partition.TableAsOf);
        else if (!partition.SequenceEqual(home) && !partition.ContainsAny('*', '?') && PartitionName.IsValid(partition))
        {
            context.Report(AdviceDescriptors.RegionOfOtherPartition, span, region.ToString(), text, home, Partition.TableAsOf);
        }
    }

    /// <summary>Tells whether a text can be no account: neither twelve digits nor a word of AWS's own.</summary>
    private static bool IsNoAccount(ReadOnlySpan<char> text) => !text.IsEmpty && !text.ContainsAny(NotInAccounts) && !AccountId.IsValid(text) && !OwnerWords.Contains(text.ToString(), StringComparer.Ordinal);

    private static bool HoldsAccounts(string key) =>
        key.EndsWith("Account", StringComparison.OrdinalIgnoreCase) && key.ToUpperInvariant() is
            "AWS:PRINCIPALACCOUNT" or "AWS:RESOURCEACCOUNT" or "AWS:SOURCEACCOUNT" or "AWS:VPCEACCOUNT" or "KMS:CALLERACCOUNT" or "S3:RESOURCEACCOUNT";
}
