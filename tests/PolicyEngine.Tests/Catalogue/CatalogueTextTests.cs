using System.Text;
using PolicyEngine.Catalogue.Text;

namespace PolicyEngine.Tests.Catalogue;

/// <summary>The text form is read as it is written, and nothing else is read.</summary>
public class CatalogueTextTests
{
    private const int Seed = 7;
    private const int Changes = 4_000;

    [Fact]
    public void C13_What_is_written_is_what_was_read() =>
        Assert.Equal(SmallCatalogue.Text.ReplaceLineEndings("\n"), CatalogueWriter.Write(SmallCatalogue.Read().ToContent()));

    [Theory]
    [InlineData("policyengine-catalogue 1 2026-09-26", "policyengine-catalogue 2 2026-09-26", 1)]
    [InlineData("policyengine-catalogue 1 2026-09-26", "policyengine-catalogue 1 2026-13-26", 1)]
    [InlineData("~ saml", "~ saml\n~ google", 4)]
    [InlineData("# s3 Amazon S3", "# iam IAM", 10)]
    [InlineData("# kms AWS", "# KMS AWS", 4)]
    [InlineData("# kms AWS Key Management Service", "# kms", 4)]
    [InlineData("k :authType s\nk :ExistingObjectTag/* s", "k :ExistingObjectTag/* s\nk :authType s", 12)]
    [InlineData("k :prefix s", "k :prefix z", 13)]
    [InlineData("k :prefix s", "k :prefix", 13)]
    [InlineData("k :prefix s", "k :prefix s s", 13)]
    [InlineData("k :prefix s", "k  :prefix s", 13)]
    [InlineData("k :prefix s", "k :prefix s\nk :PREFIX s", 14)]
    [InlineData("k :prefix s", "k prefix s", 13)]
    [InlineData("k :prefix s", "k :pre\u0007fix s", 13)]
    [InlineData("k :prefix s", "k :pre\u202Efix s", 13)]
    [InlineData("k :prefix s\n", "k :prefix s\r\n", 13)]
    [InlineData("k :prefix s\n", "k :prefix s\n\n", 14)]
    [InlineData("k :prefix s\n", "k :prefix s\nz :prefix s\n", 14)]
    [InlineData("r bucket =,, *", "r bucket =, *", 19)]
    [InlineData("r bucket =,, *", "r bucket =,,, *", 19)]
    [InlineData("r bucket =,, *", "r bucket =,,", 19)]
    [InlineData("r bucket =,, *", "r bucket ,, *", 19)]
    [InlineData("r object =,r,a accesspoint/*/object/*", "r object =,, */*", 21)]
    [InlineData("a GetObject R", "a GetObject Q", 23)]
    [InlineData("a GetObject R", "a Get:Object R", 23)]
    [InlineData("a GetObject R", "a GetObject* R", 23)]
    [InlineData(" [:authType]", " [:authType] object2", 23)]
    [InlineData(" [:authType]", " [:authType", 23)]
    [InlineData(" [:authType]", " []", 23)]
    [InlineData("> kms:GenerateDataKey ListBucket", ">", 25)]
    [InlineData("> kms:GenerateDataKey ListBucket", "> kms:", 25)]
    [InlineData("o HeadObject GetObject\n", "", -1)]
    [InlineData("a PutObjectTagging T object!\no HeadObject GetObject", "o HeadObject GetObject\na PutObjectTagging T object!", 27)]
    [InlineData("x k :oldKey 2026-09-26", "x o :oldKey 2026-09-26", 29)]
    [InlineData("x k :oldKey 2026-09-26", "x k :oldKey 26-09-26", 29)]
    [InlineData("x r oldtype 2026-09-01\nx a GetOldThing 2026-09-26", "x a GetOldThing 2026-09-26\nx r oldtype 2026-09-01", 31)]
    [InlineData("x a GetOldThing 2026-09-26\n", "x a GetOldThing 2026-09-26", 31)]
    public void C13_A_line_that_the_writer_would_not_write_is_told_with_its_number(string right, string wrong, int line)
    {
        string text = SmallCatalogue.Text.ReplaceLineEndings("\n");
        Assert.Contains(right, text, StringComparison.Ordinal);
        int place = text.IndexOf(right, StringComparison.Ordinal);
        string changed = text[..place] + wrong + text[(place + right.Length)..];
        if (line < 0)
        {
            SmallCatalogue.Read(changed);
            return;
        }

        Assert.Equal(line, Assert.Throws<CatalogueFormatException>(() => CatalogueReader.Read(Encoding.UTF8.GetBytes(changed))).Line);
    }

    /// <summary>Whatever bytes come, they are read or refused with a line; what is read is written again as it was.</summary>
    [Fact]
    public void C13_Any_bytes_are_read_or_refused()
    {
        byte[] bytes = Encoding.UTF8.GetBytes(SmallCatalogue.Text.ReplaceLineEndings("\n"));
        Random random = new(Seed);
        int read = 0;
        for (int i = 0; i < Changes; i++)
        {
            byte[] changed = [.. bytes];
            for (int j = random.Next(1, 4); j > 0; j--) changed[random.Next(changed.Length)] = random.Next(3) == 0 ? (byte)random.Next(256) : bytes[random.Next(bytes.Length)];
            try
            {
                CatalogueContent content = CatalogueReader.Read(changed.AsSpan(0, random.Next(8) == 0 ? random.Next(changed.Length) : changed.Length));
                Assert.Equal(content, CatalogueReader.Read(Encoding.UTF8.GetBytes(CatalogueWriter.Write(content))), static (one, other) => CatalogueWriter.Write(one) == CatalogueWriter.Write(other));
                read++;
            }
            catch (CatalogueFormatException refused)
            {
                Assert.True(refused.Line >= 1);
            }
        }

        Assert.InRange(read, 1, Changes - 1);
    }
}
