using Thymia.Conformance.Replay;

namespace Thymia.Conformance.Tests.Replay;

public sealed class CallBudgetTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Gives_no_place_once_the_limit_is_reached()
    {
        var budget = new CallBudget(1);

        Assert.True(await budget.TakeAsync(Token));
        budget.Return(created: true);

        Assert.False(await budget.TakeAsync(Token));
    }

    [Fact]
    public async Task Gives_a_place_again_that_no_call_came_of()
    {
        var budget = new CallBudget(1);
        await budget.TakeAsync(Token);
        var waiting = budget.TakeAsync(Token);

        Assert.False(waiting.IsCompleted);
        budget.Return(created: false);

        Assert.True(await waiting);
    }

    [Fact]
    public async Task Turns_those_away_that_wait_when_the_last_place_is_gone_for_good()
    {
        var budget = new CallBudget(1);
        await budget.TakeAsync(Token);
        Task<bool>[] waiting = [budget.TakeAsync(Token), budget.TakeAsync(Token)];

        budget.Return(created: true);

        Assert.All(await Task.WhenAll(waiting), Assert.False);
    }

    [Fact]
    public async Task Counts_calls_that_nobody_took_a_place_for()
    {
        var budget = new CallBudget(2);

        budget.Add(2);

        Assert.False(await budget.TakeAsync(Token));
    }

    [Fact]
    public async Task Never_lets_more_through_than_the_limit_however_many_come_at_once()
    {
        var budget = new CallBudget(25);
        var created = 0;

        await Parallel.ForEachAsync(Enumerable.Range(0, 2_000), Token, async (i, token) =>
        {
            if (await budget.TakeAsync(token))
            {
                await Task.Yield();
                var isCall = i % 3 != 0;
                _ = isCall ? Interlocked.Increment(ref created) : 0;
                budget.Return(isCall);
            }
        });

        Assert.Equal(25, created);
    }
}
