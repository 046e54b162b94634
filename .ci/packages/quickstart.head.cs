using PolicyEngine;

string json = File.ReadAllText(Path.Combine(args[0], "secret-policy-1.json"));
string secretArn = "arn:aws:secretsmanager:us-west-2:123456789012:secret:a_specific_secret_name-a1b2c3";
