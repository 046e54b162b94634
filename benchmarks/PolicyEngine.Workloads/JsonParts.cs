namespace PolicyEngine.Workloads;

/// <summary>Joins generated policies; their texts need no escapes.</summary>
internal static class JsonParts
{
    internal static string Document(IEnumerable<string> statements) => $$"""{"Version":"2012-10-17","Statement":[{{string.Join(',', statements)}}]}""";

    /// <summary>The last member of a statement: one operator with one key.</summary>
    internal static string Condition(string op, string key, string values) => "\"Condition\":{\"" + op + "\":{\"" + key + "\":" + values + "}}";

    internal static string List(IEnumerable<string> values) => $"[\"{string.Join("\",\"", values)}\"]";
}
