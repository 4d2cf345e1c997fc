using Thymia.Conformance.Generation;
using Thymia.Conformance.OpenApi;
using Thymia.Conformance.Replay;

namespace Thymia.Conformance.Running.Pipeline;

/// <summary>
/// Tries again what got no whole answer, where nothing can come of it, and then a request that was answered before: so
/// one case shows whether the provider fails for it.
/// </summary>
/// <param name="send">Sends a request once more.</param>
internal sealed class Confirmation(Func<CaseRequest, CancellationToken, Task<Exchange>> send)
{
    private const int MaxTrials = 40;

    private CaseRequest? _answered;
    private int _trials;

    /// <summary>Takes note of a request that may be sent again and was answered.</summary>
    public void Observe(TestCase testCase, Exchange exchange)
    {
        if (_answered is null && exchange.Answer is not null && IsHarmless(testCase))
        {
            _answered = testCase.Request;
        }
    }

    /// <summary>The exchange, confirmed where the same request got no answer again and the other one did.</summary>
    /// <exception cref="OperationCanceledException"><paramref name="cancellation"/> asked for it.</exception>
    public async Task<Exchange> OfAsync(TestCase testCase, Exchange exchange, CancellationToken cancellation)
    {
        if (
            _answered is not { } other
            || !IsHarmless(testCase)
            || !IsLost(exchange)
            || Interlocked.Increment(ref _trials) > MaxTrials
        )
        {
            return exchange;
        }

        var again = await send(testCase.Request, cancellation);
        return again.Answer is not null ? exchange with { IsRecovered = true }
            : IsLost(again) && (await send(other, cancellation)).Answer is not null
                ? exchange with
                {
                    IsConfirmed = true,
                }
            : exchange;
    }

    private static bool IsHarmless(TestCase testCase) =>
        testCase.Expectation is not Expectation.Accepted || Methods.IsSafe(testCase.Request.Method);

    private static bool IsLost(Exchange exchange) =>
        exchange is { Answer: null, Withheld: null, Unreachable: false, TimedOut: false };
}
