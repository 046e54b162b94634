using PolicyEngine.Language;

namespace PolicyEngine.Facts;

/// <summary>A form of names that AWS owns.</summary>
internal sealed class AwsOwnedName
{
    private const string RegionPart = "{region}";
    private const string Anything = "*";
    private const string EveryObject = "/*";

    /// <summary>No Region has a longer name.</summary>
    private const int MaxRegion = 32;
    private readonly string[] parts;
    private readonly string[] actions;

    internal AwsOwnedName(string[] row)
    {
        Form = row[0];
        parts = row[0].Split(':', 6);
        string whole = IsOfObjects ? parts[5][..^EveryObject.Length] : parts[5];
        Beginning = whole.IndexOfAny(['{', '*']) is var end and >= 0 ? whole[..end] : whole;
        actions = row[1] == "-" ? [] : row[1].Split(' ');
        What = row[2];
        Source = row[3];
        AsOf = row[4];
    }

    /// <summary>The form, an ARN with <c>{partition}</c>, <c>{region}</c> and <c>*</c> in place of texts that differ.</summary>
    internal string Form { get; }

    /// <summary>The service in the ARN.</summary>
    internal string Service => parts[2];

    /// <summary>The text with which every such resource begins; empty where they begin differently.</summary>
    internal string Beginning { get; }

    /// <summary>The character with which every such resource begins; null where they begin differently.</summary>
    internal char? First => Beginning.Length == 0 ? null : Beginning[0];

    /// <summary>The names of the actions that AWS lets every account do.</summary>
    internal ReadOnlySpan<string> Actions => actions;

    /// <summary>The page that says so.</summary>
    internal string Source { get; }

    /// <summary>The date of that page, such as <c>2026-09</c>.</summary>
    internal string AsOf { get; }

    /// <summary>What such resources are, such as <c>image layers of Amazon ECR</c>.</summary>
    internal string What { get; }

    /// <summary>True for the objects of a bucket, which is AWS's as well.</summary>
    private bool IsOfObjects => Service == "s3" && parts[5].EndsWith(EveryObject, StringComparison.Ordinal);

    /// <summary>True where AWS lets every account do an action on a resource of this form.</summary>
    /// <param name="action">The action, <c>service:Name</c>. Letter case is ignored.</param>
    /// <param name="arn">The resource. The bucket of published objects is not open, the objects are.</param>
    internal bool IsOpen(string action, string arn)
    {
        int colon = action.IndexOf(':', StringComparison.Ordinal);
        if (colon < 0 || !ArnParts.TrySplit(arn, out ArnParts of) || !IsForm(parts[5], of.Of(arn, 5))) return false;
        return action.AsSpan(0, colon).Equals(Service, StringComparison.OrdinalIgnoreCase)
            && Array.Exists(actions, name => action.AsSpan(colon + 1).Equals(name, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>True where an ARN of the service has this form, or is the bucket of such objects.</summary>
    internal bool Holds(string arn, ArnParts of)
    {
        if (!PartitionName.IsValid(of.Of(arn, 1)) || !IsForm(parts[3], of.Of(arn, 3)) || !IsForm(parts[4], of.Of(arn, 4))) return false;
        ReadOnlySpan<char> resource = of.Of(arn, 5);
        return IsForm(parts[5], resource) || (IsOfObjects && IsForm(parts[5].AsSpan(0, parts[5].Length - EveryObject.Length), resource));
    }

    /// <summary>Compares a text with a part of the form: a literal text, then maybe a Region and another literal text, then maybe anything.</summary>
    private static bool IsForm(ReadOnlySpan<char> form, ReadOnlySpan<char> text)
    {
        bool isOpen = form.EndsWith(Anything);
        if (isOpen) form = form[..^1];
        int region = form.IndexOf(RegionPart);
        if (region < 0) return isOpen ? text.StartsWith(form) : text.SequenceEqual(form);
        if (!text.StartsWith(form[..region])) return false;
        ReadOnlySpan<char> tail = form[(region + RegionPart.Length)..];
        text = text[region..];
        for (int end = text.IndexOf(tail); end >= 0 && end <= text.Length; end++)
        {
            bool fits = text[end..].StartsWith(tail) && (isOpen || text.Length == end + tail.Length);
            if (fits && RegionName.FindPartition(text[..end]) is not null) return true;
            if (end >= MaxRegion) return false;
        }

        return false;
    }
}
