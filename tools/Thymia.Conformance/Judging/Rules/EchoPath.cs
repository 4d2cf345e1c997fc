using System.Text.Json;
using Thymia.Conformance.OpenApi;
using Thymia.Conformance.Schemas.Reading;

namespace Thymia.Conformance.Judging.Rules;

/// <summary>A place that request and response schema both describe with one type.</summary>
/// <param name="Source">The response schema there, as findings name it.</param>
internal sealed record EchoPath(IReadOnlyList<string> Segments, string Pointer, string Source)
{
    // Schemas may be recursive; deeper than this no payload of ours repeats itself.
    private const int Deepest = 8;

    public static IReadOnlyList<EchoPath> Between(Evidence evidence) =>
        evidence is { RequestSchema: { } request, Schema: { } response }
            ? [.. Between(request.Root, response.Root, "", Deepest)]
            : [];

    /// <summary>The value there; null where there is none.</summary>
    public JsonElement? In(JsonElement root)
    {
        foreach (var segment in Segments)
        {
            if (root.ValueKind != JsonValueKind.Object || !root.TryGetProperty(segment, out root))
            {
                return null;
            }
        }

        return root;
    }

    private static IEnumerable<EchoPath> Between(SchemaNode request, SchemaNode response, string pointer, int depth)
    {
        foreach (var (name, answered) in response.Properties)
        {
            var sent = request.Property(name);
            if (sent is null || sent.Types != answered.Types)
            {
                continue;
            }

            var place = JsonPointer.Append(pointer, name);
            if (answered.Properties.Count > 0 && depth > 0)
            {
                foreach (var deeper in Between(sent, answered, place, depth - 1))
                {
                    yield return deeper;
                }
            }
            else
            {
                yield return new EchoPath(
                    JsonPointer.Segments(place), place, $"{SchemaNames.Of(answered.Pointer)}, repeats the request");
            }
        }
    }
}
