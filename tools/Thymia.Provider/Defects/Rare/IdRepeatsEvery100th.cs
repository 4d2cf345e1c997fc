using Thymia.Provider.Calls;

namespace Thymia.Provider.Defects.Rare;

internal sealed class IdRepeatsEvery100th()
    : Defect("id-repeats-every-100th", "id-unique", "Every hundredth call has the id of the call before.")
{
    private readonly Lock _gate = new();

    private ReadOnlyMemory<byte> _last;

    private int _calls;

    public override void Accept(CallRequest request, CallAnswer answer)
    {
        lock (_gate)
        {
            if (++_calls % 100 == 0)
            {
                answer.Set("id", _last);
            }

            _last = answer["id"];
        }
    }
}
