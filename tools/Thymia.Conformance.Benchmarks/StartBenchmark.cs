using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Thymia.Conformance.Benchmarks;

/// <summary>
/// From the start of the command line, built and published, to the first byte of its first request: where it never ran
/// before, and where it has.
/// </summary>
internal static class StartBenchmark
{
    public static async Task<int> RunAsync(int rounds)
    {
        var folder = Directory.CreateTempSubdirectory("thymia-start-").FullName;
        try
        {
            var published = await BuiltCli.PublishAsync(Path.Combine(folder, "published"));
            (string Name, BuiltCli Cli, List<double> Times)[] ways =
            [
                ("built, first", WithDataIn("built-first", BuiltCli.Built), []),
                ("built, later", await UsedAsync(WithDataIn("built-later", BuiltCli.Built)), []),
                ("published, first", WithDataIn("published-first", published), []),
                ("published, later", await UsedAsync(WithDataIn("published-later", published)), []),
            ];

            // In turn, since machines change their speed. The first fills the caches of the machine, and does not
            // count.
            for (var round = 0; round <= rounds; round++)
            {
                foreach (var (_, cli, times) in ways)
                {
                    var took = await OnceAsync(cli, folder);
                    times.AddRange(round > 0 ? [took.TotalMilliseconds] : []);
                }
            }

            foreach (var (name, _, times) in ways)
            {
                times.Sort();
                Console.WriteLine(
                    $"{name, -16} {rounds} starts: fastest {times[0]:F0} ms, median {times[rounds / 2]:F0} ms, "
                        + $"slowest {times[^1]:F0} ms (goal: under 1,000)"
                );
            }

            return 0;

            BuiltCli WithDataIn(string name, BuiltCli cli) => cli with { Data = Path.Combine(folder, name) };

            // A start that is killed at its first request leaves nothing for the next; a run that ends does.
            async Task<BuiltCli> UsedAsync(BuiltCli cli)
            {
                using var run = cli.Start(
                    folder,
                    "run",
                    "--quiet",
                    "--no-pacts",
                    "--out",
                    Path.Combine(folder, "results")
                );
                await run.StandardOutput.ReadToEndAsync();
                await run.WaitForExitAsync();
                return run.ExitCode == 0
                    ? cli
                    : throw new InvalidOperationException(await run.StandardError.ReadToEndAsync());
            }
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<TimeSpan> OnceAsync(BuiltCli built, string folder)
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var start = Stopwatch.GetTimestamp();
        using var cli = built.Start(
            folder,
            "run",
            "--quiet",
            "--base-url",
            $"http://{listener.LocalEndpoint}",
            "--out",
            Path.Combine(folder, "results")
        );
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
