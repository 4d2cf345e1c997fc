using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Thymia.Conformance.Tests.Journals;
using Thymia.Conformance.Tests.Judging;
using Thymia.Conformance.Tests.Replay;

namespace Thymia.Conformance.Tests.Cli;

/// <summary>
/// Ctrl-C, and what else asks a run to end, against a provider that leaves requests without an answer.
/// </summary>
public sealed class InterruptionTests
{
    private const int Answered = 20;
    private const int UnderWay = 64;

    // Of something that is right, so that each case fails.
    private static readonly string Rejection = RawServer.Json(422, Sample.Errors("""["header","x-api-key"]"""));

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory(Explicit = true)]
    [InlineData("INT")]
    [InlineData("TERM")]
    [InlineData("HUP")]
    public async Task Ends_a_run_with_reports_of_what_was_done(string signal)
    {
        var everybodyWaits = new TaskCompletionSource();
        await using var server = Stalling(everybodyWaits);
        using var line = new CommandLine();
        var shown = new StringBuilder();
        using var process = Start(line, server.Url, shown);
        await everybodyWaits.Task.WaitAsync(Token);

        await process.SignalAsync(signal, Token);

        var error = await process.StandardError.ReadToEndAsync(Token);
        await process.WaitForExitAsync(Token);
        Assert.Contains("Stopping; once more to end at once.", error, StringComparison.Ordinal);
        var results = JsonNode.Parse(await File.ReadAllTextAsync(line.Path("results/results.json"), Token))!;
        var journal = await File.ReadAllLinesAsync(line.Path("results/journal.jsonl"), Token);
        Assert.Equal(journal.Count(l => l.StartsWith("{\"case\":", StringComparison.Ordinal)), (int)results["cases"]!);
        Assert.True((bool)results["cancelled"]!);
        Assert.True(File.Exists(line.Path("results/report.html")));
        Assert.Equal(1, process.ExitCode);
        Assert.Matches($@"\n *Resume +.+ run --resume {Regex.Escape(line.Path("results"))}\n", shown.ToString());
    }

    private static System.Diagnostics.Process Start(CommandLine line, Uri url, StringBuilder shown)
    {
        var process = CliProcess.Start(
            line.Folder,
            "run",
            "--no-pacts",
            "--only",
            "invalid",
            "--concurrency",
            $"{UnderWay}",
            "--base-url",
            url.ToString(),
            "--out",
            line.Path("results")
        );
        process.OutputDataReceived += (_, e) => shown.Append(e.Data).Append('\n');
        process.BeginOutputReadLine();
        return process;
    }

    // Answers a few, then keeps all others waiting.
    private static RawServer Stalling(TaskCompletionSource everybodyWaits)
    {
        var requests = 0;
        return RawServer.Doing(
            async (stream, stop) =>
            {
                var number = Interlocked.Increment(ref requests);
                if (number > Answered)
                {
                    if (number == Answered + UnderWay)
                    {
                        everybodyWaits.SetResult();
                    }

                    await Task.Delay(Timeout.Infinite, stop);
                }

                await stream.WriteAsync(System.Text.Encoding.ASCII.GetBytes(Rejection), stop);
            }
        );
    }
}
