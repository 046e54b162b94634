using PolicyEngine.Catalogue;

namespace PolicyEngine.Tests.Catalogue;

/// <summary>What the catalogue answers, of a small one and of the one that comes with the library.</summary>
public class ServiceCatalogueTests
{
    private const int Rounds = 50;
    private static readonly ServiceCatalogue Small = SmallCatalogue.Read();

    [Fact]
    public void C10_The_library_knows_the_services_of_its_day()
    {
        ServiceCatalogue all = ServiceCatalogue.Default;
        Assert.Matches("^20[0-9]{2}-[0-9]{2}-[0-9]{2}$", all.AsOf);
        Assert.StartsWith("iam-data ", Assert.Single(all.Sources), StringComparison.Ordinal);
        Assert.True(all.Prefixes.Length >= 456);
        Assert.True(all.Expand("*").Length >= 22_091);
        CatalogueAction get = all.FindAction("S3:getobject")!;
        Assert.Equal(("s3:GetObject", AccessLevel.Read), (get.FullName, get.Level));
        Assert.Contains(get.ResourceTypes, static type => type.Name == "object");
        Assert.Contains(all.FindAction("sqs:AddPermission")!.ResourceTypes, static type => type.Name == "queue" && type.IsRequired);
        Assert.Equal("Amazon S3", all.FindService("S3")!.Name);
        Assert.Equal("arn:${Partition}:s3:::*", Assert.Single(all.FindService("s3")!.FindResourceType("Bucket")!.Formats).ToString());
        Assert.Equal(CatalogueKeyType.Numeric, all.FindKey("s3:max-keys")!.Type);
    }

    /// <summary>Each name leads to its thing in any letter case, and each thing is found by its own name.</summary>
    [Fact]
    public void C15_All_that_is_listed_is_found()
    {
        ServiceCatalogue all = ServiceCatalogue.Default;
        foreach (CatalogueService service in all.Services)
        {
            Assert.Same(service, all.FindService(service.Prefix.ToUpperInvariant()));
            Assert.All(service.Actions, action => Assert.Same(action, all.FindAction(action.FullName.ToUpperInvariant())));
            Assert.All(service.ResourceTypes, type => Assert.Same(type, service.FindResourceType(type.Name.ToUpperInvariant())));
            Assert.All(service.Keys, key => Assert.NotNull(all.FindKey(key.Name.Replace("*", "Some-Name", StringComparison.Ordinal).ToUpperInvariant())));
            Assert.Equal(service.Actions, all.Expand($"{service.Prefix}:*"));
        }
    }

    [Theory]
    [InlineData("s3:prefix", "s3:prefix")]
    [InlineData("S3:Prefix", "s3:prefix")]
    [InlineData("s3:ExistingObjectTag/team", "s3:ExistingObjectTag/*")]
    [InlineData("s3:ExistingObjectTag/", null)]
    [InlineData("aws:ResourceTag/a/b", "aws:ResourceTag/*")]
    [InlineData("AWS:TAGKEYS", "aws:TagKeys")]
    [InlineData("aws:PrincipalArn", null)]
    [InlineData("s3:nothing", null)]
    [InlineData("saml:aud", null)]
    [InlineData("prefix", null)]
    [InlineData("", null)]
    [InlineData(":", null)]
    public void C15_A_key_is_found_with_its_family(string key, string? found) => Assert.Equal(found, Small.FindKey(key)?.Name);

    [Theory]
    [InlineData("*", 5)]
    [InlineData("*:*", 5)]
    [InlineData("s3:*", 4)]
    [InlineData("S3:put*", 2)]
    [InlineData("s3:P?tObject", 1)]
    [InlineData("s?:*", 4)]
    [InlineData("*:G*", 2)]
    [InlineData("s3:Nothing*", 0)]
    [InlineData("nothing:*", 0)]
    [InlineData("old:*", 0)]
    [InlineData("s3", 0)]
    [InlineData("s3:", 0)]
    [InlineData(":x", 0)]
    [InlineData("", 0)]
    [InlineData("s3:a:b", 0)]
    [InlineData("é:ü", 0)]
    public void C15_Patterns_stand_for_actions(string pattern, int count)
    {
        Assert.Equal(count, Small.Expand(pattern).Length);
        Assert.Equal(count > 0, Small.HasMatch(pattern));
    }

