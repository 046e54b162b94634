using PolicyEngine.Endpoints.Reading;
using PolicyEngine.Json;

namespace PolicyEngine;

/// <summary>Reads VPC endpoints from JSON as the AWS CLI prints it.</summary>
/// <remarks>Takes what <c>describe-vpc-endpoints</c> and <c>create-vpc-endpoint</c> print, an array of endpoints, one endpoint, and the input of
/// <c>create-vpc-endpoint</c>, which gives an endpoint that is only planned. AWS page:
/// <see href="https://docs.aws.amazon.com/cli/latest/reference/ec2/describe-vpc-endpoints.html">describe-vpc-endpoints</see>.</remarks>
public static class VpcEndpointReader
{
    /// <summary>Reads endpoints. Never throws on text, whatever the bytes.</summary>
    /// <remarks>Unknown fields are passed over, null is the same as absent, and letter case of enumerated values is ignored. Policies are read
    /// as AWS stores them; a policy that cannot be read is an error, and with an error there is no inventory: no endpoint is skipped to
    /// save the rest. Time and memory are linear in the length of the text.</remarks>
    /// <param name="text">The text.</param>
    /// <param name="options">What is accepted.</param>
    /// <returns>The inventory or errors, and whatever else was found, the findings in policies included.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="text"/> is null.</exception>
    public static ParseResult<VpcEndpointInventory> Parse(PolicyText text, VpcEndpointReaderOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(text);
        options ??= new VpcEndpointReaderOptions();
        JsonContext context = new(text, options.MaxDepth, options.MaxDiagnostics);
        InventoryReader.Draft draft = new(options.Services);
        if (context.CheckBytes(options.MaxBytes))
        {
            JsonCursor cursor = new(context);
            InventoryReader.Read(ref cursor, context, draft);
        }

        VpcEndpointInventory? inventory = context.Bag.HasErrors ? null : new VpcEndpointInventory(draft.Endpoints, draft.IsComplete);
        return new ParseResult<VpcEndpointInventory>(inventory, context.Bag.ToImmutable());
    }
}
