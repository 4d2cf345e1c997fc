using Thymia.Conformance.Judging.Rules;
using Thymia.Conformance.Replay;

namespace Thymia.Conformance.Tests.Judging.Rules;

public sealed class FrozenTimesTests
{
    [Theory]
    [InlineData("2026-01-01T10:00:00.123Z", 4, true)]
    [InlineData("2026-01-01T10:00:00Z", 4, true)]
    [InlineData("2026-01-01T10:00:00+05:30", 4, true)]
    [InlineData("2026-01-01T10:00:00.123Z", 2.9, false)]
    [InlineData("2026-01-01T10:00+05:30", 90, false)]
    [InlineData("2026-01-01T10:00Z", 130, true)]
    public void Finds_one_time_in_answers_that_lie_further_apart_than_it_resolves(
        string time,
        double apart,
        bool isFrozen
    )
    {
        var times = new FrozenTimes();

        Assert.Null(times.Of(time, At(0)));
        Assert.Equal(isFrozen, times.Of(time, At(apart)) is not null);
    }

    [Fact]
    public void Counts_from_the_answer_to_the_next_request()
    {
        var times = new FrozenTimes();
        times.Of("2026-01-01T10:00:00Z", At(0) with { Duration = TimeSpan.FromSeconds(10) });

        Assert.Null(times.Of("2026-01-01T10:00:00Z", At(9)));
        Assert.Equal(TimeSpan.FromSeconds(5), times.Of("2026-01-01T10:00:00Z", At(15)));
    }

    [Fact]
    public void Takes_answers_in_any_order()
    {
        var times = new FrozenTimes();
        times.Of("2026-01-01T10:00:00Z", At(20));

        Assert.NotNull(times.Of("2026-01-01T10:00:00Z", At(1)));
        Assert.Null(times.Of("2026-01-01T10:00:01Z", At(1)));
    }

    private static Exchange At(double seconds) =>
        Sample.Answered(Sample.Valid, 200, "{}") with
        {
            SentAt = Sample.SentAt.AddSeconds(seconds),
            Duration = TimeSpan.Zero,
        };
}
