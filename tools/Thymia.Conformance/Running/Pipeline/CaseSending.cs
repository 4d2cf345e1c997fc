using Thymia.Conformance.Generation;
using Thymia.Conformance.Judging.Deciding;
using Thymia.Conformance.Replay;
using Thymia.Conformance.Sequences.Sending;

namespace Thymia.Conformance.Running.Pipeline;

/// <summary>Sends the requests of cases, and says what is at stake.</summary>
internal sealed class CaseSending(RunOptions options, Replayer replayer, Judge judge, SequenceSession sequences)
{
    private readonly bool _isLimited = options.MaxAcceptedCalls < int.MaxValue;

    /// <summary>The exchange to judge, unless it says that it was withheld.</summary>
    public async Task<Exchange> SendAsync(TestCase testCase, CancellationToken cancellation)
    {
        var exchange = await SendOnceAsync(testCase, cancellation);
        if (!options.RetryTimeouts || !exchange.TimedOut)
        {
            return exchange;
        }

        var again = await SendOnceAsync(testCase, cancellation);
        return again.Withheld is null ? again : exchange;
    }

    /// <summary>Sends a request that is no case; it counts where it creates a call all the same.</summary>
    public Task<Exchange> AskAsync(CaseRequest request, CancellationToken cancellation) =>
        SendAsync(request, Stake.Unknown, cancellation);

    /// <summary>Sends requests that are like a case, to see how it fares in company.</summary>
    public Func<CaseRequest, CancellationToken, Task<Exchange>> Beside(TestCase testCase)
    {
        var stake = StakeOf(testCase);
        return (request, cancellation) => SendAsync(request, stake, cancellation);
    }

    private Task<Exchange> SendOnceAsync(TestCase testCase, CancellationToken cancellation) =>
        SendAsync(testCase.Request, StakeOf(testCase), cancellation);

    // Whatever creates something is taken note of, so that it is deleted in the end.
    private async Task<Exchange> SendAsync(CaseRequest request, Stake stake, CancellationToken cancellation)
    {
        try
        {
            var exchange = await replayer.SendAsync(request, stake, cancellation);
            sequences.Observe(exchange, stake);
            return exchange;
        }
        catch (InterruptedSendingException e)
        {
            sequences.Observe(e.Exchange, stake);
            throw;
        }
    }

    private Stake StakeOf(TestCase testCase)
    {
        if (testCase.Mutation is not { } mutation)
        {
            return new Stake(testCase.Expectation is Expectation.Accepted, null)
            {
                OnPermitted =
                    testCase.Expectation is Expectation.Accepted && !options.Replay.BaseUrl.IsLoopback
                        ? () => options.Journal?.Sending(testCase)
                        : null,
            };
        }

        return !_isLimited
            ? Stake.Unknown
            : new Stake(false, KindOf(testCase, mutation))
            {
                IsSureToBeAccepted = judge.Tolerates(testCase),
                OnPermitted = options.Replay.BaseUrl.IsLoopback ? null : () => options.Journal?.Sending(testCase),
            };
    }

    // The same way of being wrong, at a place of the same type.
    private static string KindOf(TestCase testCase, Mutation? mutation)
    {
        var kind = testCase.Operation.Method;
        for (; mutation is not null; mutation = mutation.Further)
        {
            kind +=
                $" {mutation.Location.Part} {mutation.Constraint.Keyword} {mutation.Kind} "
                + $"{mutation.OldValue?.ValueKind}";
        }

        return kind;
    }
}
