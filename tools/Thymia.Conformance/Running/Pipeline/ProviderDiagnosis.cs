using Thymia.Conformance.Generation;
using Thymia.Conformance.Judging;
using Thymia.Conformance.Replay;

namespace Thymia.Conformance.Running.Pipeline;

/// <summary>
/// Finds out whether every operation is answered in one and the same way that says nothing of the contract: by a host
/// that does not know the path, or by a page before the API. It compares with the answer to a path that cannot exist.
/// </summary>
/// <param name="probes">A harmless request for each operation.</param>
/// <param name="send">Sends a request that is no case.</param>
internal sealed class ProviderDiagnosis(
    Func<IEnumerable<Probe>> probes,
    Func<CaseRequest, CancellationToken, Task<Exchange>> send,
    JudgeOptions judging
)
{
    private const int MaxOperations = 3;
    private const string NowhereTarget = "/thymia-conformance/no-such-path";

    private readonly Dictionary<string, Exchange> _nowhere = new(StringComparer.Ordinal);

    /// <summary>
    /// Why no case can be judged; null where one can, or where fewer than three operations, and not all, say the same.
    /// </summary>
    /// <param name="first">The answer that a first case got.</param>
    /// <exception cref="OperationCanceledException"><paramref name="cancellation"/> asked for it.</exception>
    public async Task<Impossibility?> OfAsync(Exchange first, CancellationToken cancellation) =>
        first.Answer switch
        {
            { Status: 404 } => await IsEverywhereAsync(IsNotFound, CountsForWrongBase, cancellation)
                ? new Impossibility(
                    "every request got status 404, as a path that cannot exist does",
                    "set --base-url to where the API begins: it may be below another path, such as /api or /v1"
                )
                : null,
            { } answer when IsPage(answer) => await IsEverywhereAsync(
                e => IsPage(e.Answer!),
                DocumentsNoPage,
                cancellation
            )
                ? new Impossibility(
                    "every request, even to a path that cannot exist, got a web page and no answer of an API",
                    "check that --base-url is the API itself and no page before it, such as a sign-in page or a proxy's"
                )
                : null,
            { Status: >= 300 and < 400 } => await IsEverywhereAsync(IsSentOn, DocumentsNoRedirect, cancellation)
                ? new Impossibility(
                    "every request, even to a path that cannot exist, was redirected",
                    "check the scheme and host of --base-url, and that no sign-in page stands before the API"
                )
                : null,
            _ => null,
        };

    /// <summary>Whether further operations that send the key refuse it as well; true where there are none.</summary>
    /// <exception cref="OperationCanceledException"><paramref name="cancellation"/> asked for it.</exception>
    public async Task<bool> IsKeyRefusedByOthersAsync(string operation, CancellationToken cancellation)
    {
        var others = probes()
            .Where(p => p.Operation.Name != operation && p.Request is { CarriesKey: true, Key: KeyUse.Configured })
            .Take(MaxOperations - 1);
        foreach (var other in others)
        {
            if (KeyRefusal.Of(await send(other.Request, cancellation), judging) is null)
            {
                return false;
            }
        }

        return true;
    }

    // Three operations that count, or all there are: where fewer count, the others must not contradict them.
    private async Task<bool> IsEverywhereAsync(
        Func<Exchange, bool> shows,
        Func<Probe, bool> counts,
        CancellationToken cancellation
    )
    {
        var all = probes().ToLookup(counts);
        foreach (var probe in all[true].Concat(all[false]).Take(MaxOperations))
        {
            var exchange = await send(probe.Request, cancellation);
            if (exchange.Withheld is not null)
            {
                continue;
            }

            if (
                exchange.Answer is null
                || !shows(exchange)
                || !IsAsNowhere(exchange, await NowhereAsync(probe, cancellation))
            )
            {
                return false;
            }
        }

        return all[true].Any();
    }

    private async Task<Exchange> NowhereAsync(Probe probe, CancellationToken cancellation)
    {
        if (!_nowhere.TryGetValue(probe.Request.Method, out var nowhere))
        {
            nowhere = await send(probe.Request with { Target = NowhereTarget }, cancellation);
            _nowhere[probe.Request.Method] = nowhere;
        }

        return nowhere;
    }

    // A page holds tokens of its own each time; of an error, all but the path must be the same.
    private static bool IsAsNowhere(Exchange exchange, Exchange nowhere) =>
        nowhere.Answer is { } other
        && exchange.Answer is { } answer
        && other.Status == answer.Status
        && (answer.Status != 404 || ComparableText.Of(exchange) == ComparableText.Of(nowhere));

    private static bool IsNotFound(Exchange exchange) => exchange.Answer is { Status: 404 };

    private static bool IsSentOn(Exchange exchange) => exchange.Answer is { Status: >= 300 and < 400 };

    private static bool IsPage(Answer answer) =>
        (answer.IsSuccess || answer.Status is 401 or 403) && ContentTypes.IsPage(answer.Header("content-type"));

    private static bool CountsForWrongBase(Probe probe) =>
        !probe.Operation.Path.Contains('{', StringComparison.Ordinal)
        && !probe.Operation.Responses.Any(r => r.IsFor(404) || r.IsForRangeOf(404));

    private static bool DocumentsNoPage(Probe probe) =>
        !probe.Operation.Responses.Any(r => r.Contents.Keys.Any(t => t == "*/*" || ContentTypes.IsPage(t)));

    private static bool DocumentsNoRedirect(Probe probe) =>
        !probe.Operation.Responses.Any(r => r.Status.StartsWith('3'));
}
