using System.Text.Json.Nodes;

namespace Thymia.Conformance.Generation.Breaks;

/// <summary>What to put in place of a valid value.</summary>
/// <param name="Value">The new value; null is JSON null.</param>
/// <param name="Below">A pointer below the site where the change happens; the site itself by default.</param>
/// <param name="Removes">The place is taken away instead of given a value.</param>
internal sealed record Break(JsonNode? Value, string Below = "", bool Removes = false)
{
    /// <summary>Members that the object at the site gets besides; none by default.</summary>
    public IReadOnlyList<KeyValuePair<string, JsonNode?>> Beside { get; init; } = [];

    public static Break Text(string value) => new(JsonValue.Create(value));
}
