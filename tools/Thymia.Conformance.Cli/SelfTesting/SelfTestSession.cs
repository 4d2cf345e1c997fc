using Thymia.Conformance.Cli.Terminals;

namespace Thymia.Conformance.Cli.SelfTesting;

/// <summary>The command <c>self-test</c> from its trials to its exit code.</summary>
internal sealed class SelfTestSession(Terminal terminal, SelfTestRequest request)
{
    private readonly TrialRunner _runner = new(terminal.Time);
    private readonly Lock _telling = new();
    private readonly Dictionary<Trial, TrialResult> _results = [];

    public async Task<int> ExecuteAsync(CancellationToken cancellation)
    {
        var console = terminal.Screen();
        var trials = request.Trials();
        var start = terminal.Time.GetTimestamp();
        await SelfTestProgress.ShowAsync(terminal, console, trials.Count, tell => RunAsync(trials, tell, cancellation));
        var report = new SelfTestReport(
            request.Seeds,
            [.. trials.Where(_results.ContainsKey).Select(t => _results[t])],
            terminal.Time.GetElapsedTime(start)
        )
        {
            Stopped = _results.Count < trials.Count,
        };
        switch (request.Format)
        {
            case SelfTestFormat.Json:
                await using (var output = terminal.OpenOut())
                {
                    SelfTestJson.Write(output, report);
                }

                break;
            case SelfTestFormat.Markdown:
                await terminal.Out.WriteAsync(SelfTestMarkdown.Of(report));
                break;
            default:
                SelfTestScreen.Write(console, report);
                break;
        }

        return report.ExitCode;
    }

    private async Task RunAsync(IReadOnlyList<Trial> trials, Action<TrialResult> tell, CancellationToken cancellation)
    {
        var width = new ParallelOptions { MaxDegreeOfParallelism = request.Parallel, CancellationToken = cancellation };
        var alone =
            width.MaxDegreeOfParallelism == 1
                ? width
                : new ParallelOptions { MaxDegreeOfParallelism = 1, CancellationToken = cancellation };
        try
        {
            await Parallel.ForEachAsync(trials.Where(t => !t.IsTimed), width, (t, token) => TryAsync(t, tell, token));
            await Parallel.ForEachAsync(trials.Where(t => t.IsTimed), alone, (t, token) => TryAsync(t, tell, token));
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            // What was tried is reported.
        }
    }

    private async ValueTask TryAsync(Trial trial, Action<TrialResult> tell, CancellationToken cancellation)
    {
        var result = await _runner.RunAsync(trial, cancellation);
        lock (_telling)
        {
            _results[trial] = result;
            tell(result);
        }
    }
}
