using System.Globalization;
using PolicyEngine.Timing;
using PolicyEngine.Workloads;

// Prints nanoseconds per decision for each workload named: with the request at hand, with a new request made of
// strings, and with one request filled from strings again and again.
// The same program runs just in time and compiled ahead of time, which BenchmarkDotNet cannot compare in one run.
foreach (string name in args)
{
    WorkloadTimer timer = new(WorkloadCatalog.Get(name));
    Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name} {timer.Prepared():0.00} {timer.FromStrings():0.00} {timer.Refilled():0.00}"));
}
