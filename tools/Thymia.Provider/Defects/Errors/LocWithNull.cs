using System.Text.Json.Nodes;

namespace Thymia.Provider.Defects.Errors;

internal sealed class LocWithNull()
    : SpoiledError("loc-with-null", "error-structure", "The place of an error ends in null.")
{
    protected override void SpoilItem(JsonObject item) => item["loc"]!.AsArray().Add(null);
}
