using System.Globalization;

namespace PolicyEngine.Cli;

/// <summary>Opens the standard streams of the process, and notices those that were closed before it began.</summary>
/// <remarks>A number that is closed at the start is given to the next file that the runtime opens, often to one end of a pipe of its own. To read from
/// that hangs, and to write to it does harm.</remarks>
internal static class StandardStreams
{
    private const int AccessMask = 3;

    /// <summary>Standard input.</summary>
    internal static Stream OpenInput() => IsOwn(0) ? new ClosedStream() : Console.OpenStandardInput();

    /// <summary>Standard output.</summary>
    internal static Stream OpenOutput() => Open(1, Console.OpenStandardOutput);

    /// <summary>Standard error.</summary>
    internal static Stream OpenError() => Open(2, Console.OpenStandardError);

    private static Stream Open(int number, Func<Stream> open)
    {
        if (IsOwn(number)) return new ClosedStream();
        return OperatingSystem.IsWindows() ? open() : new DescriptorStream(number);
    }

    /// <summary>True where a descriptor belongs to the runtime: it is a thing of the kernel without a name, the other end of it is in this process too,
    /// or it is a part of the program. Known on Linux only.</summary>
    private static bool IsOwn(int number)
    {
        if (!OperatingSystem.IsLinux()) return false;
        if (TargetOf(number) is not { } target) return true;
        if (target.StartsWith("anon_inode:", StringComparison.Ordinal)) return true;
        if (target.StartsWith("pipe:", StringComparison.Ordinal) || target.StartsWith("socket:", StringComparison.Ordinal)) return HasOtherEnd(number, target);
        return target.EndsWith(".dll", StringComparison.Ordinal) || target.EndsWith(".so", StringComparison.Ordinal);
    }

    private static bool HasOtherEnd(int number, string target)
    {
        int? access = AccessOf(number);
        try
        {
            foreach (string path in Directory.EnumerateFileSystemEntries("/proc/self/fd"))
            {
                bool isOther = int.TryParse(Path.GetFileName(path), NumberStyles.None, CultureInfo.InvariantCulture, out int other) && other > 2;
                if (isOther && TargetOf(other) == target && AccessOf(other) is { } own && own != access) return true;
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return false;
        }

        return false;
    }

    /// <summary>What a descriptor is open on; null where it is closed.</summary>
    private static string? TargetOf(int number)
    {
        try
        {
            return new FileInfo($"/proc/self/fd/{number}").LinkTarget;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>The way in which a descriptor is open, in the bits of the system: to read, to write, or both.</summary>
    private static int? AccessOf(int number)
    {
        try
        {
            string? flags = File.ReadLines($"/proc/self/fdinfo/{number}").FirstOrDefault(static line => line.StartsWith("flags:", StringComparison.Ordinal));
            return flags is null ? null : Convert.ToInt32(flags["flags:".Length..].Trim(), 8) & AccessMask;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or FormatException or OverflowException)
        {
            return null;
        }
    }
}
