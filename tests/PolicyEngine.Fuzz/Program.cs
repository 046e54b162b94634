using System.Globalization;
using PolicyEngine.Fuzz;
using SharpFuzz;

// What tests/fuzz calls: "seeds TARGET REPOSITORY FOLDER" writes inputs to begin with, "run TARGET" is driven by AFL++, "replay TARGET FILE..." says what
// is wrong with inputs.
if (args.Length < 2 || !FuzzTargets.All.TryGetValue(args[1], out IFuzzTarget? target))
{
    Console.Error.WriteLine($"usage: seeds TARGET REPOSITORY FOLDER | run TARGET | replay TARGET FILE..., where TARGET is one of {string.Join(", ", FuzzTargets.All.Keys)}");
    return 2;
}

switch (args[0])
{
    case "seeds":
        int number = 0;
        Directory.CreateDirectory(args[3]);
        foreach (byte[] seed in target.GetSeeds(new SeedFolders(args[2])).Where(static s => s.Length <= 4000)) File.WriteAllBytes(Path.Combine(args[3], (number++).ToString("D5", CultureInfo.InvariantCulture)), seed);
        Console.WriteLine($"{number} seeds");
        return 0;
    case "run":
        Fuzzer.Run(stream =>
        {
            using MemoryStream bytes = new();
            stream.CopyTo(bytes);
            target.Run(bytes.ToArray());
        });
        return 0;
    default:
        int finds = 0;
        foreach (string file in args.Skip(2))
        {
            try
            {
                target.Run(File.ReadAllBytes(file));
            }
            catch (Exception exception)
            {
                finds++;
                Console.WriteLine($"{file}: {exception}");
            }
        }

        Console.WriteLine($"{args.Length - 2} inputs, {finds} finds");
        return finds == 0 ? 0 : 1;
}
