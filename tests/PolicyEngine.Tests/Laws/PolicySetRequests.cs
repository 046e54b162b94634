using PolicyEngine.FsCheck.Texts;
using PolicyEngine.Syntax;

namespace PolicyEngine.Tests.Laws;

/// <summary>Makes requests near a statement: each element met, or missed by one step; and odd ones.</summary>
internal sealed class PolicySetRequests(Draw draw, RequestPrincipal caller, RequestContext common)
{
    internal AuthorizationRequest Near(Statement[] statements)
    {
        Statement statement = draw.Of(statements);
        return new AuthorizationRequest(caller, Action(statement), Resource(statement), Context(statement))
        {
            ResourceAccount = draw.Of(null, "111122223333", "111122223333", "444455556666"),
            Endpoint = draw.OneIn(2) ? null : new RequestEndpoint(draw.Of(Enum.GetValues<VpcEndpointType>())),
        };
    }

    private string Action(Statement statement)
    {
        if (draw.OneIn(20)) return draw.Of("s3:ListAllMyBuckets", "s3", "", ":x", "s3:", "s3:Get😀", "s3:a:b", "S3:listallmybuckets", "sts:AssumeRole", "\u212A:x");
        return statement.Action.Patterns.Count == 0 ? "s3:Get1" : Aside(Filled(draw.Of([.. statement.Action.Patterns]).Text));
    }

    private string Resource(Statement statement)
    {
        if (draw.OneIn(20)) return draw.Of("*", "*", "", "x", "arn:aws:s3", "arn:aws:s3:::", "::::::", "arn:aws:s3:::*", "ARN:AWS:S3:::bucket-1", "arn:aws:s3:::bücket-1", "arn:aws:ſ3:::bucket-1", "arn:aws:sqs:eu-west-1:queue-1");
        if (statement.Resource is not { Patterns.Count: > 0 } element) return draw.Of("*", "arn:aws:iam::111122223333:role/App");
        const string shorthand = "execute-api:";
        string text = Filled(draw.Of([.. element.Patterns]).Text);
        if (text.StartsWith(shorthand, StringComparison.Ordinal)) text = $"arn:aws:execute-api:eu-west-1:111122223333:api1{text[shorthand.Length..]}";
        for (int colons = text.Count(static c => c == ':'); colons < 5 && text != "*" && !draw.OneIn(10); colons++) text += ":x";
        return Aside(text);
    }

    private RequestContext Context(Statement statement)
    {
        Dictionary<string, ContextValue> values = new(StringComparer.Ordinal);
        foreach ((string name, ContextValue value) in common) values[name] = value;
        foreach (ConditionEntry entry in (statement.Condition?.Clauses ?? []).SelectMany(static clause => clause.Entries))
        {
            string own = entry.Values.Count == 0 ? "v" : Filled(draw.Of([.. entry.Values]).Text);
            bool isSingle = entry.Key is "aws:username" or "aws:SourceVpce";
            switch (draw.Below(14))
            {
                case 0: break;
                case 1: values[entry.Key] = ContextValue.Unknown; break;
                case 2 when !isSingle: values[entry.Key] = ContextValue.OfList(own, "v-0"); break;
                case 3 when !isSingle: values[entry.Key] = ContextValue.OfList(); break;
                case 4: values[entry.Key] = ContextValue.Of(""); break;
                case 5 or 6: values[entry.Key] = ContextValue.Of(Aside(draw.Near(own))); break;
                case 7:
                    values[entry.Key] = ContextValue.Of(own);
                    values[Draw.SwapCase(entry.Key, 0)] = draw.Of(ContextValue.Of("v-1"), ContextValue.Unknown);
                    break;
                default: values[entry.Key] = ContextValue.Of(own); break;
            }
        }

        RequestContextBuilder builder = new();
        foreach ((string name, ContextValue value) in values) builder.Set(name, value);
        return builder.Build();
    }

    /// <summary>A text that the pattern matches, or nearly.</summary>
    private string Filled(string pattern) => pattern
        .Replace("${*}", "*", StringComparison.Ordinal).Replace("${?}", "?", StringComparison.Ordinal)
        .Replace("${aws:username}", "alice", StringComparison.Ordinal).Replace("${k:v}", draw.Of("v", "x"), StringComparison.Ordinal)
        .Replace("*", draw.Of("", "x", "a/b", "x:y", "eu-west-1", "logs", "*"), StringComparison.Ordinal).Replace("?", draw.Of("b", "s", "😀"), StringComparison.Ordinal);

    private string Aside(string text) => draw.Below(24) switch
    {
        0 or 1 => draw.Near(text),
        2 => text.ToUpperInvariant(),
        3 when text.Length > 0 => Draw.SwapCase(text, draw.Below(text.Length)),
        4 => text.Replace('s', 'ſ').Replace('k', '\u212A'),
        5 when text.Length > 0 => text[..^1],
        6 => text + draw.Of("0", "/", ":", "*", "é", "\uD83D"),
        7 => text.Replace("bucket", draw.Of("Bucket", "bücket", "buck:et"), StringComparison.Ordinal),
        _ => text,
    };
}
