using Thymia.Provider.Calls;

namespace Thymia.Provider.Defects;

/// <summary>An answer that is right but comes late, by three seconds.</summary>
internal sealed class Slowness(string name, string description) : Defect(name, "latency", description)
{
    private static readonly TimeSpan Delay = TimeSpan.FromSeconds(3);

    public override async ValueTask<Answer> HoldAsync(
        CallRequest request,
        Answer answer,
        TimeProvider clock,
        CancellationToken cancellation
    )
    {
        if (IsSlow(request))
        {
            await Task.Delay(Delay, clock, cancellation).ConfigureAwait(false);
        }

        return answer;
    }

    public required Func<CallRequest, bool> IsSlow { get; init; }
}
