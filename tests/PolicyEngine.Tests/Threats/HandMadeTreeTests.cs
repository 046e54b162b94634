using System.Collections;
using System.Reflection;
using PolicyEngine.Syntax;

namespace PolicyEngine.Tests.Threats;

/// <summary>Q-50: whatever a tree made by hand holds, it is refused with the name of the node, or undecided; it never allows.</summary>
/// <remarks>All properties of all nodes are found by reflection, so that a new one is tried too.</remarks>
public class HandMadeTreeTests
{
    private static readonly AuthorizationRequest Request = new(
        RequestPrincipal.FromArn(TestPolicy.Alice), TestPolicy.Action, TestPolicy.Resource, new RequestContextBuilder().Set("k:x", "v").Build());

    public static TheoryData<string> Broken => [.. Break(Tree(Effect.Allow), "").Select(static broken => broken.Name).Distinct(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Broken))]
    public void Q50_a_broken_tree_never_allows(string name)
    {
        foreach (Effect effect in (Effect[])[Effect.Allow, Effect.Deny])
        {
            foreach ((_, object? tree) in Break(Tree(effect), "").Where(broken => broken.Name == name))
            {
                try
                {
                    PolicyDecision decision = TestPolicy.Evaluator.Evaluate(PolicyCompiler.Compile((PolicyDocument)tree!), Request);
                    Assert.NotEqual(Decision.Allowed, decision.Decision);
                    if (effect == Effect.Deny) Assert.Equal(Decision.ExplicitDeny, decision.Decision);
                }
                catch (ArgumentException refused)
                {
                    Assert.Matches(@"^(the document|Statement\[0\]) (is|has) ", refused.Message);
                }
            }
        }
    }

    [Fact]
    public void Q50_the_whole_tree_decides()
    {
        Assert.Equal(Decision.Allowed, TestPolicy.Evaluator.Evaluate(PolicyCompiler.Compile(Tree(Effect.Allow)), Request).Decision);
        Assert.Equal(Decision.ExplicitDeny, TestPolicy.Evaluator.Evaluate(PolicyCompiler.Compile(Tree(Effect.Deny)), Request).Decision);
        Assert.True(Broken.Count > 15);
    }

    [Fact]
    public void Q50_an_operator_that_no_policy_can_name_is_refused()
    {
        PolicyDocument tree = Tree(Effect.Allow);
        ConditionClause clause = tree.Statements[0].Condition!.Clauses[0] with { Operator = new ConditionOperator(ConditionOperatorKind.Null, IfExists: true) };
        PolicyDocument broken = tree with { Statements = [tree.Statements[0] with { Condition = new ConditionBlock { Clauses = [clause] } }] };
        Assert.Contains("Statement[0] has an operator in Condition that no policy can name", Assert.Throws<ArgumentException>(() => PolicyCompiler.Compile(broken)).Message, StringComparison.Ordinal);
    }

    private static PolicyDocument Tree(Effect effect) => new()
    {
        Type = PolicyType.Resource,
        Version = PolicyVersion.Version2012,
        Statements =
        [
            new Statement
            {
                Effect = effect,
                Principal = new PrincipalElement { Groups = [new PrincipalGroup { Type = PrincipalType.Aws, Values = [new TextValue { Text = TestPolicy.Alice }] }] },
                Action = new ActionElement { Patterns = [new TextValue { Text = "s3:*" }] },
                Resource = new ResourceElement { Patterns = [new TextValue { Text = "*" }] },
                Condition = new ConditionBlock { Clauses = [new ConditionClause { Operator = new ConditionOperator(ConditionOperatorKind.StringEquals), Entries = [new ConditionEntry { Key = "k:x", Values = [new ConditionValue { Text = "v" }] }] }] },
            },
        ],
    };

    /// <summary>The tree once for each value in it that is replaced by one that means nothing.</summary>
    private static IEnumerable<(string Name, object? Tree)> Break(object node, string path)
    {
        foreach (PropertyInfo property in node.GetType().GetProperties().Where(static p => p.CanWrite && p.Name is not (nameof(SyntaxNode.Span) or nameof(Statement.Sid) or nameof(PolicyDocument.Source) or nameof(ConditionValue.Form))))
        {
            object? value = property.GetValue(node);
            string name = $"{path}{property.Name}";
            if (value is null) continue;
            if (property.PropertyType.IsEnum || Nullable.GetUnderlyingType(property.PropertyType) is { IsEnum: true }) yield return (name, With(node, property, Enum.ToObject(Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType, 99)));
            if (value is string) yield return (name, With(node, property, null));
            if (value is string && property.Name == nameof(ConditionEntry.Key)) yield return ($"{name} empty", With(node, property, ""));
            if (value is SyntaxNode child)
            {
                bool isOptional = property.Name is nameof(Statement.Condition) or nameof(Statement.Principal) or nameof(Statement.Resource);
                if (!isOptional) yield return (name, With(node, property, null));
                foreach ((string inner, object? broken) in Break(child, $"{name}.")) yield return (inner, With(node, property, broken));
            }
            else if (value is IEnumerable list and not string)
            {
                object item = list.Cast<object>().First();
                yield return ($"{name}[0]", With(node, property, ListOf(property.PropertyType, null)));
                foreach ((string inner, object? broken) in Break(item, $"{name}[0].")) yield return (inner, With(node, property, ListOf(property.PropertyType, broken)));
            }
            else if (value is ConditionOperator)
            {
                foreach ((string inner, object? broken) in Break(value, $"{name}.")) yield return (inner, With(node, property, broken));
            }
        }
    }

    private static object With(object node, PropertyInfo property, object? value)
    {
        MethodInfo? clone = node.GetType().GetMethod("<Clone>$");
        object copy = clone is null ? System.Runtime.CompilerServices.RuntimeHelpers.GetObjectValue(node) : clone.Invoke(node, null)!;
        property.SetValue(copy, value);
        return copy;
    }

    private static object ListOf(Type list, object? item)
    {
        Type of = list.GetGenericArguments()[0];
        Array items = Array.CreateInstance(of, 1);
        items.SetValue(item, 0);
        return typeof(HandMadeTreeTests).GetMethod(nameof(Make), BindingFlags.NonPublic | BindingFlags.Static)!.MakeGenericMethod(of).Invoke(null, [items])!;
    }

    private static SyntaxList<T> Make<T>(T[] items) => [.. items];
}
