using System.Text;
using PolicyEngine.Catalogue;

namespace PolicyEngine.Tests.Catalogue;

/// <summary>A catalogue with one of each line.</summary>
internal static class SmallCatalogue
{
    internal const string Text = """
        policyengine-catalogue 1 2026-09-26
        ! iam-data 0.21.202609261
        ~ saml
        # kms AWS Key Management Service
        k :ViaService s
        a GenerateDataKey W key! [:ViaService]
        # old Retired Service
        x a Gone 2026-09-20
        x s old 2026-09-20
        # s3 Amazon S3
        k :authType s
        k :ExistingObjectTag/* s
        k :prefix s
        k :TlsVersion n
        k :unused s
        k @ResourceTag/* s
        k @TagKeys S
        r accesspoint =,r,a accesspoint/* [:AccessPointNetworkOrigin,@ResourceTag/*]
        r bucket =,, *
        r object =,, */*
        r object =,r,a accesspoint/*/object/*
        r stream%20group =,r,a group/* [@ResourceTag/*]
        a GetObject R accesspoint object[:ExistingObjectTag/*] [:authType]
        a ListBucket L bucket! [:authType,:prefix]
        a PutObject W object! stream%20group [:TlsVersion] > kms:GenerateDataKey ListBucket
        a PutObjectTagging T object!
        o HeadObject GetObject
        o UploadPart kms:GenerateDataKey PutObject
        x k :oldKey 2026-09-26
        x r oldtype 2026-09-01
        x a GetOldThing 2026-09-26

        """;

    internal static ServiceCatalogue Read(string text = Text)
    {
        using MemoryStream stream = new(Encoding.UTF8.GetBytes(text.ReplaceLineEndings("\n")));
        return ServiceCatalogue.Read(stream);
    }
}
