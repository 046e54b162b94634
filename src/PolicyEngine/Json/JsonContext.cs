using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using PolicyEngine.Diagnostics;
using PolicyEngine.Text;

namespace PolicyEngine.Json;

/// <summary>A JSON text that is being read: its limits, the path of the element at hand, and the findings.</summary>
/// <remarks>Mutable, and not safe for concurrent use.</remarks>
/// <param name="source">The text.</param>
/// <param name="maxDepth">The most objects and arrays within each other.</param>
/// <param name="maxDiagnostics">The most findings that are kept.</param>
/// <param name="isTolerant">True if comments and trailing commas are warnings, not errors.</param>
internal class JsonContext(PolicyText source, int maxDepth, int maxDiagnostics, bool isTolerant = false)
{
    private readonly DiagnosticBag bag = new(source, maxDiagnostics);

    internal PolicyText Source => source;

    internal int MaxDepth => maxDepth;

    internal bool IsTolerant => isTolerant;

    /// <summary>True if all bytes are ASCII; known once <see cref="CheckBytes"/> has returned true.</summary>
    internal bool IsAscii { get; private set; }

    internal ElementPath Path { get; } = new();

    internal DiagnosticBag Bag => bag;

    /// <summary>Reports what keeps tokens from being read: too many bytes, a fault of the encoding, or nothing to read.</summary>
    internal bool CheckBytes(int maxBytes)
    {
        ReadOnlySpan<byte> utf8 = source.Utf8;
        if (utf8.Length > maxBytes)
        {
            Report(Descriptors.TooLarge, default, maxBytes);
            return false;
        }

        IsAscii = Ascii.IsValid(utf8);
        int invalid = IsAscii ? -1 : Utf8Text.IndexOfInvalid(utf8);
        if (invalid >= 0)
        {
            bool isUtf16 = utf8.Length > 1 && (utf8[0], utf8[1]) is (0xFF, 0xFE) or (0xFE, 0xFF);
            Report(Descriptors.InvalidUtf8, new TextSpan(invalid, 1), isUtf16 ? "The text, which is UTF-16," : string.Create(CultureInfo.InvariantCulture, $"The byte 0x{utf8[invalid]:X2}"));
            return false;
        }

        if (utf8.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]))
        {
            Report(Descriptors.ByteOrderMark, new TextSpan(0, 3));
            return false;
        }

        if (utf8.Trim(" \t\r\n"u8).IsEmpty)
        {
            Report(Descriptors.EmptyText, default);
            return false;
        }

        return true;
    }

    internal void Report(DiagnosticDescriptor descriptor, TextSpan span, params ReadOnlySpan<object?> arguments) =>
        Report(descriptor, descriptor.DefaultSeverity, span, arguments);

    internal void Report(DiagnosticDescriptor descriptor, DiagnosticSeverity severity, TextSpan span, params ReadOnlySpan<object?> arguments)
    {
        if (bag.Admit(severity)) bag.Add(descriptor, severity, Path.ToString(), span, arguments);
    }

    // Few arguments are gathered here: where they are passed, the room for them would be cleared in every call of a reader or check.
    [MethodImpl(MethodImplOptions.NoInlining)]
    internal void Report(DiagnosticDescriptor descriptor, TextSpan span) => Report(descriptor, descriptor.DefaultSeverity, span, []);

    [MethodImpl(MethodImplOptions.NoInlining)]
    internal void Report(DiagnosticDescriptor descriptor, TextSpan span, object? first) => Report(descriptor, descriptor.DefaultSeverity, span, [first]);

    [MethodImpl(MethodImplOptions.NoInlining)]
    internal void Report(DiagnosticDescriptor descriptor, TextSpan span, object? first, object? second) =>
        Report(descriptor, descriptor.DefaultSeverity, span, [first, second]);

    [MethodImpl(MethodImplOptions.NoInlining)]
    internal void Report(DiagnosticDescriptor descriptor, TextSpan span, object? first, object? second, object? third) =>
        Report(descriptor, descriptor.DefaultSeverity, span, [first, second, third]);
}
