using Thymia.Provider.Calls;

namespace Thymia.Provider.Defects.Rare;

internal sealed class LabelOfAnotherCall()
    : Defect("label-of-another-call", "echo", "Every tenth call is answered with the user of the call before.")
{
    private readonly Lock _gate = new();

    private ReadOnlyMemory<byte> _last;

    private int _calls;

    public override void Accept(CallRequest request, CallAnswer answer)
    {
        lock (_gate)
        {
            var own = answer["user"];
            if (++_calls % 10 == 0)
            {
                answer.Set("user", _last);
            }

            _last = own;
        }
    }
}
