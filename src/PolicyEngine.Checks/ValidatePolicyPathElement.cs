namespace PolicyEngine.Checks;

/// <summary>One step from the document to an element: a name, or a place in a list.</summary>
/// <param name="Value">The name of an element, such as <c>Statement</c>; null for a place in a list.</param>
/// <param name="Index">The place in a list, from 0; null for a name.</param>
public readonly record struct ValidatePolicyPathElement(string? Value, int? Index);
