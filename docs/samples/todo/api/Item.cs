using System.Globalization;
using System.Text.Json;

namespace Todo;

/// <summary>Something to be done, as openapi.yaml describes it.</summary>
internal sealed record Item(int Id, string Title, int Priority, bool Done)
{
    private static readonly string[] Known = ["title", "priority", "done"];

    /// <summary>Null where the body is not as the schema says.</summary>
    public static Item? Read(JsonElement body, Func<int> nextId) =>
        body.ValueKind == JsonValueKind.Object
        && body.EnumerateObject().All(p => Known.Contains(p.Name))
        && body.TryGetProperty("title", out var title)
        && title.ValueKind == JsonValueKind.String
        && title.GetString()!.EnumerateRunes().Count() is >= 1 and <= 80
        && Priority1To5(body) is { } priority
        && (!body.TryGetProperty("done", out var done) || done.ValueKind is JsonValueKind.True or JsonValueKind.False)
            ? new Item(nextId(), title.GetString()!, priority, done.ValueKind == JsonValueKind.True)
            : null;

    /// <summary>From 1 to a million, in digits.</summary>
    public static bool TryId(string text, out int id) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out id) && id is >= 1 and <= 1_000_000;

    // JSON has one kind of number, and 2.0 is an integer.
    private static int? Priority1To5(JsonElement body) =>
        !body.TryGetProperty("priority", out var priority) ? 3
        : priority.ValueKind == JsonValueKind.Number
        && priority.TryGetDecimal(out var number)
        && number is >= 1 and <= 5
        && decimal.IsInteger(number)
            ? (int)number
        : null;
}
