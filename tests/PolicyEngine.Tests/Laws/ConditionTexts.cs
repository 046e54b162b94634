using PolicyEngine.Language;
using PolicyEngine.Syntax;

namespace PolicyEngine.Tests.Laws;

/// <summary>Texts of each type, and some that only look like it.</summary>
internal static class ConditionTexts
{
    private static readonly string[] Strings = ["", "a", "A", "ab", "a*b", "*", "?", "x:y/z", "😀", "a😀b", "é", "É", "e\u0301", "ß", "SS", "ſ", "\u212A", "k", "İ", "i", "\uD83D", "${k:v}", " a", "true", "5"];
    private static readonly string[] Numbers = ["5", "5.0", "05", "+5", "-5", "0", "-0", "-0.0", "4", "6", "5.00000000000000000000000001", "123456789012345678901234567890", "123456789012345678901234567891", "1e3", ".5", "5.", "", " 5", "٥", "5,0", "0x5", "+", "5.0.0"];
    private static readonly string[] Dates =
    [
        "2026-01-01", "2026-01", "2026-01-01T00:00Z", "2026-01-01T00:00:00Z", "2026-01-01T01:00+01:00", "2025-12-31T23:30:00-00:30", "2026-01-01T00:00:00.000000001Z", "1767225600", "01767225600", "1767225601",
        "2026", "0000000000005", "1767225600000", "5", "0", "253402300799", "253402300800", "99999", "2024-02-29", "2025-02-29", "2026-13-01", "2026-00-01", "2026-01-00", "2026-01-32", "0000-01-01", "0001-01-01T00:00+14:00", "9999-12-31T23:59:59-14:59",
        "2026-01-01T24:00Z", "2026-01-01T00:00:60Z", "2026-01-01t00:00Z", "2026-01-01T00:00z", "2026-01-01T00:00", "2026-01-01T00:00+15:00", "2026-01-01T00:00+14:60", "2026-01-01T00:00:00.1234567890Z", "2026-01-01T00:00:00.Z", "2026-1-1", "", "-1", "2026-01-01T00Z", "2026-01T00:00Z",
    ];

    private static readonly string[] Booleans = ["true", "false", "True", "FALSE", "1", "", "yes", " true", "falſe"];
    private static readonly string[] Binaries = ["", "AA==", "AAA=", "AAAA", "AB==", "aaa=", "AA", "AA=", "A===", "AA==AA==", "QmFzZTY0", "_-AA", "AA= ", "+/+/"];
    private static readonly string[] Addresses =
    [
        "10.0.0.1", "10.0.0.0/8", "10.1.2.3/8", "10.0.0.1/32", "0.0.0.0/0", "11.0.0.1", "010.0.0.1", "10.1", "256.0.0.1", "10.0.0.1/33", "10.0.0.1/08", "10.0.0.0/", "", "10.0.0.1 ", "10.0.0.0/255.0.0.0", "::/0", "::1", "::", "0:0:0:0:0:0:0:1", "::ffff:10.0.0.1",
        "::FFFF:a00:1", "::ffff:0:0/96", "::ffff:10.0.0.0/104", "::ffff:0.0.0.0/95", "::ffff:11.0.0.1", "2001:db8::/32", "2001:db8::1", "2001:db8:0:0:0:0:0:1", "2001:db8::1::", "1:2:3:4:5:6:7::", "::2:3:4:5:6:7:8", "1:2:3:4:5:6:7:8::", "1:2:3:4:5:6:7:8", "1:2:3:4:5:6:7:8/129", "1:2:3:4:5:6:1.2.3.4",
        "1:2:3:4:5:6:7:1.2.3.4", "fe80::1%eth0", "2001:db8::/032", "12345::", ":1", "1:", ":::", "::1.2.3", "::01.2.3.4", "::ffff:0a00:0001", "::10.0.0.1", "::/128",
    ];

    private static readonly string[] Arns =
    [
        "arn:aws:iam::111122223333:role/x", "arn:aws:iam::111122223333:role/x", "arn:aws:iam::111122223333:role/path/x", "arn:aws:s3:::b/x", "arn:aws:s3:::b:c:d", "arn:aws:s3:::😀", "arn:AWS:s3:::b", "ARN:aws:s3:::b", "arn:aws:s3", "arn:aws:s3:::", "arn::s3:::b", "arn:aws::::b", "*", "", "x", "arn:aws:s3:::*", "arn:aws:s3:::${k:v}",
        "arn:*:*:*:*:*", "arn:?ws:s3:::b", "ar*:aws:s3:::b", "arn:aws:iam::*:role/x", "arn:aws:iam::111122223333:*",
    ];

    internal static string[] Of(OperatorFamily family) => family switch
    {
        OperatorFamily.Numeric => Numbers,
        OperatorFamily.Date => Dates,
        OperatorFamily.Boolean or OperatorFamily.Null => Booleans,
        OperatorFamily.Binary => Binaries,
        OperatorFamily.IpAddress => Addresses,
        OperatorFamily.Arn => Arns,
        _ => Strings,
    };
}
