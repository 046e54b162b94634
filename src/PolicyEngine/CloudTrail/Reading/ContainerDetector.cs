using System.Text;
using PolicyEngine.Json;

namespace PolicyEngine.CloudTrail.Reading;

/// <summary>Watches the members of an object while its bytes go by: is it a container of records, or a digest file?</summary>
internal sealed class ContainerDetector
{
    /// <summary>Members whose arrays hold records.</summary>
    private static readonly string[] Containers = ["Records", "Events", "logEvents", "QueryResultRows"];

    /// <summary>Members that records have, and containers do not.</summary>
    private static readonly string[] OfRecords = ["eventVersion", "eventName", "eventSource", "eventTime", "eventID", "userIdentity"];

    private readonly byte[] name = new byte[24];
    private int length;
    private bool isName;
    private bool colonSeen;
    private bool isRecord;

    /// <summary>True if the object is a digest file.</summary>
    internal bool IsDigest { get; private set; }

    /// <summary>The member whose array has just begun.</summary>
    internal string Container { get; private set; } = "";

    internal void Reset()
    {
        length = 0;
        isName = colonSeen = isRecord = IsDigest = false;
    }

    /// <summary>Sees a byte after the outline took it; tells whether an array of records begins with it.</summary>
    internal bool Sees(byte b, JsonScanner outline)
    {
        if (outline.Depth == 2 && b == '[' && colonSeen && !outline.InString)
        {
            colonSeen = false;
            return IsContainer();
        }

        if (outline.Depth != 1) return false;
        if (outline.InString)
        {
            if (!isName) Begin();
            else if (length < name.Length) name[length++] = b;
            else length = int.MaxValue;
        }
        else if (b == '"')
        {
            isName = false;
        }
        else if (b == ':')
        {
            colonSeen = true;
            isRecord |= FindAmong(OfRecords) is not null;
            IsDigest |= length is > 6 and <= 24 && Ascii.EqualsIgnoreCase(name.AsSpan(0, 6), "digest"u8);
        }
        else if (b is not ((byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n'))
        {
            colonSeen = false;
        }

        return false;
    }

    private void Begin()
    {
        isName = true;
        if (!colonSeen) length = 0;
        else length = int.MaxValue;
        colonSeen = false;
    }

    private bool IsContainer()
    {
        if (isRecord || FindAmong(Containers) is not { } known) return false;
        Container = known;
        return true;
    }

    private string? FindAmong(string[] names)
    {
        foreach (string known in names)
        {
            if (length == known.Length && Ascii.EqualsIgnoreCase(name.AsSpan(0, length), known)) return known;
        }

        return null;
    }
}
