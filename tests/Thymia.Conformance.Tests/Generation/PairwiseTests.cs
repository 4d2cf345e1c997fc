using Thymia.Conformance.Generation.Planning;

namespace Thymia.Conformance.Tests.Generation;

public sealed class PairwiseTests
{
    [Theory]
    [InlineData(2, 2)]
    [InlineData(2, 2, 2, 2, 4, 11)]
    [InlineData(3, 3, 3)]
    [InlineData(5, 1, 4)]
    public void Every_pair_of_choices_meets_in_some_row(params int[] levels)
    {
        var rows = Pairwise.Rows(levels);
        for (var f = 0; f < levels.Length; f++)
        {
            for (var g = f + 1; g < levels.Length; g++)
            {
                Assert.Equal(levels[f] * levels[g], rows.Select(r => (r[f], r[g])).Distinct().Count());
            }
        }
    }

    // Recorded runs name combinations by their number.
    [Fact]
    public void Rows_never_change() =>
        Assert.Equal(
            ["0000", "0111", "1010", "1101", "2001", "2110"],
            Pairwise.Rows([3, 2, 2, 2]).Select(row => string.Concat(row))
        );

    [Fact]
    public void Rows_stay_near_the_product_of_the_two_largest_factors() =>
        Assert.InRange(Pairwise.Rows([2, 2, 2, 2, 4, 11]).Count, 44, 50);
}
