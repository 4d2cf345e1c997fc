using System.Diagnostics;
using System.Globalization;

namespace Thymia.Conformance.Benchmarks;

/// <summary>
/// Peak memory of streaming many cases through generator and guard, against 10,000 of them in a process of its own.
/// </summary>
internal static class MemoryBenchmark
{
    private const int Few = 10_000;

    public static int Run(int count)
    {
        if (count <= Few)
        {
            var subject = new Subject(1);
            _ = subject.Generator.Plan(count).Count(p => subject.Guard.Contradiction(p.Make()) is null);
            Console.WriteLine(PeakKilobytes());
            return 0;
        }

        var few = InChild(Few);
        var start = Stopwatch.GetTimestamp();
        var many = new Subject(1);
        _ = many.Generator.Plan(count).Count(p => many.Guard.Contradiction(p.Make()) is null);
        var peak = PeakKilobytes();
        Console.WriteLine($"{Few, 10} cases: {few, 8} kB at peak");
        Console.WriteLine(
            $"{count, 10} cases: {peak, 8} kB at peak, {Stopwatch.GetElapsedTime(start).TotalSeconds:F0} s"
        );
        Console.WriteLine($"ratio {(double)peak / few:F2} (goal: at most 1.25)");
        return 0;
    }

    private static long InChild(int count)
    {
        var assembly = typeof(MemoryBenchmark).Assembly.Location;
        using var child = Process.Start(
            new ProcessStartInfo(
                Path.GetFileNameWithoutExtension(Environment.ProcessPath!) == "dotnet"
                    ? Environment.ProcessPath!
                    : "dotnet"
            )
            {
                ArgumentList = { assembly, "memory", count.ToString(CultureInfo.InvariantCulture) },
                RedirectStandardOutput = true,
            }
        )!;
        var text = child.StandardOutput.ReadToEnd();
        child.WaitForExit();
        return long.Parse(text.Trim(), CultureInfo.InvariantCulture);
    }

    private static long PeakKilobytes()
    {
        using var process = Process.GetCurrentProcess();
        return PeakMemory.Kilobytes(process)!.Value;
    }
}
