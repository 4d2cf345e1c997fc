using System.Text.Json.Nodes;

namespace Thymia.Provider.Defects.Errors;

internal sealed class LocIsEmpty()
    : SpoiledError("loc-is-empty", "error-structure", "The place of an error is an empty list.")
{
    protected override void SpoilItem(JsonObject item) => item["loc"] = new JsonArray();
}