    [Theory]
    [InlineData("s3:GetObjekt", "s3:GetObject")]
    [InlineData("s3:GetObjects", "s3:GetObject")]
    [InlineData("s3:etObject", "s3:GetObject")]
    [InlineData("s3:PutOjbect", "s3:PutObject")]
    [InlineData("S3:GETOBJEKT", "s3:GetObject")]
    [InlineData("s3:Completely", "")]
    [InlineData("kmss", "kms")]
    [InlineData("kmss:GenerateDataKey", "kms")]
    [InlineData("s4:GetObject", "")]
    [InlineData("s3:?etObject", "s3:GetObject")]
    [InlineData("", "")]
    [InlineData(":", "")]
    public void C15_The_nearest_name_is_told(string name, string nearest) => Assert.Equal(nearest, string.Join(' ', Small.Nearest(name)));

    [Fact]
    public void C15_Names_at_the_same_distance_are_all_told() => Assert.Equal(["s3:GetObject", "s3:PutObject"], Small.Nearest("s3:PetObject"));

    [Theory]
    [InlineData("s3:prefx", "s3:prefix")]
    [InlineData("aws:TagKey", "aws:TagKeys")]
    [InlineData("s3:nothingatall", "")]
    [InlineData("x", "")]
    public void C15_The_nearest_key_is_told(string key, string nearest) => Assert.Equal(nearest, string.Join(' ', Small.NearestKeys(key)));

    [Theory]
    [InlineData("arn:aws:s3:::b", "bucket")]
    [InlineData("arn:aws:s3:::b/k", "object")]
    [InlineData("arn:aws:s3:::b/*", "object")]
    [InlineData("arn:aws:s3:::*", "accesspoint bucket object stream group")]
    [InlineData("arn:aws:s3:::b${aws:username}", "bucket object")]
    [InlineData("arn:aws:s3:us-east-1:123456789012:accesspoint/a", "accesspoint object")]
    [InlineData("arn:${aws:Partition}:s3:us-east-1:123456789012:group/g", "object stream group")]
    [InlineData("arn:aws:S3:::b", "")]
    [InlineData("arn:aws:*:::b", "")]
    [InlineData("arn:aws:sqs:::b", "")]
    [InlineData("arn:aws:s3:::", "")]
    [InlineData("*", "")]
    [InlineData("arn:aws:s3", "")]
    public void C15_An_ARN_is_of_the_types_whose_form_it_can_have(string arn, string types) => Assert.Equal(types, string.Join(' ', Small.TypesOf(arn).Select(static type => type.Name)));

    [Theory]
    [InlineData("s3:GetObject", "s3:authType", KeyOffer.Yes)]
    [InlineData("s3:GetObject", "s3:ExistingObjectTag/a", KeyOffer.Yes)]
    [InlineData("s3:GetObject", "aws:ResourceTag/a", KeyOffer.Yes)]
    [InlineData("s3:ListBucket", "aws:ResourceTag/a", KeyOffer.No)]
    [InlineData("s3:GetObject", "s3:prefix", KeyOffer.No)]
    [InlineData("s3:GetObject", "s3:unused", KeyOffer.Unknown)]
    [InlineData("s3:GetObject", "aws:TagKeys", KeyOffer.Unknown)]
    [InlineData("s3:GetObject", "kms:ViaService", KeyOffer.No)]
    [InlineData("s3:Nothing", "s3:prefix", KeyOffer.Unknown)]
    [InlineData("s3:GetObject", "prefix", KeyOffer.Unknown)]
    public void C15_Whether_an_action_offers_a_key(string action, string key, KeyOffer offer) => Assert.Equal(offer, Small.Offers(action, key));

    [Fact]
    public void C15_The_keys_of_an_action_and_of_its_types()
    {
        ActionKeys keys = Small.KeysOf(Small.FindAction("s3:GetObject")!);
        Assert.Equal(["s3:authType"], keys.ForAction);
        Assert.Equal(["aws:ResourceTag/*", "s3:AccessPointNetworkOrigin", "s3:ExistingObjectTag/*"], keys.ForTypes);
    }

