using System.Numerics;
using PolicyEngine.Syntax;

namespace PolicyEngine.Reference;

/// <summary>Condition (L-110 to L-162).</summary>
internal static class Conditions
{
    /// <summary>L-110.</summary>
    internal static Answer Match(ConditionBlock? block, PolicyDocument document, RequestContext context) => block is null ? true : Answer.All(from clause in block.Clauses from entry in clause.Entries select Match(clause.Operator, entry, document, context));

    /// <summary>L-112, L-113: the values under all spellings of a name. A key not named is unknown if its whole family is .</summary>
    internal static IEnumerable<ContextValue> Find(RequestContext context, string name)
    {
        ContextValue[] named = [.. context.Where(e => e.Key.Equals(name, StringComparison.OrdinalIgnoreCase)).Select(static e => e.Value)];
        bool IsFamily(string key) => key.Length > 1 && key[^1] is '/' or ':' && name.StartsWith(key, StringComparison.OrdinalIgnoreCase);
        return named.Length == 0 && context.Any(e => e.Value.IsUnknown && IsFamily(e.Key)) ? [ContextValue.Unknown] : named;
    }

    /// <summary>Q-11: no request has a key without a colon.</summary>
    private static IEnumerable<ContextValue> Given(RequestContext context, string name) => name.Contains(':', StringComparison.Ordinal) ? Find(context, name) : [];

    /// <summary>L-113, L-117.</summary>
    private static Answer Match(ConditionOperator op, ConditionEntry entry, PolicyDocument document, RequestContext context) => Answer.Agree(Given(context, entry.Key).DefaultIfEmpty().Select(value => Match(op, entry, value, document, context)));

    /// <summary>L-114 to L-124, A-91: evalKey of section 5.3.</summary>
    private static Answer Match(ConditionOperator op, ConditionEntry entry, ContextValue? given, PolicyDocument document, RequestContext context)
    {
        if (given is { Values: [AwsOwned.Account or AwsOwned.Organization] }) return MatchAws(op, entry, given.Values[0], document, context);
        bool isEmpty = given is { IsList: true, Values.Length: 0 };
        bool hasValues = entry.Values.Count > 0;
        Answer One(string value) => Match(op, entry, value, document, context);
        if (given is { IsUnknown: true }) return Answer.UnknownKey;
        if (op.Kind == ConditionOperatorKind.Null && op.Qualifier != SetQualifier.None) return op.Qualifier == SetQualifier.ForAllValues;
        if (op.Kind == ConditionOperatorKind.Null) return hasValues ? MatchNull(entry, given is null || isEmpty, given is { Values: [""] }) : Answer.Defect;
        if (given is null || isEmpty)
        {
            if (op.Qualifier == SetQualifier.ForAllValues) return true;
            if (op.Qualifier == SetQualifier.ForAnyValue) return op.IfExists && !isEmpty ? Answer.Defect : false;
            return op.IfExists ? true : hasValues ? op.IsNegated : Answer.Defect;
        }

        if (op.Qualifier != SetQualifier.None)
        {
            bool isAll = op.Qualifier == SetQualifier.ForAllValues;
            IEnumerable<Answer> each = given.Values.ToArray().Select(One);
            Answer result = isAll ? Answer.All(each) : Answer.Any(each);
            if (given.Values is [""] && result != isAll) return Answer.Agree([result, isAll]);
            return hasValues ? result : op.IsNegated ? Answer.Defect : false;
        }

        if (given.IsList) return Answer.Defect;
        return hasValues ? One(given.Values[0]) : op is { IfExists: true, IsNegated: false } ? false : Answer.Defect;
    }

    /// <summary>Q-6: a value of AWS's account or organization, where it does not matter which; of an organization both a value and none.</summary>
    private static Answer MatchAws(ConditionOperator op, ConditionEntry entry, string marker, PolicyDocument document, RequestContext context)
    {
        bool isText = op.Kind is ConditionOperatorKind.StringEquals or ConditionOperatorKind.StringNotEquals or ConditionOperatorKind.StringLike or ConditionOperatorKind.StringNotLike;
        bool hasWildcards = op.Kind is ConditionOperatorKind.StringLike or ConditionOperatorKind.StringNotLike;
        string[] accounts = [.. Find(context, "aws:PrincipalAccount").Where(static value => !value.IsUnknown && !value.IsList).Select(static value => value.Values[0])];
        Answer any = Answer.Any(entry.Values.Select(p => Patterns.Read(p.Text, hasWildcards, document.HasVariables) is null ? Answer.Defect : AwsOwned.Match(marker, p.Text, hasWildcards, account => MatchText(op, p.Text, account, document, context), accounts)));
        Answer present = op.Kind == ConditionOperatorKind.Null ? Match(op, entry, ContextValue.Of("x"), document, context)
            : !isText || entry.Values.Count == 0 ? Answer.UnknownKey
            : op.IsNegated ? !any : any;
        if (marker == AwsOwned.Account) return present;
        Answer missing = Match(op, entry, (ContextValue?)null, document, context);
        return present.Value is { } known && missing.Value == known ? present : Answer.UnknownKey;
    }

    /// <summary>L-116.</summary>
    private static Answer MatchNull(ConditionEntry entry, bool isNull, bool isEmptyText)
    {
        Answer Read(bool value) => Answer.Any(entry.Values.Select(p => Forms.Boolean(p.Text) is { } wanted ? wanted == value : Answer.Defect));
        return isEmptyText ? Answer.Agree([Read(true), Read(false)]) : Read(isNull);
    }

