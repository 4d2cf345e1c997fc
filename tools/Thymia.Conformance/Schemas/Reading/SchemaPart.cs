using System.Text.Json;
using Thymia.Conformance.OpenApi;
using Thymia.Conformance.Schemas.Json;

namespace Thymia.Conformance.Schemas.Reading;

/// <summary>One schema as written, which together with others governs a location.</summary>
/// <param name="Json">The schema object or boolean.</param>
/// <param name="Pointer">JSON Pointer of it in the description.</param>
/// <param name="OrNull">It stands beside <c>null</c> in a choice, so that <c>null</c> is allowed whatever it
/// says.</param>
/// <param name="Without">Keywords of it that have been dealt with and no longer count.</param>
/// <param name="IsPreferred">It says what a good value looks like and demands nothing.</param>
/// <param name="IsOpen">It states what is passed over unjudged, so that nothing it says counts.</param>
internal readonly record struct SchemaPart(
    JsonElement Json,
    string Pointer,
    bool OrNull = false,
    IReadOnlyList<string>? Without = null,
    bool IsOpen = false,
    bool IsPreferred = false
)
{
    /// <summary>True for the schema <c>false</c>, which no value fits.</summary>
    public bool IsFalse => Json.ValueKind == JsonValueKind.False;

    /// <summary>True where it is nothing but what stands at its pointer.</summary>
    public bool IsAsWritten =>
        !OrNull
        && !IsOpen
        && !IsPreferred
        && Without is null
        && !Pointer.Contains(Discriminator.Segment, StringComparison.Ordinal);

    public SchemaPart Child(string keyword) =>
        new(Json.GetProperty(keyword), JsonPointer.Append(Pointer, keyword), IsPreferred: IsPreferred);

    public SchemaPart Child(string keyword, string name) =>
        new(
            Json.GetProperty(keyword).GetProperty(name),
            JsonPointer.Append(JsonPointer.Append(Pointer, keyword), name),
            IsPreferred: IsPreferred
        );

    public SchemaPart Child(string keyword, int index) =>
        new(Json.GetProperty(keyword)[index], JsonPointer.Append(JsonPointer.Append(Pointer, keyword), $"{index}"));

    /// <summary>The schemas in <c>allOf</c>, <c>anyOf</c> or <c>oneOf</c>; none where the keyword is not
    /// stated.</summary>
    public IEnumerable<SchemaPart> Branches(string keyword)
    {
        var self = this;
        return Has(keyword)
            ? Enumerable.Range(0, Json.GetProperty(keyword).GetArrayLength()).Select(i => self.Child(keyword, i))
            : [];
    }

    public bool Has(string keyword) =>
        !IsOpen
        && Json.ValueKind == JsonValueKind.Object
        && Without?.Contains(keyword) != true
        && Json.TryGetProperty(keyword, out _);

    public SchemaPart Less(string keyword) => this with { Without = [.. Without ?? [], keyword] };

    /// <summary>What it states, those keywords left out that no longer count.</summary>
    public IEnumerable<JsonProperty> Stated()
    {
        var without = Without;
        return !IsOpen && Json.ValueKind == JsonValueKind.Object
            ? Json.EnumerateObject().Where(p => without?.Contains(p.Name) != true)
            : [];
    }

    public bool Says(string keyword, JsonValueKind kind) => Has(keyword) && Json.GetProperty(keyword).ValueKind == kind;

    /// <summary>Of a keyword that is a text; null where it is not stated.</summary>
    public string? Text(string keyword) =>
        Says(keyword, JsonValueKind.String) ? Json.GetProperty(keyword).GetString() : null;

    public JsonNumber? Number(string keyword) =>
        Has(keyword) ? JsonNumber.Parse(Json.GetProperty(keyword).GetRawText()) : null;

    public IEnumerable<string> Required() =>
        Has("required") ? Json.GetProperty("required").EnumerateArray().Select(r => r.GetString()!) : [];

    /// <summary>The properties that a mapping such as <c>properties</c> names; none where it is not stated.</summary>
    public IEnumerable<string> Names(string keyword) =>
        Has(keyword) ? Json.GetProperty(keyword).EnumerateObject().Select(p => p.Name).Distinct() : [];

    /// <summary>Documented examples, from either keyword.</summary>
    public IEnumerable<JsonElement> Examples()
    {
        var listed = Says("examples", JsonValueKind.Array) ? Json.GetProperty("examples").EnumerateArray() : default;
        return Has("example") ? listed.Append(Json.GetProperty("example")) : listed;
    }
}
