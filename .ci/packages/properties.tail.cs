Console.WriteLine("three properties hold");

sealed class Gate
{
    public bool Allows(string json, PolicyType type, AuthorizationRequest request) =>
        new PolicyEvaluator().Evaluate(PolicyCompiler.Compile(PolicyDocument.Parse(json, type)), request).IsAllowed;
}
