using System.Text.Json;

using Thymia.Conformance.Spec;

namespace Thymia.Conformance.Schemas;

/// <summary>One schema object as written, which together with others governs a location.</summary>
/// <param name="Json">The schema object or boolean.</param>
/// <param name="Pointer">JSON Pointer of it in the normalised description.</param>
/// <param name="Without">A keyword of it that has been dealt with and no longer counts.</param>
internal readonly record struct SchemaPart(JsonElement Json, string Pointer, string? Without = null)
{
    public SchemaPart Child(string keyword) => new(Json.GetProperty(keyword), JsonPointer.Append(Pointer, keyword));

    public SchemaPart Child(string keyword, string name) =>
        new(Json.GetProperty(keyword).GetProperty(name), JsonPointer.Append(JsonPointer.Append(Pointer, keyword), name));

    public SchemaPart Child(string keyword, int index) =>
        new(Json.GetProperty(keyword)[index], JsonPointer.Append(JsonPointer.Append(Pointer, keyword), $"{index}"));

    public bool Has(string keyword) =>
        Json.ValueKind == JsonValueKind.Object && keyword != Without && Json.TryGetProperty(keyword, out _);
}
