using Thymia.Conformance.Generation;
using Thymia.Conformance.Judging;
using Thymia.Conformance.Replay;

namespace Thymia.Conformance.Running.Pipeline;

/// <summary>Sends a request beside a huge one, to see whether that holds it up.</summary>
internal sealed class HugeNeighbour(Func<CaseRequest, CancellationToken, Task<Exchange>> send)
{
    private const int Blanks = 128 * 1024;
    private const int MostBeside = 5;
    private const int Trials = 2;

    /// <summary>The first trial that goes well, or the last.</summary>
    public async Task<NeighbourTrial> TryAsync(CaseRequest request, CancellationToken cancellation)
    {
        var trial = await TryOnceAsync(request, cancellation);
        for (var i = 1; i < Trials && trial.IsBad; i++)
        {
            trial = await TryOnceAsync(request, cancellation);
        }

        return trial;
    }

    private async Task<NeighbourTrial> TryOnceAsync(CaseRequest request, CancellationToken cancellation)
    {
        var huge = send(Huge(request), cancellation);
        var beside = await send(request, cancellation);
        for (var i = 1; i < MostBeside && !huge.IsCompleted; i++)
        {
            var next = await send(request, cancellation);
            beside = Worse(beside, next);
        }

        await huge;
        return new NeighbourTrial(beside, await send(request, cancellation));
    }

    private static Exchange Worse(Exchange one, Exchange other) =>
        one.Answer is null or { IsServerError: true } ? one
        : other.Answer is null or { IsServerError: true } || other.Duration > one.Duration ? other
        : one;

    // Blanks behind a JSON text change nothing of what it says.
    private static CaseRequest Huge(CaseRequest request)
    {
        var body = request.Body ?? default;
        var huge = new byte[body.Length + Blanks];
        body.CopyTo(huge);
        huge.AsSpan(body.Length).Fill((byte)' ');
        return request with { Body = huge };
    }
}
