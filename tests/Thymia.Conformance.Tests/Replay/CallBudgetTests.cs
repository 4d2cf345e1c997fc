using Thymia.Conformance.Replay;

namespace Thymia.Conformance.Tests.Replay;

public sealed class CallBudgetTests
{
    private static readonly Stake Wrong = new(false, "POST body enum lower-case String");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Gives_no_place_once_the_limit_is_reached()
    {
        var budget = new CallBudget(1);

        Assert.Equal(Permit.Place, await budget.TakeAsync(Stake.Valid, Token));
        budget.Return(Permit.Place, Stake.Valid, created: true, refused: false);

        Assert.Equal(Permit.Denied, await budget.TakeAsync(Stake.Valid, Token));
        Assert.Equal(Permit.Denied, await budget.TakeAsync(Wrong, Token));
        Assert.Equal(1, budget.Created);
    }

    [Fact]
    public async Task Gives_a_place_again_that_no_call_came_of()
    {
        var budget = new CallBudget(1);
        await budget.TakeAsync(Stake.Valid, Token);
        var waiting = budget.TakeAsync(Stake.Valid, Token);

        Assert.False(waiting.IsCompleted);
        budget.Return(Permit.Place, Stake.Valid, created: false, refused: true);

        Assert.Equal(Permit.Place, await waiting);
    }

    [Fact]
    public async Task Turns_those_away_that_wait_when_the_last_place_is_gone_for_good()
    {
        var budget = new CallBudget(1);
        await budget.TakeAsync(Stake.Valid, Token);
        Task<Permit>[] waiting = [budget.TakeAsync(Stake.Valid, Token), budget.TakeAsync(Wrong, Token)];

        budget.Return(Permit.Place, Stake.Valid, created: true, refused: false);

        Assert.All(await Task.WhenAll(waiting), p => Assert.Equal(Permit.Denied, p));
    }

    [Fact]
    public async Task Lets_nothing_through_at_the_limit_but_what_was_refused_and_never_accepted()
    {
        var budget = new CallBudget(2);
        budget.Return(await budget.TakeAsync(Wrong, Token), Wrong, created: false, refused: true);
        var other = Wrong with { Kind = "another" };
        budget.Return(await budget.TakeAsync(other, Token), other, created: true, refused: false);
        budget.Return(await budget.TakeAsync(Stake.Valid, Token), Stake.Valid, created: true, refused: false);

        Assert.Equal(Permit.Free, await budget.TakeAsync(Wrong, Token));
        Assert.Equal(Permit.Denied, await budget.TakeAsync(other, Token));
        Assert.Equal(Permit.Denied, await budget.TakeAsync(Stake.Unknown, Token));

        budget.Return(Permit.Free, Wrong, created: true, refused: false);

        Assert.Equal(Permit.Denied, await budget.TakeAsync(Wrong, Token));
    }

    [Fact]
    public async Task Keeps_a_part_for_requests_that_should_be_refused()
    {
        var budget = new CallBudget(5);
        for (var i = 0; i < 4; i++)
        {
            budget.Return(await budget.TakeAsync(Stake.Valid, Token), Stake.Valid, created: true, refused: false);
        }

        Assert.Equal(Permit.Denied, await budget.TakeAsync(Stake.Valid, Token));
        Assert.Equal(Permit.Place, await budget.TakeAsync(Wrong, Token));
    }

    [Fact]
    public async Task Never_lets_more_through_than_the_limit_however_many_come_at_once()
    {
        var budget = new CallBudget(25);
        var created = 0;

        await Parallel.ForEachAsync(Enumerable.Range(0, 2_000), Token, async (i, token) =>
        {
            var stake = i % 2 == 0 ? Stake.Valid : Wrong with { Kind = $"{i % 50}" };
            if (await budget.TakeAsync(stake, token) is var permit and not Permit.Denied)
            {
                await Task.Yield();
                var isCall = i % 3 != 0;
                _ = isCall && permit == Permit.Place ? Interlocked.Increment(ref created) : 0;
                budget.Return(permit, stake, isCall && permit == Permit.Place, refused: false);
            }
        });

        Assert.Equal(25, created);
    }
}
