using System.Text.Json.Nodes;

namespace Thymia.Provider.Defects.Errors;

internal sealed class TypeIsNumber()
    : SpoiledError("type-is-number", "error-structure", "The type of an error is a number.")
{
    protected override void SpoilItem(JsonObject item) => item["type"] = 22;
}
