using PolicyEngine.Cli.Specification;

namespace PolicyEngine.Cli.Output;

/// <summary>Writes rules of the specification as JSON.</summary>
internal static class RuleJson
{
    /// <summary>The rule as one object, its texts in Markdown.</summary>
    internal static string Write(SpecificationRule rule) => JsonText.Write(json =>
    {
        json.WriteStartObject();
        json.WriteString("rule"u8, rule.Id);
        json.WriteString("title"u8, rule.Title);
        json.WriteString("text"u8, rule.Text);
        json.WriteString("example"u8, rule.Example);
        json.WriteString("source"u8, rule.Source);
        json.WriteStartArray("sources"u8);
        foreach (SpecificationRule.SourcePage source in rule.Sources)
        {
            json.WriteStartObject();
            json.WriteString("name"u8, source.Name);
            json.WriteString("title"u8, source.Title);
            json.WriteString("url"u8, source.Url);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteString("confidence"u8, rule.Confidence);
        json.WriteString("page"u8, rule.Page);
        json.WriteString("url"u8, RuleLinks.Find(rule.Id)!.AbsoluteUri);
        json.WriteEndObject();
    });
}
