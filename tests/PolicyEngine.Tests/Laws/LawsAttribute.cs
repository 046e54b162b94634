using FsCheck.Xunit;

namespace PolicyEngine.Tests.Laws;

/// <summary>A class of laws: each is tried on 3,000 cases, or on as many as POLICYENGINE_CASES says.</summary>
[AttributeUsage(AttributeTargets.Class)]
#pragma warning disable xUnit3003 // The position of a class of laws has no use.
public sealed class LawsAttribute : PropertiesAttribute
#pragma warning restore xUnit3003
{
    public LawsAttribute(Type arbitraries)
    {
        Arbitrary = [arbitraries];
        MaxTest = CaseCount.Or(3_000);
        QuietOnSuccess = true;
    }
}
