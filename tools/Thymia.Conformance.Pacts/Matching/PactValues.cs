using System.Text.Json;

namespace Thymia.Conformance.Pacts.Matching;

/// <summary>What a pact gives for one header or parameter: a text, or a list of them.</summary>
internal static class PactValues
{
    public static IEnumerable<string> Of(JsonElement value) =>
        value.ValueKind switch
        {
            JsonValueKind.Array => value.EnumerateArray().SelectMany(Of),
            JsonValueKind.String => [value.GetString()!],
            JsonValueKind.Null => [""],
            _ => [value.GetRawText()],
        };
}
