using System.Text.Json.Nodes;

namespace Thymia.Provider.Defects.Errors;

internal sealed class LocWithFraction()
    : SpoiledError("loc-with-fraction", "error-structure", "The place of an error ends in a fraction.")
{
    protected override void SpoilItem(JsonObject item) => item["loc"]!.AsArray().Add(0.5);
}
