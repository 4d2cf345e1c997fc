using Thymia.Provider.Calls;

namespace Thymia.Provider.Defects.Transport;

internal sealed class Slow() : Slowness("slow", "Everything is answered late.")
{
    protected override bool IsSlow(CallRequest request) => true;
}
