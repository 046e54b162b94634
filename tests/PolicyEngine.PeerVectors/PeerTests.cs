namespace PolicyEngine.PeerVectors;

/// <summary>The cases of other engines, as far as one document decides them. Every disagreement stands in a list with the rule that decides it.</summary>
public class PeerTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData("iam-simulate-recorded")]
    [InlineData("minio")]
    [InlineData("ceph")]
    [InlineData("moto")]
    [InlineData("arsenal")]
    [InlineData("iamspy-iamrs")]
    public void Disagreements_are_those_that_are_listed(string peer)
    {
        string[] lines = [.. SharedMaterial.Lines("peer-vectors", $"{peer}.jsonl.gz")];
        PeerRow[] rows = [.. lines.Select(PeerRow.Run).OfType<PeerRow>()];
        HashSet<string> listed = [.. Disagreement.ReadAll().Select(static d => d.Id)];
        PeerRow[] differing = [.. rows.Where(static row => !row.Agrees)];
        output.WriteLine($"{peer}: {lines.Length} rows, {rows.Length} decided by one document, {rows.Length - differing.Length} agree, {differing.Length} listed");
        Assert.Empty(differing.Where(row => !listed.Contains(row.Id)).Select(static row => $"{row.Id}: expected {row.Expected}, got {row.Answer}"));
        Assert.Empty(rows.Where(row => row.Agrees && listed.Contains(row.Id)).Select(static row => row.Id));
    }

    [Fact]
    public void The_list_names_a_rule_for_each_row()
    {
        Disagreement[] listed = [.. Disagreement.ReadAll()];
        Assert.Equal(listed.Length, listed.Select(static d => d.Id).Distinct(StringComparer.Ordinal).Count());
        Assert.All(listed, static d => Assert.True(d.Rule.StartsWith("L-", StringComparison.Ordinal) && d.Reason.Length > 5, d.Id));
    }
}
