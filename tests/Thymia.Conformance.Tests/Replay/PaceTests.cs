using Thymia.Conformance.Replay;

namespace Thymia.Conformance.Tests.Replay;

public sealed class PaceTests
{
    private readonly JumpingTime _time = new(TimeSpan.FromHours(1));

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Spaces_turns_evenly()
    {
        var pace = new Pace(5, _time);

        await TakeAsync(pace, 11);

        Assert.All(_time.Waits, w => Assert.Equal(200, w.TotalMilliseconds));
        Assert.Equal(10, _time.Waits.Count);
    }

    [Fact]
    public async Task Makes_nobody_wait_without_a_limit()
    {
        var pace = new Pace(double.PositiveInfinity, _time);

        await TakeAsync(pace, 100);

        Assert.Empty(_time.Waits);
    }

    [Fact]
    public async Task Lets_nobody_go_while_it_pauses()
    {
        var pace = new Pace(double.PositiveInfinity, _time);

        pace.Pause(TimeSpan.FromSeconds(3));
        await pace.TurnAsync(Token);
        await pace.TurnAsync(Token);

        Assert.Equal([TimeSpan.FromSeconds(3)], _time.Waits);
    }

    private static async Task TakeAsync(Pace pace, int turns)
    {
        for (var i = 0; i < turns; i++)
        {
            await pace.TurnAsync(Token);
        }
    }
}
