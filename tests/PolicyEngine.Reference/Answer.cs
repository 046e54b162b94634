namespace PolicyEngine.Reference;

/// <summary>L-1, L-2: true, false or undecided (null), the last with its causes; combined by Kleene's tables.</summary>
public readonly record struct Answer(bool? Value, Causes Causes)
{
    internal static readonly Answer Defect = new(null, Causes.Defect);
    internal static readonly Answer UnknownKey = new(null, Causes.UnknownKey);

    /// <summary>Not false: true or undecided.</summary>
    internal bool MayBe => Value != false;

    /// <summary>L-1: a certain answer.</summary>
    public static implicit operator Answer(bool value) => new(value, Causes.None);

    /// <summary>L-2: false dominates, then undecided.</summary>
    public static Answer operator &(Answer a, Answer b) => Of(a.Value & b.Value, a.Causes | b.Causes);

    /// <summary>L-2: true dominates, then undecided.</summary>
    public static Answer operator |(Answer a, Answer b) => Of(a.Value | b.Value, a.Causes | b.Causes);

    /// <summary>L-2: undecided stays.</summary>
    public static Answer operator !(Answer a) => Of(!a.Value, a.Causes);

    /// <summary>L-2: true of none.</summary>
    internal static Answer All(IEnumerable<Answer> answers) => answers.Aggregate((Answer)true, static (a, b) => a & b);

    /// <summary>L-2: false of none.</summary>
    internal static Answer Any(IEnumerable<Answer> answers) => answers.Aggregate((Answer)false, static (a, b) => a | b);

    /// <summary>L-113, L-157, L-182 and others: what may be meant in several ways decides only where all agree.</summary>
    internal static Answer Agree(IEnumerable<Answer> ways) => ways.Aggregate(static (a, b) => a == b ? a : new Answer(null, Causes.Defect | a.Causes | b.Causes));

    /// <summary>L-1: what is decided has no causes.</summary>
    private static Answer Of(bool? value, Causes causes) => new(value, value is null ? causes : Causes.None);
}
