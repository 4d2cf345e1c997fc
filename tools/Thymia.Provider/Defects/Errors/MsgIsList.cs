using System.Text.Json.Nodes;

namespace Thymia.Provider.Defects.Errors;

internal sealed class MsgIsList()
    : SpoiledError("msg-is-list", "error-structure", "The message of an error is a list.")
{
    protected override void SpoilItem(JsonObject item) => item["msg"] = new JsonArray("invalid");
}
