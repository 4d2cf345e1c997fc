using Thymia.Provider.Calls;

namespace Thymia.Provider.Defects.Transport;

internal sealed class HeadOfLine()
    : Defect("head-of-line", "head-of-line", "A body of more than 64 KiB keeps every other request waiting for 1.5 s.")
{
    private static readonly TimeSpan Handling = TimeSpan.FromSeconds(1.5);

    private volatile Task _busy = Task.CompletedTask;

    public override async ValueTask<Answer> HoldAsync(
        CallRequest request,
        Answer answer,
        TimeProvider clock,
        CancellationToken cancellation
    )
    {
        if (request.Body.Length > 65536)
        {
            _busy = Task.Delay(Handling, clock, CancellationToken.None);
        }

        await _busy.WaitAsync(cancellation).ConfigureAwait(false);
        return answer;
    }
}
