using System.Text.Json;
using Thymia.Conformance.OpenApi;

namespace Thymia.Conformance.Judging;

/// <summary>A place of the answer with the place of the request that belongs to it.</summary>
internal sealed record RulePlace(BodyPointer Answer, BodyPointer Request);

/// <summary>A JSON Pointer into a body.</summary>
internal sealed record BodyPointer(string Text)
{
    private readonly IReadOnlyList<string> _segments = JsonPointer.Segments(Text);

    public IReadOnlyList<string> Segments => _segments;

    /// <summary>The value there; null where there is none.</summary>
    public JsonElement? In(JsonElement? body)
    {
        if (body is not { } at)
        {
            return null;
        }

        for (var i = 0; i < _segments.Count; i++)
        {
            if (
                at.ValueKind == JsonValueKind.Array
                && int.TryParse(_segments[i], out var index)
                && index >= 0
                && index < at.GetArrayLength()
            )
            {
                at = at[index];
            }
            else if (at.ValueKind != JsonValueKind.Object || !at.TryGetProperty(_segments[i], out at))
            {
                return null;
            }
        }

        return at;
    }
}
