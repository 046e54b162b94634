using System.CommandLine;
using PolicyEngine.Checks;

namespace PolicyEngine.Cli.Commands;

/// <summary><c>--profile</c>, <c>--resource-type</c> and <c>--endpoint-service</c>: which findings are told, and what the policies are on.</summary>
internal sealed class CheckScope
{
    private const string ResourceTypeName = "--resource-type";
    private const string EndpointServiceName = "--endpoint-service";

    private readonly Option<CheckProfile> profile = NamedOption.Create(
        "--profile", "PROFILE", "Which findings are told: those that AWS has a code for, the usual ones, or also what is only worth a look", ("default", CheckProfile.Default), ("aws", CheckProfile.Aws), ("review", CheckProfile.Review));

    private readonly Option<string?> resourceType = ValueOption.One(ResourceTypeName, "TYPE", "What resource policies are on, as CloudFormation names it, such as AWS::S3::Bucket; implies --service");

    private readonly Option<string?> endpointService = ValueOption.One(EndpointServiceName, "NAME", "The service of the endpoint that endpoint policies are for, such as com.amazonaws.us-west-2.s3");

    /// <summary>Adds the options to the command.</summary>
    internal void AddTo(Command command, Option<PolicyType?> type, Option<string?> service)
    {
        command.Add(profile);
        command.Add(resourceType);
        command.Add(endpointService);
        command.Validators.Add(result =>
        {
            string? told = result.GetValue(resourceType);
            if (told is not null && result.GetValue(type) != PolicyType.Resource) result.AddError($"{ResourceTypeName} is for resource policies: give --type resource");
            if (result.GetValue(endpointService) is not null && result.GetValue(type) != PolicyType.VpcEndpoint) result.AddError($"{EndpointServiceName} is for endpoint policies: give --type vpcEndpoint");
            bool isForm = told is null || (told.Split("::") is [_, _, _] parts && Array.TrueForAll(parts, static part => part.Length > 0));
            if (!isForm) result.AddError($"{ResourceTypeName} takes a name such as AWS::S3::Bucket, and '{told}' is none");
            bool differs = result.GetValue(service) is { } prefix && PolicyResourceType.Find(told) is { } known && !known.Service.Equals(prefix, StringComparison.OrdinalIgnoreCase);
            if (differs) result.AddError($"{ServiceOption.Name} and {ResourceTypeName} name different services");
        });
    }

    /// <summary>What the options say.</summary>
    internal PolicyCheckerOptions Read(ParseResult parsed) => PolicyCheckerOptions.Default with
    {
        Profile = parsed.GetValue(profile),
        ResourceType = parsed.GetValue(resourceType),
        EndpointService = parsed.GetValue(endpointService),
    };
}
