namespace Thymia.Conformance.Replay;

/// <summary>The run was stopped after a request was sent, and before its answer came.</summary>
/// <param name="exchange">The request, and why it has no answer.</param>
internal sealed class InterruptedSendingException(Exchange exchange, CancellationToken cancellation)
    : OperationCanceledException(exchange.Failure, cancellation)
{
    /// <summary>What nobody knows the outcome of.</summary>
    public Exchange Exchange { get; } = exchange;
}
