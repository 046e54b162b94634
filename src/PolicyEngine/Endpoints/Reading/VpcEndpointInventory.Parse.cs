namespace PolicyEngine;

/// <content>The short way to an inventory, for texts that are known to be right.</content>
public sealed partial class VpcEndpointInventory
{
    /// <summary>Reads an inventory from what <c>describe-vpc-endpoints</c> or <c>create-vpc-endpoint</c> print.</summary>
    /// <remarks><see cref="VpcEndpointReader"/> reads with options, and returns diagnostics where this method throws. AWS page:
    /// <see href="https://docs.aws.amazon.com/cli/latest/reference/ec2/describe-vpc-endpoints.html">describe-vpc-endpoints</see>.</remarks>
    /// <param name="json">The JSON text.</param>
    /// <returns>The inventory.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="json"/> is null.</exception>
    /// <exception cref="PolicyDiagnosticException">The text is no inventory; the exception has all findings.</exception>
    public static VpcEndpointInventory Parse(string json)
    {
        PolicyText text = PolicyText.FromString(json);
        return VpcEndpointReader.Parse(text).GetValueOrThrow();
    }
}
