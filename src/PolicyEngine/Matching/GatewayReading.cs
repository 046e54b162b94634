namespace PolicyEngine.Matching;

/// <summary>How the policy of a gateway endpoint is read that names principals.</summary>
/// <remarks>AWS: <see href="https://docs.aws.amazon.com/vpc/latest/privatelink/gateway-endpoints.html">Gateway endpoints</see>.</remarks>
internal enum GatewayReading
{
    /// <summary>As a resource policy: it is no gateway endpoint.</summary>
    None,

    /// <summary>Only <c>*</c> and, for the root user, its account are certain; what else matches is undecided.</summary>
    Undecided,

    /// <summary>An Allow of what is known to be a gateway endpoint: an account is its root user, and certainly nobody else.</summary>
    AccountIsRoot,
}
