namespace PolicyEngine.Workloads;

/// <summary>One condition key of a request, as strings.</summary>
/// <param name="Name">The name.</param>
/// <param name="Values">The value, or the values of a list.</param>
/// <param name="IsList">True where the key has a list of values.</param>
public sealed record KeyTexts(string Name, string[] Values, bool IsList)
{
    internal static KeyTexts[] Of(params (string Name, string Value)[] keys) => [.. keys.Select(static key => new KeyTexts(key.Name, [key.Value], IsList: false))];

    internal static KeyTexts List(string name, params string[] values) => new(name, values, IsList: true);
}
