using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace PolicyEngine.Requests;

/// <summary>Remembers the callers of ARNs seen last, as a server meets the same callers again and again.</summary>
/// <remarks>One place for each of 256 kinds of ARNs, and none for long ones: an ARN that is not there takes the place of another, so that ARNs made up
/// by an attacker cost time only. Safe for concurrent use without locks: a caller is immutable, and is put in place by one write.</remarks>
internal static class CallerCache
{
    private const int PlaceBits = 8;
    private const int MaxLength = 256;
    private const int HashedBytes = 16;
    private static readonly RequestPrincipal?[] Callers = new RequestPrincipal?[1 << PlaceBits];

    /// <summary>The caller who is known by one ARN, its own or that of its role; null where it is not remembered.</summary>
    internal static RequestPrincipal? Find(string arn)
    {
        if (Callers[PlaceOf(arn)] is not { } known || known is { Arn: not null, RoleArn: not null }) return null;
        return (known.Arn ?? known.RoleArn)!.Text == arn ? known : null;
    }

    /// <summary>The caller who is known by the ARNs of a session and its role; null where it is not remembered.</summary>
    internal static RequestPrincipal? FindSession(string session, string role) =>
        Callers[PlaceOf(session)] is { Arn.Text: var own, RoleArn.Text: var its } known && own == session && its == role ? known : null;

    /// <summary>Remembers a caller that was made of one ARN, or of the ARNs of a session and its role.</summary>
    internal static RequestPrincipal Keep(RequestPrincipal caller)
    {
        string arn = (caller.Arn ?? caller.RoleArn)!.Text;
        if (arn.Length <= MaxLength && (caller.RoleArn?.Text.Length ?? 0) <= MaxLength) Callers[PlaceOf(arn)] = caller;
        return caller;
    }

    /// <summary>A hash of the end, where ARNs differ.</summary>
    private static int PlaceOf(string arn)
    {
        ReadOnlySpan<byte> bytes = MemoryMarshal.AsBytes(arn.AsSpan());
        if (bytes.Length < HashedBytes) return 0;
        ulong last = BinaryPrimitives.ReadUInt64LittleEndian(bytes[^8..]);
        ulong before = BinaryPrimitives.ReadUInt64LittleEndian(bytes[^16..]);
        ulong hash = ((last * 0x9E3779B97F4A7C15) ^ (before + (ulong)bytes.Length)) * 0xC2B2AE3D27D4EB4F;
        return (int)(hash >> (64 - PlaceBits));
    }
}
