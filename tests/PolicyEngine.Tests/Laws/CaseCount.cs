using System.Globalization;

namespace PolicyEngine.Tests.Laws;

/// <summary>How many cases a law is tried on: the environment variable POLICYENGINE_CASES, or else what the law takes.</summary>
internal static class CaseCount
{
    internal static int Or(int usual) =>
        int.TryParse(Environment.GetEnvironmentVariable("POLICYENGINE_CASES"), CultureInfo.InvariantCulture, out int cases) ? cases : usual;
}
