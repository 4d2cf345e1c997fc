using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Thymia.Conformance.Benchmarks;

/// <summary>From the start of the built command line to the first byte of its first request.</summary>
internal static class StartBenchmark
{
    public static async Task<int> RunAsync(int rounds)
    {
        var folder = Directory.CreateTempSubdirectory("thymia-start-").FullName;
        var times = new List<double>();
        try
        {
            // The first fills the caches of the machine, and does not count.
            for (var round = 0; round <= rounds; round++)
            {
                var took = await OnceAsync(folder);
                times.AddRange(round > 0 ? [took.TotalMilliseconds] : []);
            }
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }

        times.Sort();
        Console.WriteLine(
            $"{rounds} starts: fastest {times[0]:F0} ms, median {times[rounds / 2]:F0} ms, slowest {times[^1]:F0} ms (goal: under 1,000)");
        return 0;
    }

    private static async Task<TimeSpan> OnceAsync(string folder)
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var start = Stopwatch.GetTimestamp();
        using var cli = BuiltCli.Start(
            folder, "run", "--quiet", "--base-url", $"http://{listener.LocalEndpoint}", "--out", Path.Combine(folder, "results"));
        var ended = cli.WaitForExitAsync();
        var accepted = listener.AcceptTcpClientAsync();
        if (await Task.WhenAny(accepted, ended) == ended)
        {
            throw new InvalidOperationException(await cli.StandardError.ReadToEndAsync());
        }

        using var client = await accepted;
        await client.GetStream().ReadExactlyAsync(new byte[1]);
        var took = Stopwatch.GetElapsedTime(start);
        cli.Kill();
        await ended;
        return took;
    }
}
