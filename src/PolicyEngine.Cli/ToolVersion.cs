using System.Reflection;

namespace PolicyEngine.Cli;

/// <summary>The version of this tool.</summary>
internal static class ToolVersion
{
    /// <summary>With the commit that it was built from, where that is known.</summary>
    internal static string Full { get; } =
        typeof(ToolVersion).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "0.0.0";

    /// <summary>Without the commit.</summary>
    internal static string Short { get; } = Full.Split('+', 2)[0];
}
