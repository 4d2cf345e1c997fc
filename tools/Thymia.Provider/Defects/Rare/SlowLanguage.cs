using Thymia.Provider.Calls;

namespace Thymia.Provider.Defects.Rare;

internal sealed class SlowLanguage() : Slowness("slow-language", "A call in Indonesian is answered late.")
{
    protected override bool IsSlow(CallRequest request) => request.TextAt("language") == "id-ID";
}
