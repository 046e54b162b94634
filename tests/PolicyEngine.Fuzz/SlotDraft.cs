using System.Globalization;
using PolicyEngine.Syntax;

namespace PolicyEngine.Fuzz;

/// <summary>Collects the policies of a question, line by line.</summary>
/// <remarks>Lines: <c>S</c> kind, level and version of a policy of a level of its own, <c>s</c> version of another in the same level, <c>?</c> a
/// kind whose policies are unknown, <c>J</c> kind and policy as JSON; the others are of statements: see <see cref="StatementDraft"/>.
/// <c>#</c> adds many statements that are of little use, so that there is an index; <c>x</c> bucket, account, origin and VPC of an access point, and
/// <c>X</c> the same with the ARN of the one behind it.</remarks>
internal sealed class SlotDraft
{
    /// <summary>A session has no more scope-down policies.</summary>
    private const int MostScopeDown = 3;

    private static readonly int Kinds = PolicySet.Types.Length;
    private readonly List<(string Name, List<PolicyDocument> Documents)>[] levels = [.. Enumerable.Range(0, Kinds).Select(static _ => new List<(string, List<PolicyDocument>)>())];
    private readonly bool[] unknown = new bool[Kinds];
    private readonly List<Statement> statements = [];
    private PolicyType kind = PolicyType.Identity;
    private string level = "";
    private PolicyVersion? version = PolicyVersion.Version2012;
    private StatementDraft? statement;
    private bool isNewLevel = true;
    private AccessPoint accessPoint = new();
    private AccessPoint? supporting;

    internal void Read(char part, string[] fields)
    {
        switch (part)
        {
            case 'S':
                EndDocument();
                (kind, level, isNewLevel) = (QuestionText.ReadKind(fields[0]), fields.ElementAtOrDefault(1) ?? "", true);
                version = QuestionText.ReadVersion(fields.ElementAtOrDefault(2));
                break;
            case 's':
                EndDocument();
                version = QuestionText.ReadVersion(fields[0]);
                break;
            case '?': unknown[(int)QuestionText.ReadKind(fields[0])] = true; break;
            case 'J' when fields.Length > 1: AddJson(QuestionText.ReadKind(fields[0]), fields[1]); break;
            case '#': AddMany(fields); break;
            case 'x': accessPoint = QuestionText.ReadAccessPoint(fields); break;
            case 'X': supporting = QuestionText.ReadAccessPoint(fields) with { Policies = AttachedPolicies.None, Arn = fields.ElementAtOrDefault(4) }; break;
            case 'A' or 'D':
                EndStatement();
                statement = new StatementDraft(part == 'A' ? Effect.Allow : Effect.Deny, kind);
                break;
            default: statement?.Read(part, fields); break;
        }
    }

    internal PolicySet ToPolicies()
    {
        EndDocument();
        return PolicySet.Types.Aggregate(new PolicySet { AccessPoint = accessPoint with { Supporting = supporting } }, (set, of) => set.With(of, ToSlot(of)));
    }

    private AttachedPolicies ToSlot(PolicyType of)
    {
        if (unknown[(int)of]) return AttachedPolicies.Unknown;
        PolicyLevel[] built = [.. levels[(int)of].Select(static l => new PolicyLevel(l.Name, [.. l.Documents]))];
        if (of == PolicyType.ScopeDown && built.Length > 0) return AttachedPolicies.Of([.. built.SelectMany(static l => l.Documents).Take(MostScopeDown)]);
        bool hasLevels = of is PolicyType.ServiceControl or PolicyType.ResourceControl;
        return built.Length == 0 ? AttachedPolicies.None : hasLevels ? AttachedPolicies.OfLevels(built) : AttachedPolicies.Of([.. built.SelectMany(static l => l.Documents)]);
    }

    private void AddJson(PolicyType of, string json)
    {
        PolicyParserOptions options = new() { Type = of, Mode = ParseMode.Stored, TolerantText = true, ResourceOptional = true, AllowsManagedRcp = true };
        if (PolicyParser.Parse(PolicyText.FromString(json), options).Value is { } document) levels[(int)of].Add(("", [document]));
    }

    private void AddMany(string[] fields)
    {
        int count = int.TryParse(fields[0], NumberStyles.None, CultureInfo.InvariantCulture, out int read) ? Math.Min(read, 60) : 20;
        string text = fields.ElementAtOrDefault(1) ?? "s3:Get";
        EndStatement();
        for (int i = 0; i < count; i++) statements.Add(StatementDraft.Small(kind, string.Create(CultureInfo.InvariantCulture, $"{text}{i}"), i));
    }

    private void EndStatement()
    {
        if (statement is not null) statements.Add(statement.ToStatement());
        statement = null;
    }

    private void EndDocument()
    {
        EndStatement();
        if (statements.Count == 0) return;
        PolicyDocument document = new() { Type = kind, Version = version, Statements = [.. statements] };
        if (isNewLevel) levels[(int)kind].Add((level, [document]));
        else levels[(int)kind][^1].Documents.Add(document);
        isNewLevel = false;
        statements.Clear();
    }
}
