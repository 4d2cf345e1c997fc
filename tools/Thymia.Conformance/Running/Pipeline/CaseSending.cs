using Thymia.Conformance.Generation;
using Thymia.Conformance.Replay;

namespace Thymia.Conformance.Running.Pipeline;

/// <summary>Sends the requests of cases, and sees to it that no more calls come of them than the run may create.</summary>
internal sealed class CaseSending(RunOptions options, Replayer replayer)
{
    private readonly CallBudget _budget = new(options.MaxAcceptedCalls - options.Past.Calls);

    /// <summary>The exchange to judge; null where the request was not sent, since it might create a call too many.</summary>
    public Task<Exchange?> SendAsync(TestCase testCase, CancellationToken cancellation) => options.RetryTimeouts
        ? SendTwiceAsync(testCase, cancellation)
        : SendOnceAsync(testCase, cancellation);

    /// <summary>A request that should be refused, sent to see how it fares in company.</summary>
    public async Task<Exchange> BesideAsync(CaseRequest request, CancellationToken cancellation)
    {
        var exchange = await replayer.SendAsync(request, cancellation);
        _budget.Add(IsAccepted(exchange) ? 1 : 0);
        return exchange;
    }

    private async Task<Exchange?> SendTwiceAsync(TestCase testCase, CancellationToken cancellation)
    {
        var exchange = await SendOnceAsync(testCase, cancellation);
        return exchange is { TimedOut: true }
            ? await SendOnceAsync(testCase, cancellation) ?? exchange
            : exchange;
    }

    private Task<Exchange?> SendOnceAsync(TestCase testCase, CancellationToken cancellation)
    {
        if (testCase.Expectation is Expectation.Accepted)
        {
            return SendValidAsync(testCase, cancellation);
        }

        return BesideAsync(testCase.Request, cancellation)!;
    }

    private async Task<Exchange?> SendValidAsync(TestCase testCase, CancellationToken cancellation)
    {
        if (!await _budget.TakeAsync(cancellation))
        {
            return null;
        }

        if (!options.Replay.BaseUrl.IsLoopback)
        {
            options.Journal?.Sending(testCase);
        }

        var created = true;
        try
        {
            var exchange = await replayer.SendAsync(testCase.Request, cancellation);
            created = MayHaveCreated(exchange);
            return exchange;
        }
        finally
        {
            _budget.Return(created);
        }
    }

    // Only a refusal, and a request that nobody can have read, leave no call behind for sure.
    private static bool MayHaveCreated(Exchange exchange) =>
        !exchange.Unreachable && exchange.Answer is not { Status: >= 400 and < 500 };

    private static bool IsAccepted(Exchange exchange) => exchange.Answer is { Status: >= 200 and < 300 };
}
