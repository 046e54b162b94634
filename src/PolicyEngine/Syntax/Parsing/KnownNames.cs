using System.Diagnostics.CodeAnalysis;
using System.Text;
using PolicyEngine.Primitives;

namespace PolicyEngine.Syntax.Parsing;

/// <summary>The names that most policies hold, so that reading one of them makes no new string.</summary>
internal static class KnownNames
{
    private static readonly Dictionary<string, string>.AlternateLookup<ReadOnlySpan<byte>> ByUtf8 =
        ElementNames.OfDocument
            .Concat(ElementNames.OfStatement)
            .Concat(Enum.GetValues<PrincipalType>().Select(PrincipalTypeNames.NameOf))
            .Concat(OperatorNames.All().Select(OperatorNames.NameOf))
            .Concat(GlobalConditionKeys.All.Select(static key => key.Name))
            .ToDictionary(static name => name, Utf8Comparer.Instance)
            .GetAlternateLookup<ReadOnlySpan<byte>>();

    internal static bool TryFind(ReadOnlySpan<byte> utf8, [NotNullWhen(true)] out string? name) => ByUtf8.TryGetValue(utf8, out name);

    /// <summary>Finds ASCII strings by their UTF-8 bytes.</summary>
    private sealed class Utf8Comparer : IEqualityComparer<string>, IAlternateEqualityComparer<ReadOnlySpan<byte>, string>
    {
        internal static readonly Utf8Comparer Instance = new();

        public string Create(ReadOnlySpan<byte> alternate) => Encoding.UTF8.GetString(alternate);

        public bool Equals(string? x, string? y) => x == y;

        public bool Equals(ReadOnlySpan<byte> alternate, string other) => Ascii.Equals(alternate, other);

        public int GetHashCode(string obj) => GetHashCode(Encoding.UTF8.GetBytes(obj));

        /// <summary>The table is fixed, so that its hash needs no defence: length, and the bytes at both ends and in the middle.</summary>
        public int GetHashCode(ReadOnlySpan<byte> alternate) =>
            alternate.IsEmpty ? 0 : HashCode.Combine(alternate.Length, alternate[0], alternate[alternate.Length / 2], alternate[^1]);
    }
}
