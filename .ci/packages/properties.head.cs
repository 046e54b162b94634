PolicyDocument identityPolicy = PolicyDocument.Parse(File.ReadAllText(Path.Combine(args[0], "identity.json")));
PolicyDocument secretPolicy = PolicyDocument.Parse(File.ReadAllText(Path.Combine(args[0], "secret-policy-1.json")), PolicyType.Resource);
PolicyDocument oldPolicy = secretPolicy;
PolicyDocument newPolicy = secretPolicy with { Statements = [.. secretPolicy.Statements.Reverse()] };
Gate gate = new();
