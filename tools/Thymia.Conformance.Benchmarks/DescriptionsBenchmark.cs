using System.Diagnostics;
using System.Globalization;
using System.Text;
using Thymia.Conformance.Configuration;
using Thymia.Conformance.Running;
using Thymia.Conformance.Text;

namespace Thymia.Conformance.Benchmarks;

/// <summary>
/// What becomes of other people's descriptions: for each in a folder how many operations are tested, which are left out
/// and why, whether cases contradict themselves, and what it costs. Each is read in a process of its own.
/// </summary>
internal static class DescriptionsBenchmark
{
    private static readonly CompositeFormat Line = CompositeFormat.Parse(
        "{0,-34} {1,10} {2,7} {3,8} {4,13} {5,7} {6,8} {7,8} {8,9}"
    );

    private const int MaxShown = 5;

    private static readonly TimeSpan MaxTime = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan MaxProcessorTime = TimeSpan.FromSeconds(10);

    public static int Run(string folder)
    {
        if (File.Exists(folder))
        {
            return RunOne(folder);
        }

        Console.WriteLine(
            string.Format(
                CultureInfo.InvariantCulture,
                Line,
                "description",
                "operations",
                "tested",
                "left out",
                "contradicting",
                "crashes",
                "cases",
                "seconds",
                "peak MiB"
            )
        );
        var all = Directory
            .EnumerateFiles(folder)
            .Where(f => Path.GetExtension(f) is ".json" or ".yaml" or ".yml")
            .Order(StringComparer.Ordinal)
            .Select(InChild)
            .ToList();
        var (operations, tested) = (all.Sum(o => o.Operations), all.Sum(o => o.Tested));
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{all.Count} descriptions, {tested} of {operations} operations tested "
                    + $"({100.0 * tested / Math.Max(1, operations):F1} %, goal: 95 %), "
                    + $"{all.Sum(o => o.Contradictions)} contradictions, {all.Sum(o => o.Crashes)} crashes or beyond "
                    + $"{MaxProcessorTime.TotalSeconds} s of processor time (goal: 0 each)"
            )
        );
        return all.Sum(o => o.Contradictions + o.Crashes) == 0 ? 0 : 1;
    }

    // The figures, then a line for each operation that is left out.
    private static int RunOne(string file)
    {
        try
        {
            var plan = RunPlan.Read(new ConformanceOptions { Description = file, Random = 0 });
            var cases = 0;
            var contradictions = new List<string>();
            foreach (var testCase in plan.Cases.Select(p => p.Make()))
            {
                cases++;
                contradictions.AddRange(
                    plan.Contradiction(testCase) is { } why ? [$"  contradicts itself: {testCase.Id}: {why}"] : []
                );
            }

            Console.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{plan.Operations.Count} {plan.LeftOut.Count} {contradictions.Count} {cases}"
                )
            );
            contradictions.Take(MaxShown).ToList().ForEach(Console.WriteLine);
            plan.LeftOut.ToList().ForEach(o => Console.WriteLine($"  left out: {o.Name}: {o.Fault.Message}"));
        }
        catch (UnusableInputException e)
        {
            Console.WriteLine("0 0 0 0");
            Console.WriteLine($"  refused: {e.Message}");
        }

        return 0;
    }

    private static Outcome InChild(string file)
    {
        using var child = Process.Start(
            new ProcessStartInfo("dotnet")
            {
                ArgumentList = { typeof(DescriptionsBenchmark).Assembly.Location, "descriptions", file },
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            }
        )!;
        var (start, peak, processor) = (Stopwatch.GetTimestamp(), 0L, TimeSpan.Zero);
        var (text, complaints) = (child.StandardOutput.ReadToEndAsync(), child.StandardError.ReadToEndAsync());
        while (!child.WaitForExit(20) && Stopwatch.GetElapsedTime(start) < MaxTime && processor < 2 * MaxProcessorTime)
        {
            peak = Math.Max(peak, PeakMemory.Kilobytes(child) ?? 0);
            processor = ProcessorTime(child) ?? processor;
        }

        if (!child.HasExited)
        {
            child.Kill(entireProcessTree: true);
            child.WaitForExit();
        }

        _ = complaints.Result;
        return Show(
            file,
            text.Result.Split('\n'),
            child.ExitCode != 0 || processor > MaxProcessorTime,
            Stopwatch.GetElapsedTime(start),
            peak
        );
    }

    // Null once it has ended.
    private static TimeSpan? ProcessorTime(Process process)
    {
        try
        {
            return process.TotalProcessorTime;
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    private static Outcome Show(string file, string[] lines, bool failed, TimeSpan time, long peak)
    {
        var figures = lines[0]
            .Split(' ')
            .Select(f => int.TryParse(f, CultureInfo.InvariantCulture, out var n) ? n : -1)
            .ToList();
        var crashed = failed || figures is not [>= 0, _, _, _];
        var outcome = figures is [>= 0, var leftOut, var contradictions, var cases]
            ? new Outcome(figures[0] + leftOut, figures[0], contradictions, crashed ? 1 : 0, cases)
            : new Outcome(0, 0, 0, 1, 0);
        Console.WriteLine(
            string.Format(
                CultureInfo.InvariantCulture,
                Line,
                Path.GetFileName(file),
                outcome.Operations,
                outcome.Tested,
                outcome.Operations - outcome.Tested,
                outcome.Contradictions,
                outcome.Crashes,
                outcome.Cases,
                time.TotalSeconds.ToString("F1", CultureInfo.InvariantCulture),
                peak / 1024
            )
        );
        foreach (var line in lines.Skip(1).Where(l => l.Length > 0))
        {
            Console.WriteLine(line);
        }

        return outcome;
    }

    private sealed record Outcome(int Operations, int Tested, int Contradictions, int Crashes, int Cases);
}
