using System.Text.Json.Nodes;

namespace Thymia.Provider.Defects.Errors;

internal sealed class LocOfBodyOnly()
    : SpoiledError("loc-of-body-only", "error-location", "Every error is said to be in the body as a whole.")
{
    protected override void SpoilItem(JsonObject item) => item["loc"] = new JsonArray("body");
}
