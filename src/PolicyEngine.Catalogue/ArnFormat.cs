namespace PolicyEngine.Catalogue;

/// <summary>A form that the ARNs of a resource type have.</summary>
/// <remarks>AWS page: <see href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html">Amazon Resource Names</see>.</remarks>
/// <param name="Service">The service field, such as <c>s3</c>; <c>*</c> where any service can stand there.</param>
/// <param name="Region">The Region field: empty, <c>${Region}</c>, or a fixed text.</param>
/// <param name="Account">The account field: empty, <c>${Account}</c>, or a fixed text.</param>
/// <param name="Resource">What follows; <c>*</c> stands for a name or id of at least one character.</param>
public sealed record ArnFormat(string Service, string Region, string Account, string Resource)
{
    /// <summary>What stands for a Region in <see cref="Region"/>.</summary>
    public const string AnyRegion = "${Region}";

    /// <summary>What stands for an account in <see cref="Account"/>.</summary>
    public const string AnyAccount = "${Account}";

    /// <summary>True where the part of an ARN that follows the account can be one of this form. Costs the product of both lengths.</summary>
    /// <param name="resource">The part, perhaps with the wildcards and variables of policies. Letter case counts.</param>
    /// <returns>True where some text is meant by both.</returns>
    public bool Meets(string resource)
    {
        ArgumentNullException.ThrowIfNull(resource);
        return FormatMeeting.Meets(Resource, resource, mayHoldSlash: !IsBucket);
    }

    /// <summary>The name of a bucket has no slash; what has one is an object.</summary>
    private bool IsBucket => Resource == "*" && Service == "s3" && Region.Length == 0;

    /// <summary>The form as AWS writes it.</summary>
    /// <returns>Such as <c>arn:${Partition}:s3:::*</c>.</returns>
    public override string ToString() => $"arn:${{Partition}}:{Service}:{Region}:{Account}:{Resource}";
}
