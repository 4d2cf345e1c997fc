using System.Text.Json;
using System.Text.Json.Nodes;
using Thymia.Conformance.Generation;
using Thymia.Conformance.Schemas.Constraints;

namespace Thymia.Conformance.Pacts.Recording;

/// <summary>
/// Which of the errors in an answer a consumer relies on: the one whose <c>loc</c> leads to what was broken. Others may
/// come with it, in any order.
/// </summary>
internal sealed class ExpectedError(IReadOnlyList<Location> places)
{
    private const string LocationName = "loc";

    public static ExpectedError? Of(Expectation expectation) =>
        expectation is Expectation.Rejected { Places: { Count: > 0 } places } ? new(places) : null;

    /// <summary>Null where the list is no list of errors with a <c>loc</c>, or none leads there.</summary>
    public JsonElement? Among(JsonElement list)
    {
        var fitting = list.EnumerateArray()
            .Where(error => Path(error) is { } path && places.Any(place => LeadsTo(path, place)));
        return fitting.Select(error => (JsonElement?)error).FirstOrDefault();
    }

    /// <summary>
    /// The expectation of that error with its <c>loc</c> spelled out; a position within a text may be any.
    /// </summary>
    public JsonNode? Expect(JsonElement error, JsonNode? expected)
    {
        if (expected is JsonObject map && Path(error) is { } path)
        {
            var steps = places.First(place => LeadsTo(path, place)).Path.Count;
            map[LocationName] = new JsonArray([
                .. error
                    .GetProperty(LocationName)
                    .EnumerateArray()
                    .Select(
                        (step, i) => i < steps ? Matchers.Equality(JsonNode.Parse(step.GetRawText())) : Matchers.Type(0)
                    ),
            ]);
        }

        return expected;
    }

    private static IReadOnlyList<string>? Path(JsonElement error) =>
        error.ValueKind == JsonValueKind.Object
        && error.TryGetProperty(LocationName, out var loc)
        && loc.ValueKind == JsonValueKind.Array
            ? [.. loc.EnumerateArray().Select(step => step.ToString())]
            : null;

    private static bool LeadsTo(IReadOnlyList<string> path, Location place)
    {
        var wanted = place.Path;
        var comparison = place.Part == "header" ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal;
        var isPosition = place == Location.Body && path.Count == 2 && path[1].All(char.IsAsciiDigit);
        return (path.Count == wanted.Count || isPosition)
            && wanted.Zip(path).All(p => string.Equals(p.First, p.Second, comparison));
    }
}
