using PolicyEngine.Checks;

namespace PolicyEngine.Cli.Running;

/// <summary>The documents of files that apply to one principal or one resource.</summary>
/// <param name="type">What they are attached to.</param>
internal sealed class CheckedFiles(PolicyType type)
{
    private readonly List<(string File, PolicyDocument Document)> documents = [];

    /// <summary>Adds the document of a file.</summary>
    internal void Add(string file, PolicyDocument document) => documents.Add((file, document));

    /// <summary>The documents as a set; empty without any.</summary>
    internal PolicySet ToSet()
    {
        if (documents.Count == 0) return new PolicySet();
        PolicyType slot = type switch
        {
            PolicyType.Managed => PolicyType.Identity,
            PolicyType.Trust => PolicyType.Resource,
            _ => type,
        };
        return new PolicySet().With(slot, AttachedPolicies.Of([.. documents.Select(static own => own.Document)]));
    }

    /// <summary>The file that a finding is about.</summary>
    internal string NameOf(Finding finding) => documents.First(own => ReferenceEquals(own.Document.Source, finding.Source)).File;
}
