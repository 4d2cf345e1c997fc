using Thymia.Conformance.Generation;
using Thymia.Conformance.Judging;
using Thymia.Conformance.Replay;
using Thymia.Conformance.Sequences.Sending;

namespace Thymia.Conformance.Running.Pipeline;

/// <summary>Sends a case to what exists, and then what shows more of it.</summary>
internal sealed class BoundSending(CaseRules rules, CaseSending sending, SequenceSession sequences)
{
    private readonly Confirmation _confirmation = new(sending.AskAsync);

    /// <summary>Sends the case, and again or in company where the run does so.</summary>
    /// <exception cref="OperationCanceledException"><paramref name="cancellation"/> asked for it.</exception>
    public async Task<CaseAttempt> SendAllAsync(CaseAttempt prepared, CancellationToken cancellation)
    {
        var bound = await sequences.BindAsync(prepared.Case, cancellation);
        try
        {
            var sent = await SendAsync(prepared, bound, cancellation);
            return sent.Exchange is { } exchange && rules.CanShowMore(sent.Case, exchange)
                ? await SendMoreAsync(sent, exchange, cancellation)
                : sent;
        }
        finally
        {
            bound.Release();
        }
    }

    /// <summary>Sends the case, and what shows whether it did what it says; nothing twice.</summary>
    /// <exception cref="OperationCanceledException"><paramref name="cancellation"/> asked for it.</exception>
    public async Task<CaseAttempt> SendWithSequelAsync(CaseAttempt prepared, CancellationToken cancellation)
    {
        var bound = await sequences.BindAsync(prepared.Case, cancellation);
        try
        {
            return await SendAsync(prepared, bound, cancellation);
        }
        finally
        {
            bound.Release();
        }
    }

    private async Task<CaseAttempt> SendMoreAsync(CaseAttempt sent, Exchange exchange, CancellationToken cancellation)
    {
        var testCase = sent.Case;
        if (exchange.Answer is null)
        {
            return sent with { Exchange = await _confirmation.OfAsync(testCase, exchange, cancellation) };
        }

        var repeat = rules.IsSentTwice(testCase) ? await SendAsync(testCase, cancellation) : null;
        var throttled = repeat?.Throttled ?? 0;
        var send = sending.Beside(testCase);
        var neighbour = rules.IsCrowded(testCase)
            ? await new HugeNeighbour(SendBesideAsync).TryAsync(testCase.Request, cancellation)
            : null;
        return sent with
        {
            Exchange = throttled == 0 ? exchange : exchange with { Throttled = exchange.Throttled + throttled },
            Repeat = repeat is { Withheld: null } ? repeat : null,
            Neighbour = neighbour,
        };

        async Task<Exchange> SendBesideAsync(CaseRequest request, CancellationToken stop)
        {
            var beside = await send(request, stop);
            Interlocked.Add(ref throttled, beside.Throttled);
            return beside;
        }
    }

    private async Task<CaseAttempt> SendAsync(CaseAttempt prepared, BoundCase first, CancellationToken cancellation)
    {
        var attempt = await SendToAsync(prepared, first, cancellation);
        if (attempt.Exchange is not { } exchange || !sequences.IsMisplaced(first, exchange))
        {
            return attempt;
        }

        // What was to be there is not, through no fault of this case: another thing shows what the case itself does.
        first.Release();
        var second = await sequences.BindAsync(prepared.Case, cancellation);
        try
        {
            var again = second.Problem is null ? await SendToAsync(prepared, second, cancellation) : attempt;
            return again.Exchange is null ? attempt : again;
        }
        finally
        {
            second.Release();
        }
    }

    private async Task<CaseAttempt> SendToAsync(CaseAttempt prepared, BoundCase bound, CancellationToken cancellation)
    {
        if (bound.Problem is { } problem)
        {
            return prepared with { Unsent = Unsent(bound, problem) };
        }

        var exchange = await SendAsync(bound.Case, cancellation);
        if (exchange.Withheld is { } reason)
        {
            return prepared with { Unsent = CaseStages.Withheld(bound.Case, reason) };
        }

        var sequel = await sequences.FollowAsync(bound, exchange, cancellation);
        return prepared with { Case = bound.Case, Exchange = exchange, Sequel = sequel };
    }

    // The exchange says where the case was withheld, and why.
    private async Task<Exchange> SendAsync(TestCase testCase, CancellationToken cancellation)
    {
        var exchange = await sending.SendAsync(testCase, cancellation);
        _confirmation.Observe(testCase, exchange);
        return exchange;
    }

    private static RunEvent.CaseJudged Unsent(BoundCase bound, string problem) =>
        bound.IsWithheld
            ? CaseStages.Withheld(bound.Case, problem)
            : new RunEvent.CaseJudged(bound.Case, null, new Verdict.Inconclusive(problem) { IsMissingState = true });
}
