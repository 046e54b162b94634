using System.Globalization;
using PolicyEngine.Text;

namespace PolicyEngine;

/// <summary>A kind of finding: its stable id, its wording, and what to do about it.</summary>
/// <remarks>Immutable; one instance per id, so equality by reference is equality by id. Ids are never reused:
/// <c>PE1xxx</c> JSON text, <c>PE2xxx</c> policy grammar, <c>PE3xxx</c> binding of texts to meaning, <c>PE4xxx</c> advice,
/// <c>PE5xxx</c> evaluation of requests, <c>PE52xx</c> among them VPC endpoints, <c>PE53xx</c> CloudTrail records and <c>PE54xx</c> facts of AWS.</remarks>
public sealed class DiagnosticDescriptor
{
    internal DiagnosticDescriptor(string id, string rule, DiagnosticSeverity severity, string title, string format, string help)
    {
        Id = id;
        Rule = rule;
        DefaultSeverity = severity;
        Title = title;
        Format = format;
        Help = help;
    }

    /// <summary>The stable id, such as <c>PE2001</c>.</summary>
    public string Id { get; }

    /// <summary>The rule behind it: of the policy language, such as <c>L-15</c>, or of authorization, such as <c>A-79</c>; two are separated by a comma.</summary>
    public string Rule { get; }

    /// <summary>The severity, unless a policy type makes a finding lighter or graver.</summary>
    public DiagnosticSeverity DefaultSeverity { get; }

    /// <summary>A few words that name the finding.</summary>
    public string Title { get; }

    /// <summary>Advice for the author: one or two sentences, apart from the message.</summary>
    public string Help { get; }

    /// <summary>The page of the rule; where there are two, of the first.</summary>
    public Uri HelpUri => RuleLinks.Find(Rule)!;

    /// <summary>The composite format of the message.</summary>
    internal string Format { get; }

    /// <summary>The id and title.</summary>
    /// <returns>Such as <c>PE2001 Unknown element</c>.</returns>
    public override string ToString() => $"{Id} {Title}";

    /// <summary>Fills in the message; texts of the author are cut at 120 characters and hold no control characters.</summary>
    internal string FormatMessage(ReadOnlySpan<object?> arguments)
    {
        object?[] shown = arguments.ToArray();
        for (int i = 0; i < shown.Length; i++)
        {
            if (shown[i] is string text) shown[i] = ShownText.Cut(text, ShownText.MostQuoted);
        }

        return string.Format(CultureInfo.InvariantCulture, Format, shown);
    }
}
