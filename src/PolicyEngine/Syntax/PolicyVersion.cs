namespace PolicyEngine.Syntax;

/// <summary>The version of the policy language that a document names.</summary>
/// <remarks>The only difference is that policy variables exist from 2012-10-17 on. A document without Version behaves as
/// 2008-10-17. AWS page: <see href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_version.html">IAM JSON policy elements: Version</see>.</remarks>
public enum PolicyVersion
{
    /// <summary><c>2008-10-17</c>: <c>${…}</c> is ordinary text.</summary>
    Version2008 = 0,

    /// <summary><c>2012-10-17</c>: <c>${…}</c> is a policy variable.</summary>
    Version2012 = 1,
}
