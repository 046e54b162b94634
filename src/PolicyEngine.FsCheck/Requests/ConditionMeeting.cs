using System.Globalization;
using PolicyEngine.FsCheck.Policies;
using PolicyEngine.FsCheck.Texts;
using PolicyEngine.Syntax;

namespace PolicyEngine.FsCheck.Requests;

/// <summary>Gives a request the context that meets a condition, or misses it by one step.</summary>
internal sealed class ConditionMeeting(Draw draw, Dictionary<string, ContextValue> values)
{
    /// <summary>Settles one key so that the entry is met or missed; a key that is settled already stays.</summary>
    internal void Settle(ConditionOperator op, ConditionEntry entry, bool holds)
    {
        if (entry.Key.Length == 0 || values.Keys.Any(own => own.Equals(entry.Key, StringComparison.OrdinalIgnoreCase))) return;
        if (ValueFor(op, entry, holds) is { } value) values[entry.Key] = value;
    }

    /// <summary>The text with its variables replaced by what the request has, or is given now.</summary>
    internal string Resolve(string text) => Variables.Replace(text, name =>
    {
        if (values.TryGetValue(name, out ContextValue? own)) return own is { IsUnknown: false, Values: [var first, ..] } ? first : null;
        World.KeySample? sample = Array.Find(World.Keys, key => key.Name.Equals(name, StringComparison.OrdinalIgnoreCase));
        string value = sample is null ? "red" : draw.Of(sample.Values);
        values[name] = ContextValue.Of(value);
        return value;
    });

    private ContextValue? ValueFor(ConditionOperator op, ConditionEntry entry, bool holds)
    {
        string own = entry.Values.Count == 0 ? "x" : entry.Values[draw.Below(entry.Values.Count)].Text;
        if (op.Kind == ConditionOperatorKind.Null) return (own is "true") == holds ? null : Sample(entry.Key);
        bool maySkip = holds ? op.IfExists || op.IsNegated || op.Qualifier == SetQualifier.ForAllValues : !op.IfExists && !op.IsNegated && op.Qualifier != SetQualifier.ForAllValues;
        if (maySkip && draw.OneIn(3)) return null;
        string text = Passing(op, Resolve(own), holds);
        bool isSingle = ConditionKeys.Find(entry.Key) is { IsMultivalued: false };
        bool isList = !isSingle && op.Qualifier != SetQualifier.None;
        return isList ? ContextValue.OfList(draw.OneIn(3) ? [text, text] : [text]) : ContextValue.Of(text);
    }

    private string Passing(ConditionOperator op, string own, bool holds)
    {
        bool hits = holds != op.IsNegated;
        switch (ValueFamilies.Of(op))
        {
            case ValueFamily.Numeric when decimal.TryParse(own, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out decimal number) && Math.Abs(number) < 1e20m:
                return (number + StepOf(op.Kind - ConditionOperatorKind.NumericLessThan, hits)).ToString(CultureInfo.InvariantCulture);
            case ValueFamily.Date when DateTimeOffset.TryParse(own, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset time) && time.Year is > 1 and < 9999:
                return time.AddSeconds(StepOf(op.Kind - ConditionOperatorKind.DateLessThan, hits)).ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
            case ValueFamily.Boolean:
                return own.Equals("true", StringComparison.OrdinalIgnoreCase) == hits ? "true" : "false";
            case ValueFamily.IpAddress:
                return hits ? Addresses.First(own) : Addresses.Outside(own);
            case ValueFamily.String when !op.TakesWildcards:
                string literal = own.Replace("${*}", "*", StringComparison.Ordinal).Replace("${?}", "?", StringComparison.Ordinal).Replace("${$}", "$", StringComparison.Ordinal);
                return hits ? literal : TextSteps.Miss(draw, literal);
            case ValueFamily.Binary:
                return hits || own.Length < 4 ? own : own[0] == 'A' ? "B" + own[1..] : "A" + own[1..];
            default:
                string filled = TextSteps.Fill(draw, own);
                return hits ? filled : TextSteps.Miss(draw, filled, ValueFamilies.Of(op) == ValueFamily.Arn ? TextSteps.TailOf(filled) : 0);
        }
    }

    /// <summary>How far a number is from the policy's: <paramref name="comparison"/> 0 to 3 is less, not greater, greater, not less; others are equality.</summary>
    private int StepOf(int comparison, bool hits) => comparison switch
    {
        0 => hits ? -1 : 0,
        1 => hits ? 0 : 1,
        2 => hits ? 1 : 0,
        3 => hits ? 0 : -1,
        _ => hits ? 0 : draw.Of(-1, 1),
    };

    private ContextValue Sample(string key)
    {
        World.KeySample? sample = Array.Find(World.Keys, k => k.Name.Equals(key, StringComparison.OrdinalIgnoreCase));
        return sample is null ? ContextValue.Of("x") : Contexts.Sample(draw, sample);
    }
}
