using System.Text.Json;

namespace PolicyEngine.PeerVectors;

/// <summary>The cases of other engines, decided by a policy set. What differs, and what cannot be asked, is in a list with the rule that decides it.</summary>
public class PeerTests(ITestOutputHelper output)
{
    public static TheoryData<string> Peers => ["iam-simulate-recorded", "minio", "ceph", "moto", "arsenal", "iamspy-iamrs"];

    [Theory]
    [MemberData(nameof(Peers))]
    public void What_differs_and_what_is_not_asked_is_what_is_listed(string peer)
    {
        PeerRow[] rows = [.. SharedMaterial.Lines("peer-vectors", $"{peer}.jsonl.gz").Select(PeerRow.Run).OfType<PeerRow>()];
        HashSet<string> ids = [.. rows.Select(static row => row.Id)];
        Disagreement[] differing = [.. Disagreement.ReadAll().Where(row => ids.Contains(row.Id))];
        Refusal[] refused = [.. Refusal.ReadAll().Where(row => ids.Contains(row.Id))];
        output.WriteLine(new PeerTally(peer, [.. rows.Where(static row => row.Agrees).Select(static row => row.Id)], differing, refused).ToString());
        Assert.Equal(
            differing.Select(static row => row.ToString()).Order(StringComparer.Ordinal),
            rows.Where(static row => row.IsAsked && !row.Agrees).Select(static row => $"{row.Id}: the peer says {row.Expected}, we say {row.Answer}").Order(StringComparer.Ordinal));
        Assert.Equal(
            refused.Select(static row => $"{row.Id}: {row.Cause}").Order(StringComparer.Ordinal),
            rows.Where(static row => !row.IsAsked && !row.Agrees).Select(static row => $"{row.Id}: {row.Refusal}").Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_lists_name_nothing_that_does_not_exist()
    {
        HashSet<string> ids = [.. Peers.SelectMany(static peer => SharedMaterial.Lines("peer-vectors", $"{peer.Data}.jsonl.gz")).Select(ReadId)];
        ids.UnionWith(SharedMaterial.Lines("corpora", "public-policies.jsonl.gz").Select(ReadId));
        Assert.DoesNotContain(Disagreement.ReadAll(), row => !ids.Contains(row.Id));
        Assert.DoesNotContain(Refusal.ReadAll(), row => !ids.Contains(row.Id));

        static string ReadId(string line)
        {
            using JsonDocument json = JsonDocument.Parse(line);
            return json.RootElement.GetProperty("id").GetString()!;
        }
    }

    [Fact]
    public void The_lists_name_a_rule_and_a_reason_for_each_row()
    {
        (string Id, string Rule, string Reason)[] listed =
        [
            .. Disagreement.ReadAll().Select(static row => (row.Id, row.Rule, row.Reason)),
            .. Refusal.ReadAll().Select(static row => (row.Id, row.Rule, row.Reason)),
        ];
        Assert.Equal(listed.Length, listed.Select(static row => row.Id).Distinct(StringComparer.Ordinal).Count());
        Assert.All(listed, static row => Assert.Matches("^[LA]-[0-9]+$", row.Rule));
        Assert.All(listed, static row => Assert.True(row.Reason.Length > 5, row.Id));
    }
}
