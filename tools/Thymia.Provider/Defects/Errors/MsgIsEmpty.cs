using System.Text.Json.Nodes;

namespace Thymia.Provider.Defects.Errors;

internal sealed class MsgIsEmpty()
    : SpoiledError("msg-is-empty", "error-structure", "The message of an error is empty.")
{
    protected override void SpoilItem(JsonObject item) => item["msg"] = "";
}
