using System.Text.Json.Nodes;

namespace Thymia.Provider.Defects.Kept;

/// <summary>Changes that do not come about, or change more than they say.</summary>
internal sealed class ChangedTable : IDefectTable
{
    private const string Check = "updated";

    public IReadOnlyList<Defect> Rows { get; } =
    [
        Of("put-ignored", "A PUT is answered and changes nothing.", "PUT", (before, _) => Copy(before)),
        Of("put-loses-notes", "A PUT leaves the notes as they were.", "PUT", (before, after) =>
            With(after, "notes", before["notes"])
        ),
        Of("put-loses-label", "A PUT empties the label.", "PUT", (_, after) => With(after, "label", "")),
        Of("put-swaps", "A PUT takes the label for the notes.", "PUT", (_, after) =>
            With(after, "notes", after["label"])
        ),
        Of("put-notes-cut", "A PUT keeps the first two characters of the notes.", "PUT", (_, after) =>
            With(after, "notes", Start(after["notes"]))
        ),
        Of("patch-ignored", "A PATCH is answered and changes nothing.", "PATCH", (before, _) => Copy(before)),
        Of("patch-loses-label", "A PATCH leaves the label as it was.", "PATCH", (before, after) =>
            With(after, "label", before["label"])
        ),
        Of("patch-moves-language", "A PATCH turns the call's language to another.", "PATCH", (before, after) =>
            With(after, "language", before["language"]?.GetValue<string>() == "en" ? "ja-JP" : "en")
        ),
        Of("patch-renames-user", "A PATCH changes the user's label too.", "PATCH", (_, after) =>
            With(after, "user", new JsonObject { ["userLabel"] = "another user" })
        ),
    ];

    private static KeptDefect Of(
        string name,
        string description,
        string method,
        Func<JsonObject, JsonObject, JsonObject> change
    ) =>
        new(
            name,
            Check,
            description,
            new OneKeptStep
            {
                Changes = (request, before, after) =>
                    request.Method == method ? change(before, (JsonObject)after.DeepClone()) : after,
            }
        );

    private static JsonObject Copy(JsonObject body) => (JsonObject)body.DeepClone();

    private static JsonObject With(JsonObject body, string name, JsonNode? value)
    {
        body[name] = value?.DeepClone();
        return body;
    }

    private static JsonNode Start(JsonNode? text) =>
        text?.GetValue<string>() is { Length: > 2 } whole ? whole[..2] : "";
}
