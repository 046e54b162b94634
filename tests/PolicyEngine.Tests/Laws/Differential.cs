using System.Diagnostics;
using System.Globalization;
using FsCheck;
using Microsoft.FSharp.Core;

namespace PolicyEngine.Tests.Laws;

/// <summary>Tries differential laws on cases that all come from one seed: the environment variable POLICYENGINE_SEED, or another in each run.</summary>
internal static class Differential
{
    internal static ulong Seed { get; } =
        ulong.TryParse(Environment.GetEnvironmentVariable("POLICYENGINE_SEED"), CultureInfo.InvariantCulture, out ulong seed) ? seed : (ulong)Random.Shared.NextInt64();

    /// <summary>Tries a law, and tells the seed and how many cases there were and how long they took.</summary>
    internal static void Check(string law, int cases, Property property)
    {
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{law}: seed {Seed}"));
        long start = Stopwatch.GetTimestamp();
        global::FsCheck.Check.One(Config.QuickThrowOnFailure.WithMaxTest(cases).WithReplay(FSharpOption<Replay>.Some(new Replay(new Rnd(Seed), FSharpOption<int>.None))), property);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{law}: seed {Seed}, {cases} cases, no difference, {Stopwatch.GetElapsedTime(start).TotalSeconds:F0} s"));
    }
}
