namespace PolicyEngine.Checks;

/// <summary>The names of services of endpoints.</summary>
internal static class EndpointServiceName
{
    /// <summary>What stands behind the Region, such as <c>s3</c> of <c>com.amazonaws.us-west-2.s3</c>, in lower case; null for another name.</summary>
    internal static string? PrefixOf(string? name) => name?.ToLowerInvariant().Split('.', 4) is ["com" or "cn" or "eu", "amazonaws", _, var prefix] ? prefix : name?.ToLowerInvariant().Split('.', 5) is ["cn", "com", "amazonaws", _, var own] ? own : null;
}
