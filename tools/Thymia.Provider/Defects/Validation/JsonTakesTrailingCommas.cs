using System.Text.Json;

namespace Thymia.Provider.Defects.Validation;

internal sealed class JsonTakesTrailingCommas()
    : Defect("json-takes-trailing-commas", "invalid-rejected", "Trailing commas are taken in JSON.")
{
    public override JsonReaderOptions Read(JsonReaderOptions options) => options with { AllowTrailingCommas = true };
}
