using System.Globalization;

namespace PolicyEngine.Cli.Running;

/// <summary>Which options of the command line were used by how many cases: one that none used is told, as it was given for a purpose.</summary>
/// <remarks>Cases are counted by several threads at once; options are registered before.</remarks>
internal sealed class OptionUses
{
    private const int Most = 63;
    private readonly List<string> names = [];
    private readonly int[] counts = new int[Most + 1];
    private int cases;

    /// <summary>Names an option.</summary>
    /// <returns>The bit that says that a case used it.</returns>
    internal ulong Register(string name)
    {
        int place = names.IndexOf(name);
        if (place < 0 && names.Count <= Most)
        {
            place = names.Count;
            names.Add(name);
        }

        return place < 0 ? 0 : 1UL << place;
    }

    /// <summary>Counts a case.</summary>
    /// <param name="used">The bits of the options that it used.</param>
    internal void Count(ulong used)
    {
        Interlocked.Increment(ref cases);
        for (int place = 0; place < names.Count; place++)
        {
            if ((used & (1UL << place)) != 0) Interlocked.Increment(ref counts[place]);
        }
    }

    /// <summary>A sentence for each option that no case used; none where there were no cases.</summary>
    internal IEnumerable<string> FindUnused() => cases == 0
        ? []
        : names.Where((_, place) => counts[place] == 0).Select(name => string.Create(CultureInfo.InvariantCulture, $"{name} was used by 0 of {cases} {(cases == 1 ? "case" : "cases")}"));
}
