using Thymia.Conformance.Generation;
using Thymia.Conformance.OpenApi;
using Thymia.Conformance.Replay;

namespace Thymia.Conformance.Sequences.Sending;

/// <summary>Sends requests that are no cases, through the one sender and its gate, budget and pace.</summary>
internal sealed class SequenceSender(SequencePlan plan, Replayer replayer, CreatedThings things)
{
    /// <summary>Sends a request that is to create something.</summary>
    public async Task<(Exchange Exchange, CreatedThing? Thing)> CreateAsync(
        CaseRequest request,
        CancellationToken cancellation
    )
    {
        try
        {
            var exchange = await replayer.SendAsync(request, Stake.Valid, cancellation);
            return (exchange, things.Observe(exchange, Stake.Valid, isForSequence: true));
        }
        catch (InterruptedSendingException e)
        {
            things.Observe(e.Exchange, Stake.Valid, isForSequence: true);
            throw;
        }
    }

    /// <summary>Sends a request of an operation to a thing; null where none can be made.</summary>
    public async Task<Exchange?> SendAsync(
        Operation? operation,
        CreatedThing thing,
        CancellationToken cancellation,
        KeyUse key = KeyUse.Configured
    )
    {
        if (
            operation is null
            || plan.Requests.Make(operation, 0, isWhole: false) is not { } request
            || PathBinding.To(thing, request, operation) is not { } bound
        )
        {
            return null;
        }

        return await SendAsync(bound with { Key = key }, cancellation);
    }

    /// <summary>Sends a request as it is; null where it must not go.</summary>
    public async Task<Exchange?> SendAsync(CaseRequest request, CancellationToken cancellation) =>
        await replayer.SendAsync(request, Stake.Unknown, cancellation) is { Withheld: null } exchange ? exchange : null;
}
