using Thymia.Provider.Calls;

namespace Thymia.Provider.Defects.Rare;

internal sealed class SlowEvery20th() : Slowness("slow-every-20th", "Every 20th request is answered late.")
{
    protected override bool IsSlow(CallRequest request) => request.Number % 20 == 0;
}
