namespace PolicyEngine.Syntax;

/// <summary>The JSON type that a condition value was written with; it decides nothing.</summary>
public enum ConditionValueForm
{
    /// <summary>A string in quotes.</summary>
    Text = 0,

    /// <summary>A number; its digits are kept as written.</summary>
    Number = 1,

    /// <summary><c>true</c> or <c>false</c> without quotes.</summary>
    Boolean = 2,
}
