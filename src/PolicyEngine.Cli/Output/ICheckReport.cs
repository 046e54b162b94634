using PolicyEngine.Checks;

namespace PolicyEngine.Cli.Output;

/// <summary>Tells what was found in policy documents.</summary>
internal interface ICheckReport
{
    /// <summary>Something was found.</summary>
    void Add(string file, Finding finding);

    /// <summary>All files are done.</summary>
    void Complete();
}
