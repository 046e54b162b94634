using PolicyEngine.FsCheck.Requests;
using PolicyEngine.FsCheck.Texts;
using PolicyEngine.Syntax;

namespace PolicyEngine.Tests.Laws;

/// <summary>Makes callers of every kind, and principal elements near them.</summary>
internal static class PrincipalGenerator
{
    private const string Account = World.Account;
    private const string UserId = "AIDAEXAMPLEEXAMPLE1";
    private const string RoleId = "AROAEXAMPLEEXAMPLE1";
    private static readonly string User = $"arn:aws:iam::{Account}:user/path/Alice";
    private static readonly string Role = $"arn:aws:iam::{Account}:role/path/App";
    private static readonly string Session = $"arn:aws:sts::{Account}:assumed-role/App/run";
    private static readonly string Federated = $"arn:aws:sts::{Account}:federated-user/Alice";
    private static readonly string Provider = $"arn:aws:iam::{Account}:saml-provider/idp";

    /// <summary>A caller of the package, or, in every third case, an odd one.</summary>
    internal static RequestPrincipal Caller(Draw draw)
    {
        RequestPrincipal caller = draw.Below(15) switch
        {
            0 => RequestPrincipal.Root(Account, "aws-cn"),
            1 => RequestPrincipal.FromArn("arn:aws:iam::cloudfront:user/CloudFront Origin Access Identity E1"),
            2 => RequestPrincipal.FromArn(User),
            3 => RequestPrincipal.FromArn(Role),
            4 => draw.Of(RequestPrincipal.FromArn(Session), RequestPrincipal.RoleSession(Session, Role)),
            5 => draw.Of(RequestPrincipal.FromArn(Federated), RequestPrincipal.FederatedUser(Federated, draw.Of(User, $"arn:aws:iam::{Account}:root"))),
            _ => Callers.Any(draw),
        };
        string? id = caller.Kind switch { CallerType.User => UserId, CallerType.RoleSession => RoleId, _ => null };
        bool hasAccount = caller.Account is not null;
        return caller with
        {
            UniqueId = draw.OneIn(2) ? id : null,
            CanonicalUserId = hasAccount && draw.OneIn(2) ? World.CanonicalId : null,
            HasPermissionsBoundary = hasAccount ? draw.Of<bool?>(true, false, null, null) : null,
        };
    }

    internal static PrincipalElement Element(Draw draw, RequestPrincipal caller)
    {
        bool isNegated = draw.OneIn(2);
        if (draw.OneIn(20)) return new PrincipalElement { IsNegated = isNegated, IsEveryone = true };
        string[] chain = [Account, $"arn:{caller.Partition}:iam::{Account}:root", caller.Arn?.Text ?? "*", caller.RoleArn?.Text ?? Role, caller.IssuerArn?.Text ?? User, UserId, RoleId];
        List<PrincipalGroup> groups = [];
        foreach (PrincipalType type in draw.Some(2, () => draw.OneIn(2) ? PrincipalType.Aws : draw.Of(Enum.GetValues<PrincipalType>())).Distinct())
        {
            string[] entries = type switch
            {
                PrincipalType.Aws => isNegated && draw.OneIn(2) ? draw.Some(5, () => draw.Of(chain)) : draw.Some(3, () => draw.OneIn(2) ? draw.Of(chain) : Aws(draw)),
                PrincipalType.Service => draw.Some(2, () => draw.Of("s3.amazonaws.com", "S3.amazonaws.com", "s3.eu-west-1.amazonaws.com", "ec2.amazonaws.com", "s3.*.amazonaws.com", "*", "${k:v}")),
                PrincipalType.Federated => draw.Some(2, () => draw.Of("accounts.google.com", "Accounts.google.com", Provider, Provider + "2", "*", "${k:v}")),
                _ => draw.Some(2, () => draw.Of(World.CanonicalId, World.CanonicalId.ToUpperInvariant(), new string('b', 64), "*", "${k:v}")),
            };
            groups.Add(new PrincipalGroup { Type = type, Values = LanguageCaseGenerator.Texts(entries) });
        }

        return new PrincipalElement { IsNegated = isNegated, Groups = [.. groups] };
    }

    private static string Aws(Draw draw) => draw.Below(6) switch
    {
        0 => "*",
        1 => draw.Of("444455556666", "arn:aws:iam::444455556666:root", "arn:aws-cn:iam::111122223333:root", "AIDAOTHEROTHEROTHER1", "AROAOTHEROTHEROTHER1"),
        2 => draw.Near(draw.Of(User, Role, Session, Federated)),
        3 => draw.Of($"arn:aws:iam::{Account}:role/App", $"arn:aws:iam::{Account}:role/other/App", $"arn:aws:iam::{Account}:role/path/app", $"arn:aws-cn:iam::{Account}:role/path/App", $"arn:aws:iam::444455556666:role/path/App", $"arn:aws:sts::{Account}:assumed-role/App/other", $"arn:aws:iam::{Account}:user/Bob", $"arn:aws:iam::{Account}:user/path/alice"),
        4 => draw.Of("**", "?", $"arn:aws:iam::{Account}:*", $"arn:aws:iam::{Account}:role/*", $"arn:aws:iam::{Account}:user/*", "arn:aws:iam::*:root", "AIDA*", "1111*", $"arn:aws:iam::{Account}:user/${{aws:username}}", "${k:v}"),
        _ => draw.Of(User, Role, Session, Federated, UserId, RoleId, "arn:aws:iam::cloudfront:user/CloudFront Origin Access Identity E1"),
    };
}