    [Theory]
    [InlineData("s3", "headobject", "s3:GetObject")]
    [InlineData("s3", "UploadPart", "kms:GenerateDataKey s3:PutObject")]
    [InlineData("s3", "GetObject", "s3:GetObject")]
    [InlineData("s3", "Nothing", "")]
    [InlineData("nothing", "Nothing", "")]
    public void C15_The_actions_of_an_operation(string service, string operation, string actions) =>
        Assert.Equal(actions, string.Join(' ', Small.ActionsOf(service, operation).Select(static action => action.FullName)));

    /// <summary>An operation is one of an action exactly where the action is one of the operation.</summary>
    [Fact]
    public void C15_Operations_and_actions_agree()
    {
        Assert.Equal(["kms:GenerateDataKey", "s3:UploadPart"], Small.Operations("kms:generatedatakey"));
        Assert.Equal(["s3:GetObject", "s3:HeadObject"], Small.Operations("s3:GetObject"));
        Assert.Empty(Small.Operations("s3:Nothing"));
        foreach (CatalogueAction action in Small.Expand("*"))
        {
            Assert.All(Small.Operations(action.FullName), operation => Assert.Contains(action, Small.ActionsOf(operation.Split(':')[0], operation.Split(':')[1])));
        }
    }

    [Fact]
    public void C15_Actions_of_a_level() => Assert.Equal(["kms:GenerateDataKey", "s3:PutObject"], Small.ActionsWithLevel(AccessLevel.Write).Select(static action => action.FullName), StringComparer.Ordinal);

    [Theory]
    [InlineData("s3:GetOldThing", true)]
    [InlineData("S3:getoldthing", true)]
    [InlineData("s3:oldKey", true)]
    [InlineData("s3:oldtype", true)]
    [InlineData("old", true)]
    [InlineData("old:Gone", true)]
    [InlineData("s3", false)]
    [InlineData("s3:GetObject", false)]
    [InlineData("s3:GetNoThing", false)]
    [InlineData("old:Other", false)]
    [InlineData("", false)]
    public void C15_What_was_there_once_is_retired_and_what_never_was_is_not(string name, bool isRetired)
    {
        Assert.Equal(isRetired, Small.IsRetired(name));
        Assert.False(isRetired && Small.FindAction(name) is not null);
    }

    [Fact]
    public void C15_A_service_with_tombstones_alone_is_none()
    {
        Assert.Null(Small.FindService("old"));
        Assert.Equal(["kms", "s3"], Small.Prefixes);
    }

    [Theory]
    [InlineData("saml", true)]
    [InlineData("SAML", true)]
    [InlineData("accounts.google.com", true)]
    [InlineData("github.com/enterprises/x", true)]
    [InlineData("s3", false)]
    public void C15_Prefixes_of_identity_providers_are_no_services(string prefix, bool isOther) => Assert.Equal(isOther, Small.IsOtherPrefix(prefix));

    [Fact]
    public void C14_Later_lookups_allocate_nothing()
    {
        ServiceCatalogue all = ServiceCatalogue.Default;
        int found = 0;
        Look();
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < Rounds; i++) Look();
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
        Assert.Equal((Rounds + 1) * 7, found);

        void Look()
        {
            if (all.FindService("EC2") is not null) found++;
            if (all.FindAction("ec2:runinstances") is not null) found++;
            if (all.FindKey("ec2:ResourceTag/team") is not null) found++;
            if (all.FindKey("aws:RequestTag/team") is not null) found++;
            if (all.HasMatch("ec2:*Instances")) found++;
            if (all.Offers("ec2:RunInstances", "ec2:InstanceType") == KeyOffer.Yes) found++;
            if (!all.IsRetired("ec2:RunInstances")) found++;
        }
    }

    /// <summary>A service that is asked for loads no other.</summary>
    [Fact]
    public async Task C15_The_catalogue_can_be_asked_from_many_threads()
    {
        ServiceCatalogue all = ServiceCatalogue.Default;
        CatalogueService[][] found = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => all.Services.ToArray(), TestContext.Current.CancellationToken)));
        Assert.All(found, services => Assert.Equal(found[0], services));
    }
}
