using PolicyEngine.Endpoints.Reading;
using PolicyEngine.Json;

namespace PolicyEngine;

/// <content>Reads what the AWS CLI prints.</content>
public sealed partial class VpcEndpointInventory
{
    /// <summary>Reads an inventory from what <c>describe-vpc-endpoints</c> or <c>create-vpc-endpoint</c> print.</summary>
    /// <remarks>AWS page: <see href="https://docs.aws.amazon.com/cli/latest/reference/ec2/describe-vpc-endpoints.html">describe-vpc-endpoints</see>.</remarks>
    /// <param name="json">The JSON text, in any of the shapes of the other overload.</param>
    /// <returns>The inventory.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="json"/> is null.</exception>
    /// <exception cref="PolicyDiagnosticException">The text is no inventory; the exception has all findings.</exception>
    public static VpcEndpointInventory Parse(string json) => Parse(PolicyText.FromString(json)).GetValueOrThrow();

    /// <summary>Reads an inventory. Never throws on text, whatever the bytes.</summary>
    /// <remarks>Takes what <c>describe-vpc-endpoints</c> and <c>create-vpc-endpoint</c> print, an array of endpoints, one endpoint, and the input of
    /// <c>create-vpc-endpoint</c>, which gives an endpoint that is only planned. Unknown fields are passed over, null is the same as absent, and letter
    /// case of enumerated values is ignored. Policies are read as AWS stores them; a policy that cannot be read is an error, and with an error there is no
    /// inventory: no endpoint is skipped to save the rest. Time and memory are linear in the length of the text.</remarks>
    /// <param name="text">The text.</param>
    /// <param name="options">What is accepted.</param>
    /// <returns>The inventory or errors, and whatever else was found, the findings in policies included.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="text"/> is null.</exception>
    public static ParseResult<VpcEndpointInventory> Parse(PolicyText text, VpcEndpointParserOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(text);
        options ??= VpcEndpointParserOptions.Default;
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
