using PolicyEngine.Facts;

namespace PolicyEngine.Tests.Facts;

/// <summary>A catalogue of actions that exist.</summary>
public class ActionCatalogueTests
{
    private static readonly ActionCatalogue Catalogue = ActionCatalogue.Create(["s3:GetObject", "s3:PutObject", "S3:getobject", "secretsmanager:GetRandomPassword"]);

    [Theory]
    [InlineData("s3:GetObject", true)]
    [InlineData("S3:GETOBJECT", true)]
    [InlineData("s3:*", true)]
    [InlineData("s3:Get*", true)]
    [InlineData("s3:*Obj*t", true)]
    [InlineData("s3:?etObject", true)]
    [InlineData("s3:**", true)]
    [InlineData("s3:Get", false)]
    [InlineData("s3:GetObject?", false)]
    [InlineData("s3:GetObjectAcl", false)]
    [InlineData("s3:*x*", false)]
    [InlineData("s3:", false)]
    [InlineData("s:GetObject", false)]
    [InlineData("s3", false)]
    [InlineData("", false)]
    [InlineData("*", false)]
    [InlineData("kms:GetRandomPassword", false)]
    [InlineData("secretsmanager:GetRandom*", true)]
    public void A_pattern_matches_an_action_or_none(string pattern, bool expected) => Assert.Equal(expected, Catalogue.Contains(pattern));

    [Fact]
    public void Letter_case_makes_no_second_action()
    {
        Assert.Equal(3, Catalogue.Count);
        Assert.True(Catalogue.HasService("SecretsManager"));
        Assert.False(Catalogue.HasService("kms"));
    }

    [Theory]
    [InlineData("s3")]
    [InlineData("s3:Get*")]
    [InlineData("s3:Get Object")]
    [InlineData("*")]
    [InlineData("")]
    [InlineData(null)]
    public void What_is_no_action_is_refused(string? action)
    {
        ArgumentException thrown = Assert.Throws<ArgumentException>(() => ActionCatalogue.Create([action!]));
        Assert.Contains($"'{action}'", thrown.Message, StringComparison.Ordinal);
    }

    /// <summary>A pattern of stars and letters against a name that nearly matches stays within name times pattern.</summary>
    [Fact]
    public void A_pattern_of_many_stars_ends()
    {
        ActionCatalogue catalogue = ActionCatalogue.Create(["s3:" + new string('a', 5_000)]);
        Assert.False(catalogue.Contains("s3:" + string.Concat(Enumerable.Repeat("a*", 2_000)) + "b"));
    }
}
