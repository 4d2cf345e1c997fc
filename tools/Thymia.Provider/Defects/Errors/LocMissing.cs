using System.Text.Json.Nodes;

namespace Thymia.Provider.Defects.Errors;

internal sealed class LocMissing() : SpoiledError("loc-missing", "error-structure", "An error does not say where.")
{
    protected override void SpoilItem(JsonObject item) => item.Remove("loc");
}
