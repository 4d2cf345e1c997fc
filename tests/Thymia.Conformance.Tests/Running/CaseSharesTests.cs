using Thymia.Conformance.Running;

namespace Thymia.Conformance.Tests.Running;

public sealed class CaseSharesTests
{
    [Fact]
    public void A_single_operation_has_all_that_one_may_have() =>
        Assert.Equal(CaseShares.MaxOfOne, new CaseShares(null, 1).Next(20));

    [Fact]
    public void What_small_operations_leave_goes_to_the_others()
    {
        var shares = new CaseShares(null, 10);
        Assert.Equal(CaseShares.MaxOfAll / 10, shares.Next(1));

        shares.Take(30);
        Assert.Equal((CaseShares.MaxOfAll - 30) / 9, shares.Next(1));
    }

    [Fact]
    public void A_body_of_a_thousand_places_has_fewer_cases() =>
        Assert.InRange(new CaseShares(null, 1).Next(1_000), 100, 300);

    [Fact]
    public void However_many_there_are_each_is_tested() => Assert.InRange(new CaseShares(null, 9_000).Next(1), 10, 100);

    [Fact]
    public void What_the_user_says_holds_for_each() => Assert.Equal(5_000, new CaseShares(5_000, 9_000).Next(9_000));
}
