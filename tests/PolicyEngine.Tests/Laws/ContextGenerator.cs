using PolicyEngine.FsCheck.Texts;
using PolicyEngine.Language;
using PolicyEngine.Syntax;

namespace PolicyEngine.Tests.Laws;

/// <summary>Makes conditions, and the context of the request beside them: each key missing, empty, with one value or several,
/// unknown, or under two spellings.</summary>
internal sealed class ContextGenerator(Draw draw)
{
    private static readonly string[] Keys = ["k:a", "k:b", "K:A", "k:B", "aws:username", "aws:TagKeys", "k:tag/x y"];
    private static readonly string[] VariableKeys = ["k:v", "k:w", "K:V", "aws:username", "k:a", "k:none"];
    private readonly Dictionary<string, ContextValue> values = new(StringComparer.Ordinal);
    private readonly HashSet<string> settled = new(StringComparer.OrdinalIgnoreCase);

    internal RequestContext Build()
    {
        RequestContextBuilder builder = new();
        foreach ((string name, ContextValue value) in values) builder.Set(name, value);
        return builder.Build();
    }

    internal ConditionClause Clause()
    {
        ConditionOperatorKind kind = draw.Of(Enum.GetValues<ConditionOperatorKind>());
        SetQualifier qualifier = draw.Of(SetQualifier.None, SetQualifier.None, SetQualifier.None, SetQualifier.ForAllValues, SetQualifier.ForAnyValue);
        ConditionOperator op = new(kind, qualifier, kind != ConditionOperatorKind.Null && draw.OneIn(3));
        return new ConditionClause { Operator = op, Entries = [.. draw.OneIn(8) ? draw.Some(2, () => Entry(op)) : [Entry(op)]] };
    }

    /// <summary>The text with a part of it replaced by a variable, which often has that part as its value.</summary>
    internal string WithVariable(string text)
    {
        if (draw.OneIn(6)) return text.Insert(draw.Below(text.Length + 1), MalformedOrOdd());
        int start = draw.Below(text.Length + 1);
        int end = start + draw.Below(text.Length - start + 1);
        string key = draw.Of(VariableKeys);
        string part = text[start..end];
        if (!draw.OneIn(4)) Settle(key, () => draw.OneIn(5) ? "other" : part);
        string fallback = draw.OneIn(4) ? $", '{(draw.OneIn(2) && !part.AsSpan().ContainsAny('\'', '}') ? part : "d")}'" : "";
        return $"{text[..start]}${{{key}{fallback}}}{text[end..]}";
    }

    private string MalformedOrOdd() => draw.Of(
        "${*}", "${?}", "${$}", "${*}", "$", "$x", "${", "${}", "${k:v,'d'}", "${k:v, 'd}", "${k:v,  'd'}", "${ k:v}", "${kv}", "${k:v/}", "${k:}", "${:v}", "${k:a b}", "${k:v, ''}", "${k:none, ''}", "${k:v${k:w}}", "${**}", "${k:v/w}", "${k:\"}", "}");

    private ConditionEntry Entry(ConditionOperator op)
    {
        string key = draw.Of(Keys);
        string[] pool = ConditionTexts.Of(op.Family);
        string own = draw.Of(pool);
        Settle(key, () => draw.OneIn(3) ? draw.Of(pool) : own);
        return new ConditionEntry { Key = key, Values = [.. draw.Some(2, () => new ConditionValue { Text = Text(op, own, pool) })] };
    }

    private string Text(ConditionOperator op, string own, string[] pool)
    {
        string text = draw.OneIn(4) ? draw.Of(pool) : own;
        if (op.Family is not (OperatorFamily.String or OperatorFamily.Arn)) return draw.OneIn(40) ? WithVariable(text) : text;
        if (draw.OneIn(3)) text = draw.Near(text);
        return draw.OneIn(4) ? WithVariable(text) : text;
    }

    /// <summary>Gives a key a state, unless it has one.</summary>
    private void Settle(string key, Func<string> value)
    {
        if (!settled.Add(key) && !draw.OneIn(15)) return;
        string name = draw.OneIn(5) ? key.ToUpperInvariant() : key;
        bool isSingle = key == "aws:username";
        switch (draw.Below(16))
        {
            case 0 or 1: break;
            case 2 when !isSingle: values[name] = ContextValue.OfList(); break;
            case 3 when !isSingle: values[name] = ContextValue.OfList(value(), value()); break;
            case 4 when !isSingle: values[name] = ContextValue.OfList(value(), draw.Of("", "z")); break;
            case 5: values[name] = ContextValue.OfList(draw.OneIn(2) ? "" : value()); break;
            case 6 or 7: values[name] = ContextValue.Of(""); break;
            case 8: values[name] = ContextValue.Unknown; break;
            case 9:
                values[name] = ContextValue.Of(value());
                values[Draw.SwapCase(name, 0)] = draw.Of(ContextValue.Of(value()), ContextValue.Of(""), ContextValue.Unknown, ContextValue.Of("y"));
                break;
            default: values[name] = ContextValue.Of(value()); break;
        }
    }
}
