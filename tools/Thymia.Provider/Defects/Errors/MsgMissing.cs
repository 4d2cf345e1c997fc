using System.Text.Json.Nodes;

namespace Thymia.Provider.Defects.Errors;

internal sealed class MsgMissing() : SpoiledError("msg-missing", "error-structure", "An error has no message.")
{
    protected override void SpoilItem(JsonObject item) => item.Remove("msg");
}
