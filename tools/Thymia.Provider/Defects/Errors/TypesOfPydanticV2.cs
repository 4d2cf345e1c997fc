using System.Text.Json.Nodes;

namespace Thymia.Provider.Defects.Errors;

internal sealed class TypesOfPydanticV2()
    : SpoiledError("types-of-pydantic-v2", "error-vocabulary", "Errors use the words of pydantic v2, as after an upgrade.")
{
    private static readonly Dictionary<string, string> Words = new(StringComparer.Ordinal)
    {
        ["value_error.missing"] = "missing",
        ["value_error.jsondecode"] = "json_invalid",
        ["value_error.date"] = "date_from_datetime_parsing",
        ["value_error.url.scheme"] = "url_scheme",
        ["type_error.none.not_allowed"] = "string_type",
        ["type_error.str"] = "string_type",
        ["type_error.bool"] = "bool_parsing",
        ["type_error.dict"] = "dict_type",
        ["type_error.enum"] = "enum",
    };

    protected override void SpoilItem(JsonObject item)
    {
        var word = item["type"]!.GetValue<string>();
        item["type"] = Words.GetValueOrDefault(word, word);
    }
}
