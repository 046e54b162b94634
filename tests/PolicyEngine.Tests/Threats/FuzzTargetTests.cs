using PolicyEngine.FsCheck.Texts;
using PolicyEngine.Fuzz;

namespace PolicyEngine.Tests.Threats;

/// <summary>The targets of tests/fuzz, without its instruments: that they are sound, and that what they promise holds.</summary>
public class FuzzTargetTests
{
    private const int Seeds = 400;
    private const int Changes = 12;

    private static readonly string[] Pieces =
        ["*", "?", "\t", "\n", "\"", "{", "}", "[", "]", ",", "${k:v}", "\\u0000", "\\uD800", "\u0130", "\u2028", "aws:", "arn:", ":", "/", "0", "\nD\n", "\nu", "//", "null"];

    public static TheoryData<string> Targets => [.. FuzzTargets.All.Keys];

    [Theory]
    [MemberData(nameof(Targets))]
    public void Targets_hold_on_their_seeds_and_on_changes_of_them(string name)
    {
        IFuzzTarget target = FuzzTargets.All[name];
        byte[][] seeds = [.. target.GetSeeds(new SeedFolders(Repository.Root)).Where(static seed => seed.Length < 4_000)];
        Draw draw = new(seeds.Length);
        int step = Math.Max(1, seeds.Length / Seeds);
        Assert.InRange(seeds.Length, 50, 20_000);
        for (int i = 0; i < seeds.Length; i += step)
        {
            target.Run(seeds[i]);
            byte[] changed = seeds[i];
            for (int change = 0; change < Changes; change++)
            {
                changed = Change(changed, seeds[draw.Below(seeds.Length)], draw);
                target.Run(changed);
            }
        }
    }

    [Fact]
    public void A_target_reports_what_does_not_hold() => Assert.Throws<BrokenPromiseException>(static () => BrokenPromiseException.ThrowUnless(holds: false, "this"));

    private static byte[] Change(byte[] bytes, byte[] other, Draw draw)
    {
        int at = draw.Below(bytes.Length + 1);
        int end = Math.Min(bytes.Length, at + draw.Below(6));
        int from = draw.Below(other.Length + 1);
        return draw.Below(4) switch
        {
            0 => [.. bytes.AsSpan(0, at), .. System.Text.Encoding.UTF8.GetBytes(draw.Of(Pieces)), .. bytes.AsSpan(end)],
            1 => [.. bytes.AsSpan(0, at), .. bytes.AsSpan(end)],
            2 => [.. bytes.AsSpan(0, at), (byte)draw.Below(256), .. bytes.AsSpan(end)],
            _ => [.. bytes.AsSpan(0, at), .. other.AsSpan(from, Math.Min(other.Length - from, 60)), .. bytes.AsSpan(end)],
        };
    }
}
