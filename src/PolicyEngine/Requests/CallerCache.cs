using System.Buffers.Binary;
using System.Runtime.InteropServices;
using PolicyEngine.Text;

namespace PolicyEngine.Requests;

/// <summary>The callers of ARNs seen last, as a server meets the same callers again and again (FromStringsBenchmarks.Compiled).</summary>
internal static class CallerCache
{
    private const int HashBits = 8;
    private const int HashedBytes = 16;
    private const int MaxLength = 256;
    private static readonly RequestPrincipal?[] Callers = new RequestPrincipal?[1 << HashBits];

    /// <summary>The caller who is known by one ARN, its own or that of its role; null where it is not cached.</summary>
    internal static RequestPrincipal? Find(string arn)
    {
        if (RecentValues.Find(Callers, HashOf(arn)) is not { } known || known is { Arn: not null, RoleArn: not null }) return null;
        return (known.Arn ?? known.RoleArn)!.Text == arn ? known : null;
    }

    /// <summary>The caller who is known by the ARNs of a session and its role; null where it is not cached.</summary>
    internal static RequestPrincipal? FindSession(string session, string role) =>
        RecentValues.Find(Callers, HashOf(session)) is { Arn.Text: var own, RoleArn.Text: var its } known && own == session && its == role ? known : null;

    /// <summary>Keeps a caller that was made of one ARN, or of the ARNs of a session and its role.</summary>
    internal static RequestPrincipal Keep(RequestPrincipal caller)
    {
        string arn = (caller.Arn ?? caller.RoleArn)!.Text;
        return RecentValues.Keep(Callers, HashOf(arn), caller, arn.Length <= MaxLength && (caller.RoleArn?.Text.Length ?? 0) <= MaxLength);
    }

    /// <summary>A hash of the end, where ARNs differ.</summary>
    private static int HashOf(string arn)
    {
        ReadOnlySpan<byte> bytes = MemoryMarshal.AsBytes(arn.AsSpan());
        if (bytes.Length < HashedBytes) return 0;
        ulong last = BinaryPrimitives.ReadUInt64LittleEndian(bytes[^8..]);
        ulong before = BinaryPrimitives.ReadUInt64LittleEndian(bytes[^16..]);
        ulong hash = ((last * 0x9E3779B97F4A7C15) ^ (before + (ulong)bytes.Length)) * 0xC2B2AE3D27D4EB4F;
        return (int)(hash >> (64 - HashBits));
    }
}
