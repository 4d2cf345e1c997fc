using Thymia.Conformance.Generation;
using Thymia.Conformance.Generation.Values;

namespace Thymia.Conformance.Tests.Generation;

public sealed class DiceTests
{
    private const int Many = 10_000;

    private readonly Dice _dice = new();

    [Fact]
    public void A_seed_gives_the_same_throws_whatever_was_thrown_before()
    {
        var first = Throws(new Seed(7));
        _ = Throws(new Seed(8));
        Assert.Equal(first, Throws(new Seed(7)));
        Assert.NotEqual(first, Throws(new Seed(8)));
    }

    [Fact]
    public void Every_number_of_a_range_comes_about_equally_often_and_none_outside()
    {
        _dice.From(new Seed(1));
        var counts = Enumerable.Range(0, Many).Select(_ => _dice.Next(-3, 7)).CountBy(n => n).ToDictionary();
        Assert.Equal(Enumerable.Range(-3, 10), counts.Keys.Order());
        Assert.All(counts.Values, count => Assert.InRange(count, Many / 10 * 0.85, Many / 10 * 1.15));
    }

    [Fact]
    public void A_range_may_be_as_wide_as_the_type_or_hold_one_number_only()
    {
        _dice.From(new Seed(1));
        Assert.Contains(Enumerable.Range(0, 100), _ => _dice.Next(int.MinValue, int.MaxValue) < 0);
        Assert.Contains(Enumerable.Range(0, 100), _ =>
            _dice.NextInt64(long.MinValue, long.MaxValue) > long.MaxValue / 2
        );
        Assert.Equal(5, _dice.Next(5, 6));
        Assert.Equal(5, _dice.Next(5, 5));
    }

    [Fact]
    public void Fractions_fill_the_unit_interval()
    {
        _dice.From(new Seed(1));
        var drawn = Enumerable.Range(0, Many).Select(_ => _dice.NextDouble()).ToList();
        Assert.All(drawn, d => Assert.True(d is >= 0 and < 1));
        Assert.InRange(drawn.Average(), 0.48, 0.52);
    }

    private List<int> Throws(Seed seed)
    {
        _dice.From(seed);
        return [.. Enumerable.Range(0, 20).Select(_ => _dice.Next())];
    }
}
