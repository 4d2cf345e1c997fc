using Thymia.Conformance.Schemas.Json;
using Thymia.Conformance.Schemas.Validation;

namespace Thymia.Conformance.Judging;

/// <summary>Names what keeps a body from being read, where a reader of JSON could only say that it is none.</summary>
internal static class BodyForm
{
    private static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    /// <summary>The violations with the first one in words that name its cause.</summary>
    public static IReadOnlyList<Violation> Named(IReadOnlyList<Violation> violations, Evidence evidence)
    {
        if (violations is not [{ Keyword: "json" } first, ..])
        {
            return violations;
        }

        var body = evidence.Answer.Body.Span;
        return body.IsEmpty ? [first with { Found = "an empty body" }]
            : body.StartsWith(ByteOrderMark)
                ?
                [
                    first with
                    {
                        Found = "a byte order mark before the JSON text",
                        Expected = "a JSON text without one",
                        Source = "RFC 8259, 8.1",
                    },
                ]
            : evidence.Answer.Header("content-encoding") is { Length: > 0 } coding && coding != "identity"
                ?
                [
                    first with
                    {
                        Found = $"a body in the coding \"{coding}\", which the request did not accept",
                        Expected = "one of gzip, deflate and br, or none",
                        Source = "RFC 9110, 12.5.3",
                    },
                ]
            : violations;
    }
}
