using System.Text.Json.Nodes;

namespace Thymia.Provider.Defects.Errors;

internal sealed class TypeMissing() : SpoiledError("type-missing", "error-structure", "An error has no type.")
{
    protected override void SpoilItem(JsonObject item) => item.Remove("type");
}
