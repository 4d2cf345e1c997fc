using Spectre.Console;
using Thymia.Conformance.Cli.Terminals;
using Thymia.Conformance.Reports.Model;
using Thymia.Conformance.Running;
using Thymia.Conformance.Text;

namespace Thymia.Conformance.Cli.Running;

/// <summary>Shows how far a run has come: live to a person, as a line now and then in a log.</summary>
internal static class ProgressDisplay
{
    private static readonly TimeSpan LiveEvery = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan LineEvery = TimeSpan.FromSeconds(5);

    /// <param name="run">What has happened so far.</param>
    /// <param name="work">The run; its argument listens last.</param>
    public static Task ShowAsync(
        Terminal terminal,
        IAnsiConsole console,
        bool quiet,
        RunRecord run,
        Func<IRunListener, Task> work
    ) =>
        quiet ? work(new RunListeners())
        : console.Profile.Capabilities.Interactive ? ShowLiveAsync(terminal, console, run, work)
        : work(new Repeated(LineEvery, terminal.Time, run, () => console.WriteLine(Line(run, terminal.Time))));

    // A few cases at the start say nothing of the pace.
    private const int MinCases = 10;
    private static readonly TimeSpan MinElapsed = TimeSpan.FromSeconds(2);

    /// <summary><c>120 of 412 · 118 sent · 3 findings · 40/s · 7.3 s left</c>.</summary>
    internal static string Line(RunRecord run, TimeProvider time)
    {
        var elapsed = time.GetUtcNow() - run.Started!.At;
        var done = run.Totals.Cases;
        var rate = done / Math.Max(elapsed.TotalSeconds, 0.001);
        var total = run.Started.Total;
        var isKnown = elapsed >= MinElapsed && (done >= MinCases || done * 2 >= total);
        var left = isKnown ? $" · {Amounts.Time(TimeSpan.FromSeconds((total - done) / rate))} left" : "";
        return $"{Amounts.Whole(done)} of {Amounts.Whole(total)}"
            + $" · {Amounts.Whole(run.Sent)} sent · {Amounts.Of(run.Totals.Findings, "finding")} · "
            + $"{Amounts.Whole((long)rate)}/s{left}";
    }

    private static Task ShowLiveAsync(
        Terminal terminal,
        IAnsiConsole console,
        RunRecord run,
        Func<IRunListener, Task> work
    ) =>
        console
            .Progress()
            .AutoClear(true)
            .Columns(new ProgressBarColumn { Width = 20 }, new TaskDescriptionColumn { Alignment = Justify.Left })
            .StartAsync(context =>
            {
                var bar = context.AddTask("starting");
                return work(new Repeated(LiveEvery, terminal.Time, run, () =>
                    {
                        bar.MaxValue = Math.Max(run.Started!.Total, 1);
                        bar.Value = run.Totals.Cases;
                        bar.Description = Line(run, terminal.Time);
                    }));
            });

    private sealed class Repeated(TimeSpan interval, TimeProvider time, RunRecord run, Action show) : IRunListener
    {
        private long _last = time.GetTimestamp();

        public void OnEvent(RunEvent happened)
        {
            if (run.Finished is null && time.GetElapsedTime(_last) >= interval)
            {
                _last = time.GetTimestamp();
                show();
            }
        }
    }
}
