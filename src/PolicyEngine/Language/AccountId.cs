namespace PolicyEngine.Language;

/// <summary>The form of account ids: 12 ASCII digits.</summary>
internal static class AccountId
{
    internal static bool IsValid(ReadOnlySpan<char> text) => text.Length == 12 && !text.ContainsAnyExceptInRange('0', '9');
}
