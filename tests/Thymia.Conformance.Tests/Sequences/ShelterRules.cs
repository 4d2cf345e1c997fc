using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;

namespace Thymia.Conformance.Tests.Sequences;

/// <summary>What the shelter takes in a body, property by property.</summary>
internal static class ShelterRules
{
    private static readonly string[] Kinds = ["cat", "dog", "bird"];

    /// <summary>The body as an object; null where it is against the description.</summary>
    public static JsonObject? Owner(byte[] body, string? contentType, bool isWhole) =>
        Read(body, contentType) is { } owner
        && AreKnown(owner, "name", "age", isWhole ? "tags" : "", isWhole ? "active" : "")
        && (!isWhole || (owner.ContainsKey("name") && owner.ContainsKey("age")))
        && IsAbsentOr(owner, "name", v => IsText(v, 1, 40))
        && IsAbsentOr(owner, "age", v => IsWhole(v, 0, 150))
        && IsAbsentOr(owner, "active", v => v?.GetValueKind() is JsonValueKind.True or JsonValueKind.False)
        && IsAbsentOr(owner, "tags", v => v is JsonArray { Count: <= 4 } tags && tags.All(t => IsText(t, 0, 10)))
            ? owner
            : null;

    /// <inheritdoc cref="Owner"/>
    public static JsonObject? Pet(byte[] body, string? contentType) =>
        Read(body, contentType) is { } pet
        && AreKnown(pet, "name", "kind")
        && pet.ContainsKey("name")
        && IsAbsentOr(pet, "name", v => IsText(v, 1, 30))
        && IsAbsentOr(pet, "kind", v => IsText(v, 1, 9) && Kinds.Contains(v!.GetValue<string>()))
            ? pet
            : null;

    private static JsonObject? Read(byte[] body, string? contentType)
    {
        if (contentType?.Split(';')[0].Trim() != "application/json" || !Utf8.IsValid(body))
        {
            return null;
        }

        try
        {
            using var document = JsonDocument.Parse(body, new JsonDocumentOptions { AllowDuplicateProperties = false });
            return JsonNode.Parse(body) as JsonObject is { } read && read.ToJsonString().Length > 0 ? read : null;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or ArgumentException)
        {
            return null;
        }
    }

    private static bool AreKnown(JsonObject body, params string[] names) =>
        body.All(p => p.Key.Length > 0 && names.Contains(p.Key));

    private static bool IsAbsentOr(JsonObject body, string name, Func<JsonNode?, bool> holds) =>
        !body.TryGetPropertyValue(name, out var value) || holds(value);

    private static bool IsText(JsonNode? value, int min, int max) =>
        value?.GetValueKind() == JsonValueKind.String
        && value.GetValue<string>().EnumerateRunes().Count() is var length
        && length >= min
        && length <= max;

    private static bool IsWhole(JsonNode? value, int min, int max) =>
        value?.GetValueKind() == JsonValueKind.Number
        && value.AsValue().TryGetValue<double>(out var number)
        && number == Math.Floor(number)
        && number >= min
        && number <= max;
}
