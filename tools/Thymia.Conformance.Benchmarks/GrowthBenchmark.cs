using System.Diagnostics;
using System.Globalization;

namespace Thymia.Conformance.Benchmarks;

/// <summary>
/// Peak memory and time of whole runs of the command line, reports and journal included: of 10,000 random cases, and of
/// many. The provider is a process of its own.
/// </summary>
internal static class GrowthBenchmark
{
    private const int Few = 10_000;
    private static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(20);

    public static async Task<int> RunAsync(int many)
    {
        using var provider = ReplayBenchmark.Child();
        var url = (await provider.StandardOutput.ReadLineAsync())!;
        var folder = Directory.CreateTempSubdirectory("thymia-growth-").FullName;
        try
        {
            var few = await MeasureAsync(folder, url, Few);
            var all = await MeasureAsync(folder, url, many);
            Console.WriteLine($"peak {all.Kilobytes / (double)few.Kilobytes:F2} times as high (goal: at most 1.25)");
            Console.WriteLine($"time {all.Each / few.Each:F2} times as long for each case");
            return 0;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
            provider.StandardInput.Close();
            await provider.WaitForExitAsync();
        }
    }

    private static async Task<(long Kilobytes, double Each)> MeasureAsync(string folder, string url, int cases)
    {
        var start = Stopwatch.GetTimestamp();
        using var cli = BuiltCli.Built.Start(
            folder,
            "run",
            "--base-url",
            url,
            "--random",
            cases.ToString(CultureInfo.InvariantCulture),
            "--concurrency",
            "32",
            "--no-pacts",
            "--out",
            Path.Combine(folder, "results")
        );
        var output = cli.StandardOutput.ReadToEndAsync();
        var error = cli.StandardError.ReadToEndAsync();
        var peak = 0L;
        while (!cli.HasExited)
        {
            peak = Math.Max(peak, PeakMemory.Kilobytes(cli) ?? 0);
            await Task.Delay(Glance);
        }

        var took = Stopwatch.GetElapsedTime(start);
        _ = cli.ExitCode == 0 ? await output : throw new InvalidOperationException(await error + await output);
        Console.WriteLine(
            $"{cases, 9:N0} random cases: {peak / 1024.0, 6:F1} MiB at peak, {took.TotalSeconds, 6:F1} s, "
                + $"{cases / took.TotalSeconds, 7:N0} a second"
        );
        return (peak, took.TotalSeconds / cases);
    }
}
