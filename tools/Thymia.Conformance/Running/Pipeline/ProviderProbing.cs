using Thymia.Conformance.Generation;
using Thymia.Conformance.Judging.Tolerances;
using Thymia.Conformance.Replay;

namespace Thymia.Conformance.Running.Pipeline;

/// <summary>
/// Lets a few requests that no provider should accept show which framework answers, and so by which policy to judge.
/// </summary>
/// <param name="probes">None where the policy needs no probe.</param>
/// <param name="earlier">What an earlier part of the run got for its probes, which are not sent again.</param>
internal sealed class ProviderProbing(
    PolicyChoice policy,
    Func<IReadOnlyList<Probe>> probes,
    IReadOnlyList<int> earlier
)
{
    /// <summary>The probes that were sent, in order.</summary>
    public List<Exchange> Sent { get; } = [];

    /// <summary>The policy as chosen so far.</summary>
    public RunEvent.PolicyChosen Chosen =>
        new(policy.Name, policy.Reason)
        {
            ProbeStatuses = [.. earlier, .. Sent.Select(s => s.Answer?.Status ?? 0)],
            Throttled = Sent.Sum(s => s.Throttled),
        };

    /// <summary>
    /// Settles the policy where it is open. Ends with the first probe that reaches nobody: whether anybody is there is
    /// for the first case to show. A probe that is lost, or not answered in time, says nothing of the next one.
    /// </summary>
    /// <exception cref="OperationCanceledException"><paramref name="cancellation"/> asked for it.</exception>
    public async Task ChooseAsync(
        Func<CaseRequest, CancellationToken, Task<Exchange>> send,
        CancellationToken cancellation
    )
    {
        foreach (var probe in policy.IsOpen ? probes() : [])
        {
            var exchange = await send(probe.Request, cancellation);
            if (exchange.Withheld is not null)
            {
                continue;
            }

            Sent.Add(exchange);
            policy.Observe(exchange);
            if (exchange.Unreachable)
            {
                break;
            }
        }

        policy.Settle();
    }
}
