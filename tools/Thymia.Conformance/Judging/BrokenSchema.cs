using Thymia.Conformance.Generation;
using Thymia.Conformance.OpenApi;
using Thymia.Conformance.Schemas.Reading;
using Thymia.Conformance.Schemas.Validation;

namespace Thymia.Conformance.Judging;

/// <summary>The schema that a break is about.</summary>
internal static class BrokenSchema
{
    /// <summary>That of the body, or of the parameter; null where the description has none.</summary>
    public static SchemaNode? Of(TestCase testCase, Mutation mutation, SchemaLibrary schemas)
    {
        if (mutation.Location.Part == "body")
        {
            return testCase.Operation.Body is { } body ? schemas.At(body.SchemaPointer).Root : null;
        }

        var name = JsonPointer.Segments(mutation.Location.Pointer) is [var first, ..] ? first : null;
        var parameter = testCase.Operation.Parameters.FirstOrDefault(p =>
            p.In == mutation.Location.Part && p.Name == name
        );
        return parameter?.SchemaPointer is { } pointer ? schemas.At(pointer).Root : null;
    }
}
