using System.Text;
using FsCheck;
using FsCheck.Xunit;
using PolicyEngine.FsCheck;
using PolicyEngine.FsCheck.Texts;
using PolicyEngine.Syntax;

namespace PolicyEngine.Tests.Laws;

/// <summary>What holds for every document that is built in code.</summary>
[Laws(typeof(PolicyArbitraries))]
public class BuilderLaws
{
    /// <summary>Any valid document can be built, and what is built is that document with Version 2012-10-17.</summary>
    [Property]
    public bool Builder_output_parses(PolicyDocument document)
    {
        PolicyDocument modern = document with { Version = PolicyVersion.Version2012 };
        Build(modern).TryBuild(out PolicyDocument? built, out _, new PolicyParserOptions { Quota = PolicyQuota.None });
        return built is not null && built.Id == modern.Id && built.Statements.SequenceEqual(modern.Statements);
    }

    /// <summary>Data in a hole matches itself, and nothing that differs by a character.</summary>
    [Property]
    public bool A_hole_matches_its_data_only(NonNull<string> data, int seed)
    {
        string text = "d" + string.Concat(data.Get.EnumerateRunes().Where(static rune => rune != Rune.ReplacementChar));
        PolicyDocument document = new PolicyBuilder(PolicyType.Resource)
            .Allow(statement => statement.Everyone().Action("*").Resource("*").When("StringLike", "k:data", $"{text}")).Build();
        CompiledPolicy policy = PolicyCompiler.Compile(document);
        string other = TextSteps.Miss(new Draw(seed), text);
        return TestPolicy.Ask(policy, TestPolicy.Context(("k:data", text))).IsAllowed && !TestPolicy.Ask(policy, TestPolicy.Context(("k:data", other))).IsAllowed;
    }

    private static PolicyBuilder Build(PolicyDocument document)
    {
        PolicyBuilder builder = new(document.Type);
        if (document.Id is { } id) builder.Id(id);
        foreach (Statement statement in document.Statements)
        {
            if (statement.Effect == Effect.Allow) builder.Allow(own => Fill(own, statement));
            else builder.Deny(own => Fill(own, statement));
        }

        return builder;
    }

    private static void Fill(StatementBuilder builder, Statement statement)
    {
        if (statement.Sid is { } sid) builder.Sid(sid);
        if (statement.Principal is { IsEveryone: true }) builder.Everyone();
        foreach (PrincipalGroup group in statement.Principal?.Groups ?? [])
        {
            string[] names = [.. group.Values.Select(static v => v.Text)];
            if (statement.Principal!.IsNegated) builder.NotPrincipal(group.Type, names);
            else builder.Principal(group.Type, names);
        }

        string[] actions = [.. statement.Action.Patterns.Select(static p => p.Text)];
        if (statement.Action.IsNegated) builder.NotAction(actions);
        else builder.Action(actions);
        PolicyPattern[] resources = [.. (statement.Resource?.Patterns ?? []).Select(static p => PolicyPattern.FromString(p.Text))];
        if (statement.Resource is { IsNegated: true }) builder.NotResource(resources);
        else if (statement.Resource is not null) builder.Resource(resources);
        foreach (ConditionClause clause in statement.Condition?.Clauses ?? [])
        {
            foreach (ConditionEntry entry in clause.Entries) builder.When(clause.Operator.ToString(), entry.Key, [.. entry.Values.Select(static v => PolicyPattern.FromString(v.Text))]);
        }
    }
}
