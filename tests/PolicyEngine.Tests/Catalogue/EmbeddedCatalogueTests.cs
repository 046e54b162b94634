using System.Text;
using PolicyEngine.Catalogue;
using PolicyEngine.Catalogue.Embedded;
using PolicyEngine.Catalogue.Text;

namespace PolicyEngine.Tests.Catalogue;

/// <summary>The embedded form is made of the text form that stands in the repository, and of nothing else.</summary>
/// <remarks>With UPDATE_CATALOGUE in the environment, the folder of the text form in the sources, the embedded form is written there; then build again.</remarks>
public class EmbeddedCatalogueTests
{
    private const int MaxLength = 256 * 1024;
    private const int MaxLengthWithOperations = 400 * 1024;
    private static readonly string TextFile = Repository.PathTo("src", "PolicyEngine.Catalogue", "catalogue.txt");

    [Fact]
    public void C14_The_embedded_form_is_that_of_the_text()
    {
        byte[] packed = CataloguePacker.Pack(CatalogueReader.Read(File.ReadAllBytes(TextFile)));
        if (Environment.GetEnvironmentVariable("UPDATE_CATALOGUE") is { Length: > 0 } folder) File.WriteAllBytes(Path.Combine(folder, "catalogue.bin"), packed);
        byte[] committed = File.ReadAllBytes(Path.ChangeExtension(TextFile, ".bin"));
        Assert.Equal(File.ReadAllText(TextFile), new PackedCatalogue(committed).ToText());
        Assert.True(packed.AsSpan().SequenceEqual(committed));
    }

    [Fact]
    public void C14_What_the_library_embeds_reads_as_the_text()
    {
        Assert.Equal(File.ReadAllText(TextFile), ServiceCatalogue.ReadPacked().ToText());
        Assert.Equal(File.ReadAllText(TextFile), CatalogueWriter.Write(ServiceCatalogue.Default.ToContent()));
    }

    [Fact]
    public void C14_The_embedded_form_is_small()
    {
        bool hasOperations = ServiceCatalogue.Default.ToContent().Services.Any(static service => service.Operations.Length > 0);
        Assert.InRange(new FileInfo(Path.ChangeExtension(TextFile, ".bin")).Length, 1, hasOperations ? MaxLengthWithOperations : MaxLength);
    }

    /// <summary>An operation for each fifth action, with an action of another service each: more than AWS lists.</summary>
    [Fact]
    public void C14_The_embedded_form_with_operations_is_small()
    {
        CatalogueContent content = ServiceCatalogue.Default.ToContent();
        CatalogueContent more = content with
        {
            Services =
            [
                .. content.Services.Select(static service => new CatalogueService(
                    service.Prefix,
                    service.Name,
                    service.Keys,
                    service.ResourceTypes,
                    service.Actions,
                    service.Actions.Where(static (_, place) => place % 5 == 0).Select(static action => new CatalogueOperation($"{action.Name}V2", [action.FullName, "kms:GenerateDataKey"])),
                    service.Retired)),
            ],
        };
        Assert.InRange(CataloguePacker.Pack(more).Length, 1, MaxLengthWithOperations);
    }

    [Fact]
    public void C14_Blocks_are_read_alone()
    {
        PackedCatalogue packed = ServiceCatalogue.ReadPacked();
        string text = File.ReadAllText(TextFile);
        foreach ((int place, (string prefix, _)) in packed.Services.Index().Reverse())
        {
            CatalogueService service = packed.Read(place);
            Assert.Equal(prefix, service.Prefix);
            Assert.Contains($"\n# {prefix} {service.Name}\n", text, StringComparison.Ordinal);
        }

        Assert.True(Encoding.UTF8.GetByteCount(text) / CataloguePacker.BlockLength >= 2);
    }
}
