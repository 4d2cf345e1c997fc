using System.Text.Json;

namespace Thymia.Conformance.OpenApi;

/// <summary>A value in the description and where it stands.</summary>
internal readonly record struct Place(string Pointer, JsonElement Json)
{
    /// <summary>The value by that name; null where there is none.</summary>
    public Place? Child(string name) =>
        Json.ValueKind == JsonValueKind.Object && Json.TryGetProperty(name, out var value)
            ? new Place(JsonPointer.Append(Pointer, name), value)
            : null;

    /// <summary>The values of an object by name, or of an array by index; none of anything else.</summary>
    public IEnumerable<(string Name, Place Value)> Children()
    {
        var pointer = Pointer;
        return Json.ValueKind switch
        {
            JsonValueKind.Object => Json.EnumerateObject()
                .Select(p => (p.Name, new Place(JsonPointer.Append(pointer, p.Name), p.Value))),
            JsonValueKind.Array => Json.EnumerateArray().Select((v, i) => ($"{i}", new Place($"{pointer}/{i}", v))),
            _ => [],
        };
    }

    public string? Text(string name) =>
        Child(name) is { Json.ValueKind: JsonValueKind.String } text ? text.Json.GetString() : null;

    public bool IsTrue(string name) => Child(name) is { Json.ValueKind: JsonValueKind.True };

    /// <summary>The value that a <c>$ref</c> here leads to; the value itself where there is none.</summary>
    public Place Follow(JsonElement document)
    {
        var at = this;
        while (at.Text("$ref") is { } reference)
        {
            // That every reference leads somewhere, and not in a circle, was demanded before.
            var pointer = JsonPointer.OfReference(reference)!;
            at = new Place(pointer, JsonPointer.Find(document, pointer)!.Value);
        }

        return at;
    }
}
