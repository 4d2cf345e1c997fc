using Thymia.Conformance.OpenApi;

namespace Thymia.Conformance.Schemas.Reading;

/// <summary>Names people know a schema by.</summary>
public static class SchemaNames
{
    /// <summary>What a schema refers to, or the schema itself where it is no reference.</summary>
    internal static string OfReference(SchemaPart part) =>
        Of(
            part.Text("$ref") is { } reference && JsonPointer.OfReference(reference) is { } target
                ? target
                : part.Pointer
        );

    /// <summary>
    /// <c>/paths/~1v1~1calls/post/requestBody</c> is <c>POST /v1/calls requestBody</c>,
    /// <c>/components/schemas/UserDetails/properties/birthSex</c> is <c>UserDetails.birthSex</c>; what lies outside the
    /// components keeps its pointer.
    /// </summary>
    public static string Of(string pointer)
    {
        var segments = JsonPointer.Segments(pointer);
        if (segments is ["paths", var path, var method, ..])
        {
            return string.Join(' ', [method.ToUpperInvariant(), path, .. segments.Skip(3)]);
        }

        if (segments.Count < 3 || segments[0] != "components" || segments[1] != "schemas")
        {
            return "#" + pointer;
        }

        var name = segments[2];
        var inProperties = false;
        foreach (var segment in segments.Skip(3))
        {
            inProperties = !inProperties && segment == "properties";
            name += inProperties ? "" : "." + segment;
        }

        return name;
    }
}
