using System.Text.Json.Nodes;

namespace Thymia.Provider.Defects.Errors;

/// <summary>What is wrong with the words of a 422.</summary>
internal sealed class MsgAndTypeTable : IDefectTable
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

    public IReadOnlyList<Defect> Rows { get; } =
    [
        new SpoiledError("msg-is-empty", "error-structure", "The message of an error is empty.")
        {
            SpoilsItem = item => item["msg"] = "",
        },
        new SpoiledError("msg-is-list", "error-structure", "The message of an error is a list.")
        {
            SpoilsItem = item => item["msg"] = new JsonArray("invalid"),
        },
        new SpoiledError("msg-missing", "error-structure", "An error has no message.")
        {
            SpoilsItem = item => item.Remove("msg"),
        },
        new SpoiledError("type-is-empty", "error-structure", "The type of an error is empty.")
        {
            SpoilsItem = item => item["type"] = "",
        },
        new SpoiledError("type-is-number", "error-structure", "The type of an error is a number.")
        {
            SpoilsItem = item => item["type"] = 22,
        },
        new SpoiledError("type-missing", "error-structure", "An error has no type.")
        {
            SpoilsItem = item => item.Remove("type"),
        },
        new SpoiledError(
            "types-of-pydantic-v2",
            "error-vocabulary",
            "Errors use the words of pydantic v2, as after an upgrade."
        )
        {
            SpoilsItem = item =>
            {
                var word = item["type"]!.GetValue<string>();
                item["type"] = Words.GetValueOrDefault(word, word);
            },
        },
    ];
}