    /// <summary>L-111, L-157: any value, or none for a negated operator; an IPv4-mapped address is read in both ways.</summary>
    private static Answer Match(ConditionOperator op, ConditionEntry entry, string value, PolicyDocument document, RequestContext context)
    {
        if (op.Kind is ConditionOperatorKind.IpAddress or ConditionOperatorKind.NotIpAddress && Forms.Address(value) is { Width: 128, Prefix: null } ip && ip.Value >> 32 == 0xFFFF)
        {
            Answer As(BigInteger address, int width) => Answer.Any(entry.Values.Select(p => Forms.Address(p.Text) is { } net ? InNetwork(net, (address, width)) : Answer.Defect));
            Answer both = Answer.Agree([As(ip.Value, 128), As(ip.Value & uint.MaxValue, 32)]);
            return op.IsNegated ? !both : both;
        }

        Answer any = Answer.Any(entry.Values.Select(p => op.TakesVariables
            ? MatchText(op, p.Text, value, document, context)
            : MatchTyped(op.Kind, p.Text, value)));
        return op.IsNegated ? !any : any;
    }

    /// <summary>L-126, L-140 to L-157, L-181: what cannot be read on either side is undecided.</summary>
    private static Answer MatchTyped(ConditionOperatorKind kind, string own, string value) => kind switch
    {
        ConditionOperatorKind.Bool => Forms.Boolean(own) is { } a && Forms.Boolean(value) is { } b ? a == b : Answer.Defect,
        ConditionOperatorKind.BinaryEquals => Forms.Base64(own) is { } a && Forms.Base64(value) is { } b ? a == b : Answer.Defect,
        ConditionOperatorKind.IpAddress or ConditionOperatorKind.NotIpAddress => Forms.Address(own) is { } net && Forms.Address(value) is { Prefix: null } ip ? InNetwork(net, (ip.Value, ip.Width)) : Answer.Defect,
        < ConditionOperatorKind.DateEquals => Forms.Number(own) is { } a && Forms.Number(value) is { } b ? Compare(kind - ConditionOperatorKind.NumericEquals, b, a) : Answer.Defect,
        _ => Forms.Instant(own) is { } a && Forms.Instant(value) is { } b ? Compare(kind - ConditionOperatorKind.DateEquals, b, a) : Answer.Defect,
    };

    /// <summary>L-141, L-147: the request's value against the policy's. Operators in order: equals, its negation, and four orders.</summary>
    private static bool Compare(int op, BigInteger value, BigInteger own) => op switch { 2 => value < own, 3 => value <= own, 4 => value > own, 5 => value >= own, _ => value == own };

    /// <summary>L-155 to L-157.</summary>
    private static Answer InNetwork((BigInteger Value, int Width, int? Prefix) net, (BigInteger Value, int Width) ip)
    {
        int shift = net.Width - (net.Prefix ?? net.Width);
        bool Holds(BigInteger value) => value >> shift == net.Value >> shift;
        if (ip.Width == net.Width) return Holds(ip.Value);
        bool isMapped = net.Width == 128 && shift <= 32 && net.Value >> 32 == 0xFFFF;
        return isMapped && Holds(((BigInteger)0xFFFF << 32) + ip.Value) ? Answer.Defect : false;
    }

    /// <summary>L-130 to L-134, L-171, L-174, L-180.</summary>
    private static Answer MatchText(ConditionOperator op, string own, string value, PolicyDocument document, RequestContext context)
    {
        bool isArn = op.Kind.ToString().StartsWith("Arn", StringComparison.Ordinal);
        List<PatternChar>? signs = Patterns.Read(own, wildcards: isArn || op.Kind is ConditionOperatorKind.StringLike or ConditionOperatorKind.StringNotLike, document.HasVariables);
        if (signs is null) return Answer.Defect;
        return Patterns.InEachCase(signs, context, find => isArn ? MatchArn(signs, value, find) : MatchString(op, signs, value, find));
    }

    /// <summary>L-130 to L-133.</summary>
    private static Answer MatchString(ConditionOperator op, List<PatternChar> signs, string value, Func<string, ContextValue?> find)
    {
        if (Patterns.Fill(signs, find, out List<PatternChar> filled) is { } trouble) return trouble;
        if (op.Kind is not (ConditionOperatorKind.StringEqualsIgnoreCase or ConditionOperatorKind.StringNotEqualsIgnoreCase)) return Patterns.Glob(filled, value);
        string text = string.Concat(filled.Select(static s => s.Char));
        return Forms.Ascii(text) == Forms.Ascii(value) ? true : Forms.Fold(text) == Forms.Fold(value) ? Answer.Defect : false;
    }

    /// <summary>L-34, L-160, L-162, L-178: part by part, split before variables get their values.</summary>
    private static Answer MatchArn(List<PatternChar> signs, string value, Func<string, ContextValue?> find)
    {
        string[] asked = value.Split(':', 6);
        List<List<PatternChar>> parts = Patterns.Split(signs);
        bool isReadable = parts.Count == 6 && string.Concat(parts[0].Select(static s => s.Char)) == "arn" && parts[1].Count > 0 && parts[2].Count > 0 && parts[5].Count > 0;
        if (!isReadable || asked.Length < 6 || asked[0] != "arn") return Answer.Defect;
        Answer? trouble = Patterns.Fill(signs, find, out _);
        return trouble ?? Answer.All(parts.Zip(asked, (part, text) => Patterns.Fill(part, find, out List<PatternChar> filled) ?? Patterns.Glob(filled, text)));
    }
}
