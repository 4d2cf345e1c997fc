using Thymia.Conformance.OpenApi;
using Thymia.Conformance.Schemas.Reading;

namespace Thymia.Conformance.Schemas.Constraints;

/// <summary>One keyword at one location of a request, as the description states it.</summary>
/// <param name="Location">The place it governs; array items and map values are <c>*</c>. For
/// <c>required</c> the property demanded.</param>
/// <param name="Keyword">The JSON Schema keyword; <c>requestBody</c>, <c>json</c>, <c>contentType</c>, <c>security</c>
/// and <c>method</c> for what the protocol around the schema demands.</param>
/// <param name="Value">The keyword's value as JSON text.</param>
/// <param name="Pointer">JSON Pointer of the keyword's schema in the normalised description.</param>
public sealed record Constraint(Location Location, string Keyword, string Value, string Pointer)
{
    /// <summary>Unique within an operation: <c>user.birthSex enum</c>.</summary>
    public string Id => string.Concat(Location.Display, " ", Keyword);

    /// <summary>The sentence's source, as findings name it: <c>UserDetails.birthSex, enum</c>.</summary>
    public string Source =>
        Keyword == "required" && Location.Part == "body"
            ? $"{SchemaNames.Of(Pointer)}.{JsonPointer.Segments(Location.Pointer)[^1]}, {Keyword}"
            : $"{SchemaNames.Of(Pointer)}, {Keyword}";
}
