using Thymia.Conformance.Cli.Running;
using Thymia.Conformance.Reports.Model;
using Thymia.Conformance.Tests.Reports;

namespace Thymia.Conformance.Tests.Cli;

public sealed class ProgressTests
{
    [Fact]
    public void Says_how_far_a_run_is_how_fast_and_how_long_it_will_take()
    {
        var run = new RunRecord();
        var events = Runs.EventsOfEveryKind;
        foreach (var happened in events.Take(5))
        {
            run.OnEvent(happened);
        }

        var after = new Clock(run.Started!.At + TimeSpan.FromSeconds(2));

        Assert.Equal("4 of 8 · 4 sent · 3 findings · 2/s · 2.0 s left", ProgressDisplay.Line(run, after));
    }

    [Fact]
    public async Task Is_a_line_for_each_case_where_that_is_asked_for()
    {
        using var line = new CommandLine();

        await line.RunAsync(
            "run",
            "--no-pacts",
            "--verbose",
            "--defect",
            "birth-sex-any-case",
            "--reports",
            "none",
            "--out",
            line.Path("r")
        );

        Assert.Matches(@"(?m)^failed +200 .* post-v1-calls:user\.birthSex:enum:lower-case$", line.Out);
        Assert.Matches(@"(?m)^passed +422 .* post-v1-calls:language:enum:extended$", line.Out);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Leaves_colours_out_where_NO_COLOR_says_so(bool plain)
    {
        using var line = new CommandLine { IsInteractive = true, Width = 100 };
        if (plain)
        {
            line.Environment["NO_COLOR"] = "1";
        }

        await line.RunAsync(
            "run",
            "--no-pacts",
            "--random",
            "0",
            "--filter",
            "keyword=enum",
            "--reports",
            "none",
            "--out",
            line.Path("r")
        );

        Assert.Equal(
            !plain,
            line.Out.Contains("\u001b[32m", StringComparison.Ordinal)
                || line.Out.Contains("\u001b[1;32m", StringComparison.Ordinal)
                || line.Out.Contains(";32m", StringComparison.Ordinal)
        );
    }

    private sealed class Clock(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }
}
