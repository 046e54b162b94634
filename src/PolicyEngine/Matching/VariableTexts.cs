using System.Runtime.CompilerServices;

namespace PolicyEngine.Matching;

/// <summary>Room on the stack for the texts of the variables of one pattern.</summary>
[InlineArray(Length)]
internal struct VariableTexts
{
    internal const int Length = 8;
    private string? first;
}
