using System.Text.Json.Nodes;

namespace Thymia.Provider.Defects.Errors;

internal sealed class LocIsText()
    : SpoiledError("loc-is-text", "error-structure", "The place of an error is one text.")
{
    protected override void SpoilItem(JsonObject item) => item["loc"] = string.Join('.', item["loc"]!.AsArray());
}
