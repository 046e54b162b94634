using PolicyEngine.FsCheck.Texts;

namespace PolicyEngine.Tests.Laws;

/// <summary>Texts of actions, resources and values for large policy sets: numbered, so that most differ and some are the same, in every form that an index
/// may or may not be able to find.</summary>
internal sealed class PolicySetTexts(Draw draw, int numbers, ContextGenerator context)
{
    internal static string[] Keys { get; } = ["k:id", "K:ID", "k:tenant", "aws:SourceVpce", "aws:username", "aws:TagKeys"];

    internal string Value() => draw.OneIn(12) ? draw.Of("", "é", "*", "${*}", "v 1") : $"v-{Number()}";

    internal string Action() => draw.Below(24) switch
    {
        0 => draw.Of("*", "*:*", "**", "s3:", ":x", "s3:a:b", "", "nonsense", "s3:*", "sqs:*", "s3:ListAllMyBuckets"),
        1 => draw.Of("s?:Get*", "*:Get*", "s3*:Get1", "?qs:Send1"),
        2 => draw.Of("s3:${k:v}", "s3:Get${k:v}", "s3:${", "s3:${k}", "s3:Get${*}"),
        3 => draw.Of("S3:GET*", "sQs:Send*", "s3:*Object", "s3:?et*", "s3:Get*1", "s3:Geſ*", "s\u212A3:Get*"),
        4 => $"s3:Get{Number()}*",
        5 => draw.Near($"s3:Get{Number()}"),
        6 => $"sqs:Send{Number()}",
        7 => $"execute-api:Invoke{Number() % 3}",
        _ => $"s3:Get{Number() % 40}",
    };

    internal string Resource()
    {
        int n = Number();
        return draw.Below(32) switch
        {
            0 => draw.Of("*", "**", "", "bucket", "arn:", "ARN:aws:s3:::bucket-1", "arn:aws:s3:::*", "arn:aws:s3:::", "arn:*:*:*:*:*", "arn:aws:s3:::**"),
            1 => $"arn:aws:s3:::*/logs-{n}/x",
            2 => $"arn:aws:s3:::*-{n}",
            3 => draw.Of("arn:aws:s3:::*abc", "arn:aws:s3:::?-1*", $"arn:aws:s3:::?ucket-{n}*", $"arn:aws:s3:::b*t-{n}/x", $"arn:aws:s3:::*é-{n}", $"arn:aws:s3:::😀-{n}/*", $"arn:aws:s3:::*😀?-{n}"),
            4 => $"arn:*:s3:::bucket-{n}/*",
            5 => draw.Of($"arn:aws:sqs:*:queue-{n}", $"arn:aws:sqs:eu-*:1111*:queue-{n}", $"arn:aws:sqs:*:*:queue-{n}*", $"arn:aws:sqs:eu-*:*:*-{n}", $"arn:aws:s*:::bucket-{n}"),
            6 => draw.Of($"arn:aws:sqs:eu-west-1:queue-{n}", $"arn:aws:sqs:eu-west-{n}", "arn:aws:s3", $"arn:aws:s3::{n}"),
            7 => draw.Of($"arn:aws:s3:::home-{n}/${{aws:username}}/*", $"arn:aws:s3:::${{k:v}}-{n}", $"arn:aws:s3:::home-{n}/${{k:none, 'v'}}", $"arn:aws:${{k:v}}:::bucket-{n}", $"arn:aws:s3:::home-{n}/${{k:v", $"arn:aws:s3:::bucket-{n}${{*}}", $"arn:aws:s3:::${{*}}{n}-long", $"arn:aws:s3${{?}}:::bucket-{n}"),
            8 => context.WithVariable($"arn:aws:s3:::bucket-{n}/x"),
            9 => Draw.SwapCase($"arn:aws:s3:::bucket-{n}", draw.Below(13)),
            10 => draw.Of($"arn:aws:S3:::bucket-{n}*", $"arn:AWS:s3:::bucket-{n}", $"arn:aws:ſ3:::bucket-{n}", $"arn:aws:\u212A:::bucket-{n}", $"arn:aws:s3:::Bucket-{n}"),
            11 or 12 => draw.Of($"execute-api:/stage-{n}/*", $"execute-api:/stage-{n}/GET/x", "execute-api:/*", $"execute-api:/stage-{n}*"),
            13 => $"arn:aws:execute-api:eu-west-1:111122223333:api-{n}/stage-{n}/*",
            14 or 15 => draw.Near($"arn:aws:s3:::bucket-{n}/x"),
            16 or 17 => $"arn:aws:s3:::bucket-{n}/*",
            18 => $"arn:aws:s3:::bucket-{n}/${{k:v}}*",
            19 => $"arn:aws:sqs:eu-west-1:111122223333:queue-{n}",
            20 => $"arn:aws:s3:::bucket-{n}*/x",
            _ => $"arn:aws:s3:::bucket-{n}",
        };
    }

    private int Number() => draw.Below(numbers);
}
