using Thymia.Provider.Calls;

namespace Thymia.Provider.Defects.Rare;

internal sealed class Japanese500() : ServerErrorWhen("japanese-500", "A call in Japanese ends in a 500.")
{
    protected override bool Fails(CallRequest request) => request.TextAt("language") == "ja-JP";
}
