using Spectre.Console;
using Thymia.Conformance.Cli.Terminals;
using Thymia.Conformance.Text;

namespace Thymia.Conformance.Cli.SelfTesting;

/// <summary>Shows how far a self-test has come: live to a person, in a log as a line now and then.</summary>
internal static class SelfTestProgress
{
    private static readonly TimeSpan LineEvery = TimeSpan.FromSeconds(15);

    /// <param name="work">The trials; it calls its argument with each result, never twice at once.</param>
    public static Task ShowAsync(
        Terminal terminal,
        IAnsiConsole console,
        int total,
        Func<Action<TrialResult>, Task> work
    )
    {
        var count = new Count(total);
        return console.Profile.Capabilities.Interactive
            ? console
                .Progress()
                .AutoClear(true)
                .Columns(new ProgressBarColumn { Width = 20 }, new TaskDescriptionColumn { Alignment = Justify.Left })
                .StartAsync(context =>
                {
                    var bar = context.AddTask("starting", maxValue: total);
                    return work(result =>
                    {
                        bar.Description = Markup.Escape(count.Plus(result));
                        bar.Increment(1);
                    });
                })
            : work(Lines(terminal, count));
    }

    // On standard error: the report alone goes where it may be read by a machine.
    private static Action<TrialResult> Lines(Terminal terminal, Count count)
    {
        var last = terminal.Time.GetTimestamp();
        return result =>
        {
            var line = count.Plus(result);
            if (terminal.Time.GetElapsedTime(last) >= LineEvery)
            {
                last = terminal.Time.GetTimestamp();
                terminal.Error.WriteLine(line);
            }
        };
    }

    private sealed class Count(int total)
    {
        private int _done;
        private int _missed;
        private int _alarms;

        /// <summary><c>120 of 264 · 1 missed · no false alarm</c>.</summary>
        public string Plus(TrialResult result)
        {
            _done++;
            _missed += result.Trial.Defect is not null && !result.IsFound ? 1 : 0;
            _alarms += result.Trial.Defect is null ? result.Totals.Failed : 0;
            return $"{Amounts.Whole(_done)} of {Amounts.Whole(total)} · {(_missed == 0 ? "none" : _missed)} missed · "
                + $"{(_alarms == 0 ? "no" : _alarms)} false alarm{(_alarms > 1 ? "s" : "")}";
        }
    }
}
