using Thymia.Provider.Calls;
using Thymia.Provider.Json;

namespace Thymia.Provider.Defects.Rare;

internal sealed class SlowRefusal() : Slowness("slow-refusal", "A body that is no JSON is answered late.")
{
    protected override bool IsSlow(CallRequest request) => request.Parsed is ParsedBody.Malformed;
}
