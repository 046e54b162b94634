using PolicyEngine.Requests;
using PolicyEngine.Syntax;

namespace PolicyEngine.Benchmarks;

/// <summary>The three policies of the Secrets Manager guide's page on VPC endpoints, and requests that meet them.</summary>
internal static class SeedPolicies
{
    internal const string SecretPolicy1 = """
        {"Id":"example-policy-1","Version":"2012-10-17","Statement":[
          {"Sid":"EnableSecretsManagerpermissions","Effect":"Allow","Principal":{"AWS":["123456789012"]},"Action":["secretsmanager:*"],"Resource":"*"},
          {"Sid":"RestrictGetSecretValueoperation","Effect":"Deny","Principal":"*","Action":["secretsmanager:GetSecretValue"],"Resource":"*",
           "Condition":{"StringNotEquals":{"aws:sourceVpce":"vpce-1234a5678b9012c"}}}]}
        """;

    internal const string SecretPolicy2 = """
        {"Id":"example-policy-2","Version":"2012-10-17","Statement":[
          {"Sid":"AllowAdministrativeActionsfromONLYvpc-12345678","Effect":"Allow","Principal":{"AWS":"123456789012"},
           "Action":["secretsmanager:Create*","secretsmanager:Put*","secretsmanager:Update*","secretsmanager:Delete*","secretsmanager:Restore*",
             "secretsmanager:RotateSecret","secretsmanager:CancelRotate*","secretsmanager:TagResource","secretsmanager:UntagResource"],
           "Resource":"*","Condition":{"StringEquals":{"aws:sourceVpc":"vpc-12345678"}}},
          {"Sid":"AllowSecretValueAccessfromONLYvpc-2b2b2b2b","Effect":"Allow","Principal":{"AWS":"111122223333"},
           "Action":["secretsmanager:GetSecretValue"],"Resource":"*","Condition":{"StringEquals":{"aws:sourceVpc":"vpc-2b2b2b2b"}}},
          {"Sid":"AllowReadActionsEverywhere","Effect":"Allow","Principal":{"AWS":"111122223333"},
           "Action":["secretsmanager:Describe*","secretsmanager:List*","kms:GetRandomPassword"],"Resource":"*"}]}
        """;

    internal const string EndpointPolicy = """
        {"Statement":[{"Principal":"*","Action":"secretsmanager:*","Effect":"Allow",
          "Resource":["arn:aws:secretsmanager:us-west-2:123456789012:secret:a_specific_secret_name-a1b2c3"]}]}
        """;

    internal static PolicyType TypeOf(string policy) => policy == EndpointPolicy ? PolicyType.VpcEndpoint : PolicyType.Resource;

    /// <summary>Two callers, four actions, right and wrong endpoint and none.</summary>
    internal static AuthorizationRequest[] Requests()
    {
        string[] callers = ["arn:aws:iam::123456789012:user/Anika", "arn:aws:iam::111122223333:user/Ext"];
        string[] actions = ["secretsmanager:GetSecretValue", "secretsmanager:DescribeSecret", "secretsmanager:PutSecretValue", "secretsmanager:RotateSecret"];
        const string secret = "arn:aws:secretsmanager:us-west-2:123456789012:secret:a_specific_secret_name-a1b2c3";
        RequestContext[] contexts =
        [
            new RequestContextBuilder().Set("aws:SourceVpce", "vpce-1234a5678b9012c").Set("aws:SourceVpc", "vpc-12345678").Build(),
            new RequestContextBuilder().Set("aws:SourceVpce", "vpce-0fedcba9876543210").Set("aws:SourceVpc", "vpc-2b2b2b2b").Build(),
            new RequestContextBuilder().Set("aws:SourceIp", "203.0.113.25").Build(),
        ];
        return
        [
            .. from caller in callers
               from action in actions
               from context in contexts
               select new AuthorizationRequest(RequestPrincipal.FromArn(caller), action, secret, context) { Endpoint = new RequestEndpoint(EndpointType.Interface) },
        ];
    }
}
