using System.CommandLine.Parsing;
using PolicyEngine.Cli.Cases;

namespace PolicyEngine.Cli.Commands;

/// <summary>Reads the names of kinds of policies, several of them with commas between.</summary>
internal static class KindList
{
    /// <summary>The names of all kinds.</summary>
    internal static string Names { get; } = string.Join(", ", PolicySet.Types.Select(PolicyTypeNames.NameOf));

    /// <summary>The kinds that texts name; what is none is passed over.</summary>
    internal static IEnumerable<PolicyType> Read(IEnumerable<string>? texts)
    {
        foreach (string name in (texts ?? []).SelectMany(static text => text.Split(',')))
        {
            if (CasePolicies.TryParseType(name, out PolicyType kind)) yield return kind;
        }
    }

    /// <summary>Tells of names that are none of a kind.</summary>
    internal static void Check(OptionResult result)
    {
        foreach (string name in result.Tokens.SelectMany(static token => token.Value.Split(',')))
        {
            if (!CasePolicies.TryParseType(name, out _)) result.AddError(Complaint(name));
        }
    }

    /// <summary>Tells of a name that is not that of one kind.</summary>
    internal static void CheckOne(OptionResult result)
    {
        foreach (Token token in result.Tokens)
        {
            if (!CasePolicies.TryParseType(token.Value, out _)) result.AddError(Complaint(token.Value));
        }
    }

    /// <summary>What is wrong with a name.</summary>
    internal static string Complaint(string name) => $"'{name}' is not a kind of policies; these are {Names}";
}
