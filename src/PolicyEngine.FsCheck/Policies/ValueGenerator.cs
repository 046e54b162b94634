using System.Buffers;
using System.Globalization;
using PolicyEngine.FsCheck.Texts;
using PolicyEngine.Syntax;

namespace PolicyEngine.FsCheck.Policies;

/// <summary>Chooses an operator for the values of a key, and the values that it compares them with.</summary>
internal sealed class ValueGenerator(Draw draw, PolicyType type, string key, (string Key, string Value)[] others)
{
    private static readonly SearchValues<char> AddressCharacters = SearchValues.Create("0123456789abcdefABCDEF.:/");

    private const int EndpointAnchor = 6;

    /// <summary>An operator with values so that all own values pass, or none does.</summary>
    internal (ConditionOperatorKind Kind, string[] Values) Make(string[] own, bool holds, bool variables)
    {
        ValueFamily family = draw.OneIn(4) ? ValueFamily.String : FamilyOf(own);
        bool compares = own.Length == 1 && draw.OneIn(2);
        if (family == ValueFamily.Numeric && compares) return Compared(own[0], ConditionOperatorKind.NumericLessThan, NumberBeside, holds);
        if (family == ValueFamily.Date && compares) return Compared(own[0], ConditionOperatorKind.DateLessThan, InstantBeside, holds);
        ConditionOperatorKind kind = KindOf(family);
        bool hits = holds != new ConditionOperator(kind).IsNegated;
        List<string> values = [.. own.Select(value => hits ? Same(kind, value, variables) : Beside(family, value))];
        if (draw.OneIn(4)) values.Add(Beside(family, own[0]));
        bool isFlag = family is ValueFamily.Boolean;
        return (kind, isFlag ? [values[0]] : [.. values]);
    }

    private ValueFamily FamilyOf(string[] own)
    {
        bool isIdentifier = ConditionKeys.Find(key)?.IsIdentifier == true;
        if (!isIdentifier && Array.TrueForAll(own, static v => v.Length < 10 && long.TryParse(v, NumberStyles.None, CultureInfo.InvariantCulture, out _))) return ValueFamily.Numeric;
        if (Array.TrueForAll(own, static v => v is "true" or "false")) return ValueFamily.Boolean;
        if (Array.TrueForAll(own, static v => v.EndsWith('Z') && ContextValue.TryReadTime(v, out _))) return ValueFamily.Date;
        if (Array.TrueForAll(own, IsAddress)) return ValueFamily.IpAddress;
        if (Array.TrueForAll(own, static v => v.StartsWith("arn:aws:", StringComparison.Ordinal) && Arn.TryParse(v, out _))) return ValueFamily.Arn;
        return key == "example:Digest" ? ValueFamily.Binary : ValueFamily.String;
    }

    /// <summary>True where a text has the form of an address or of a range: what is none of them makes a comparison that is undecided.</summary>
    private static bool IsAddress(string text) =>
        !text.AsSpan().ContainsAnyExcept(AddressCharacters) && (text.Contains(':', StringComparison.Ordinal) || text.AsSpan().Count('.') == 3);

    private ConditionOperatorKind KindOf(ValueFamily family) => family switch
    {
        ValueFamily.Numeric => draw.Of(ConditionOperatorKind.NumericEquals, ConditionOperatorKind.NumericNotEquals),
        ValueFamily.Date => draw.Of(ConditionOperatorKind.DateEquals, ConditionOperatorKind.DateNotEquals),
        ValueFamily.Boolean => ConditionOperatorKind.Bool,
        ValueFamily.Binary => ConditionOperatorKind.BinaryEquals,
        ValueFamily.IpAddress => draw.Of(ConditionOperatorKind.IpAddress, ConditionOperatorKind.NotIpAddress),
        ValueFamily.Arn => draw.Of(ConditionOperatorKind.ArnEquals, ConditionOperatorKind.ArnLike, ConditionOperatorKind.ArnNotEquals, ConditionOperatorKind.ArnNotLike),
        _ => draw.Of(
            ConditionOperatorKind.StringEquals, ConditionOperatorKind.StringEquals, ConditionOperatorKind.StringNotEquals, ConditionOperatorKind.StringLike,
            ConditionOperatorKind.StringNotLike, ConditionOperatorKind.StringEqualsIgnoreCase, ConditionOperatorKind.StringNotEqualsIgnoreCase),
    };

    /// <summary>A value that the own value passes.</summary>
    private string Same(ConditionOperatorKind kind, string own, bool variables)
    {
        ConditionOperator op = new(kind);
        if (ValueFamilies.Of(op) == ValueFamily.IpAddress) return draw.OneIn(2) ? own : Addresses.Around(draw, own);
        if (ValueFamilies.Of(op) == ValueFamily.Numeric) return draw.OneIn(4) ? own + ".0" : own;
        if (!op.TakesVariables) return own;
        int from = ValueFamilies.Of(op) == ValueFamily.Arn ? TextSteps.TailOf(own) : 0;
        if (variables && draw.OneIn(5) && Variables.Write(draw, own, from, others) is { } varied) return varied;
        if (kind is ConditionOperatorKind.StringEqualsIgnoreCase or ConditionOperatorKind.StringNotEqualsIgnoreCase) return draw.OneIn(2) ? own.ToUpperInvariant() : own;
        if (own.AsSpan().ContainsAny('*', '?', '$')) return Patterns.Literal(own, variables) ?? "*";
        if (!op.TakesWildcards || draw.OneIn(3)) return own;
        if (type != PolicyType.VpcEndpoint || ValueFamilies.Of(op) == ValueFamily.Arn) return TextSteps.Blur(draw, own, from);
        bool isIdentifier = ConditionKeys.Find(key)?.IsIdentifier == true;
        return isIdentifier || own.Length <= EndpointAnchor ? own : own[..(EndpointAnchor + draw.Below(own.Length - EndpointAnchor))] + "*";
    }

    /// <summary>A value of the family, one step away from the own value, which does not pass it.</summary>
    private string Beside(ValueFamily family, string own) => family switch
    {
        ValueFamily.Numeric => NumberBeside(own, draw.Of(-1, 1)),
        ValueFamily.Date => InstantBeside(own, draw.Of(-1, 1)),
        ValueFamily.Boolean => own == "true" ? "false" : "true",
        ValueFamily.Binary => own == "AAEC" ? "AAED" : "AAEC",
        ValueFamily.IpAddress => Addresses.Beside(own),
        ValueFamily.Arn => TextSteps.Miss(draw, own, TextSteps.TailOf(own)),
        _ => TextSteps.Miss(draw, own).Replace("*", "", StringComparison.Ordinal).Replace("?", "", StringComparison.Ordinal).Replace("$", "", StringComparison.Ordinal),
    };

    /// <summary>One of the four comparisons, with the nearest value on the side that is asked for.</summary>
    private (ConditionOperatorKind Kind, string[] Values) Compared(string own, ConditionOperatorKind lessThan, Func<string, int, string> beside, bool holds)
    {
        int comparison = draw.Below(4);
        int step = comparison switch { 0 => holds ? 1 : 0, 1 => holds ? 0 : -1, 2 => holds ? -1 : 0, _ => holds ? 0 : 1 };
        return (lessThan + comparison, [step == 0 ? own : beside(own, step)]);
    }

    private static string NumberBeside(string own, int step) => (long.Parse(own, CultureInfo.InvariantCulture) + step).ToString(CultureInfo.InvariantCulture);

    private static string InstantBeside(string own, int step)
    {
        DateTimeOffset time = DateTimeOffset.Parse(own, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
        return time.AddSeconds(step).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
    }
}
