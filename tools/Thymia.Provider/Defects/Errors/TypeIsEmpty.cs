using System.Text.Json.Nodes;

namespace Thymia.Provider.Defects.Errors;

internal sealed class TypeIsEmpty()
    : SpoiledError("type-is-empty", "error-structure", "The type of an error is empty.")
{
    protected override void SpoilItem(JsonObject item) => item["type"] = "";
}
