using PolicyEngine.Catalogue;

namespace PolicyEngine.Tests.Documentation;

/// <summary>The program of the package's README, run; <see cref="ReadmeTests"/> holds both to each other.</summary>
public class CatalogueReadmeExamples
{
    [Fact]
    public void The_program_prints_what_the_page_says()
    {
        using StringWriter Console = new() { NewLine = "\n" };

        #region program
        ServiceCatalogue catalogue = ServiceCatalogue.Default;

        foreach (CatalogueAction action in catalogue.Expand("sqs:*Permission")) Console.WriteLine($"{action} is of level {action.Level}");

        Console.WriteLine(catalogue.FindAction("s3:GetObjekt") is null ? $"did you mean {catalogue.Nearest("s3:GetObjekt")[0]}?" : "it exists");
        Console.WriteLine(catalogue.Offers("s3:GetObject", "s3:prefix"));
        Console.WriteLine(string.Join(", ", catalogue.TypesOf("arn:aws:sqs:us-east-1:123456789012:jobs")));
        #endregion

        string page = File.ReadAllText(Repository.PathTo("src", "PolicyEngine.Catalogue", "README.md"));
        Assert.Contains($"```text\n{Console}```\n", page, StringComparison.Ordinal);
    }
}
