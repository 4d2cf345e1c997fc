using Thymia.Conformance.Generation;
using Thymia.Conformance.Judging;
using Thymia.Conformance.Replay;
using Thymia.Conformance.Running;

namespace Thymia.Conformance.Xunit.Session;

/// <summary>
/// Lets requests go one at a time until the first is answered, then as many at once as are allowed; and none any more
/// once nobody seems to be there, or to know the key. So a provider that is down costs seconds, not a time-out for
/// every test, and a wrong key breaks no contract.
/// </summary>
/// <param name="refusal">How an exchange shows that the key is refused, as a clause; null where it does not.</param>
internal sealed class ArrivalGate(int concurrency, Func<Exchange, string?> refusal) : IDisposable
{
    private const int Patience = 3;

    private readonly SemaphoreSlim _places = new(1);
    private volatile string? _givenUp;
    private bool _answered;
    private int _unanswered;

    /// <summary>Why nothing is sent any more, as a clause; null while something is.</summary>
    public string? GivenUp => _givenUp;

    /// <summary>Why the exchange says nothing of the contract, as a clause: no other got past the key yet.</summary>
    public string? Doubt(TestCase testCase, Exchange exchange) =>
        !_answered && KeyRefusal.IsCertain(testCase, exchange) ? refusal(exchange) : null;

    public Task EnterAsync(CancellationToken cancellation) => _places.WaitAsync(cancellation);

    /// <param name="judged">What became of the case; null where it was discarded.</param>
    public void Leave(RunEvent.CaseJudged? judged)
    {
        if (judged?.Exchange is { } exchange)
        {
            Learn(judged.Case, exchange);
        }

        _places.Release();
    }

    /// <summary>Takes note of what became of a request; nobody else may be sending before the first answer.</summary>
    public void Learn(TestCase testCase, Exchange exchange)
    {
        if (_answered)
        {
            return;
        }

        var refused = refusal(exchange);
        if (exchange.Answer is not null && refused is null)
        {
            _answered = true;
            _ = concurrency > 1 ? _places.Release(concurrency - 1) : 0;
        }
        else if (
            exchange.Unreachable
            || ((refused is null || KeyRefusal.IsCertain(testCase, exchange)) && ++_unanswered == Patience)
        )
        {
            _givenUp = exchange.Failure ?? $"{refused}; {KeyRefusal.Hint}";
        }
    }

    /// <summary>Nothing is sent any more, for that reason.</summary>
    public void GiveUp(string reason) => _givenUp = reason;

    public void Dispose() => _places.Dispose();
}
