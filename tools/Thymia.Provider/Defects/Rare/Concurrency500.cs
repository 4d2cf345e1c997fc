using Thymia.Provider.Calls;

namespace Thymia.Provider.Defects.Rare;

internal sealed class Concurrency500()
    : Defect("concurrency-500", "no-server-error", "More than two requests at once end in a 500.")
{
    private static readonly TimeSpan Handling = TimeSpan.FromMilliseconds(5);

    private int _present;

    public override async ValueTask<Answer> HoldAsync(
        CallRequest request,
        Answer answer,
        TimeProvider clock,
        CancellationToken cancellation
    )
    {
        var present = Interlocked.Increment(ref _present);
        try
        {
            await Task.Delay(Handling, clock, cancellation).ConfigureAwait(false);
            return present > 2 ? Answer.ServerError() : answer;
        }
        finally
        {
            Interlocked.Decrement(ref _present);
        }
    }
}
