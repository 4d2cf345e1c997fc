using Thymia.Conformance.Reports.Model.Answers;

namespace Thymia.Conformance.Tests.Reports.Answers;

public sealed class LatencyTallyTests
{
    [Fact]
    public void Gives_quantiles_right_to_a_twentieth()
    {
        var tally = new LatencyTally();
        foreach (var i in Enumerable.Range(1, 1000))
        {
            tally.Add(TimeSpan.FromMilliseconds(i));
        }

        Assert.InRange(tally.Quantile(0.5).TotalMilliseconds, 500, 526);
        Assert.InRange(tally.Quantile(0.9).TotalMilliseconds, 900, 946);
        Assert.Equal(1000, tally.Quantile(1).TotalMilliseconds);
        Assert.Equal(1000, tally.Longest.TotalMilliseconds);
        Assert.Equal(1000, tally.Buckets.Sum(b => b.Count));
    }

    [Fact]
    public void Has_no_quantile_of_nothing() => Assert.Equal(TimeSpan.Zero, new LatencyTally().Quantile(0.9));

    [Fact]
    public void Takes_times_too_short_to_measure()
    {
        var tally = new LatencyTally();
        tally.Add(TimeSpan.Zero);

        Assert.Equal(1, tally.Count);
        Assert.Equal(TimeSpan.Zero, tally.Quantile(0.5));
    }
}
