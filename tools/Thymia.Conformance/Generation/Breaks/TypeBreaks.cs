using System.Text.Json;
using System.Text.Json.Nodes;
using Thymia.Conformance.Schemas.Json;
using Thymia.Conformance.Schemas.Reading;

namespace Thymia.Conformance.Generation.Breaks;

/// <summary>Every other JSON type, and the look-alikes that a lenient server takes for the right one.</summary>
internal static class TypeBreaks
{
    public static IReadOnlyList<BreakKind> Kinds { get; } =
    [
        Always("null", _ => null),
        Always("boolean", _ => true),
        Always("number", _ => 1),
        Always("fraction", _ => 1.5m),
        Always("text", _ => "text"),
        Always("empty-text", _ => ""),
        Always("empty-array", _ => new JsonArray()),
        Always("empty-object", _ => new JsonObject()),
        Always("one-element-array", c => new JsonArray(c.Old?.DeepClone())),
        Always("wrapped-in-object", c => new JsonObject { ["value"] = c.Old?.DeepClone() }),
        For(JsonTypes.Boolean, "text-true", _ => "true"),
        For(JsonTypes.Boolean, "text-false", _ => "False"),
        For(JsonTypes.Boolean, "text-yes", _ => "yes"),
        For(JsonTypes.Boolean, "text-on", _ => "on"),
        For(JsonTypes.Boolean, "text-maybe", _ => "maybe"),
        For(JsonTypes.Boolean, "text-zero", _ => "0"),
        Always("zero", _ => 0),
        Always("zero-fraction", _ => 0.0m),
        Always("false", _ => false),
        For(JsonTypes.Boolean, "one-fraction", _ => 1.0m),
        For(JsonTypes.Boolean, "two", _ => 2),
        For(JsonTypes.Number, "numeric-text", c => c.Old?.ToJsonString() ?? "1"),
        For(JsonTypes.Number, "numeric-text-blank", c => $" {c.Old?.ToJsonString() ?? "1"} "),
        For(JsonTypes.Integer, "almost-whole", _ => 1.0000001m),
        For(JsonTypes.Object, "list-of-pairs", _ => new JsonArray(new JsonArray("key", "value"))),
        For(JsonTypes.Object, "json-text", c => c.Old?.ToJsonString() ?? "{}"),
        For(JsonTypes.Array, "first-item-alone", c =>
            c.Old is JsonArray { Count: > 0 } items ? items[0]?.DeepClone() : "item"
        ),
        For(JsonTypes.Array, "comma-separated-text", _ => "one,two"),
        For(JsonTypes.Array, "indexed-object", _ => new JsonObject { ["0"] = "item" }),
    ];

    private static BreakKind Always(string name, Func<BreakContext, JsonNode?> value) =>
        For(JsonTypes.Any, name, value);

    /// <summary>A value worth trying where one of <paramref name="wanted"/> is asked for.</summary>
    private static BreakKind For(JsonTypes wanted, string name, Func<BreakContext, JsonNode?> value) => new(name, c =>
        {
            if ((c.Node.Types & wanted) == 0)
            {
                return null;
            }

            var candidate = value(c);
            return c.Node.Types.HasFlag(TypeOf(candidate)) ? null : new Break(candidate);
        });

    private static JsonTypes TypeOf(JsonNode? node) =>
        node?.GetValueKind() switch
        {
            null => JsonTypes.Null,
            JsonValueKind.String => JsonTypes.String,
            JsonValueKind.Array => JsonTypes.Array,
            JsonValueKind.Object => JsonTypes.Object,
            _ => JsonTypeNames.Of(JsonSerializer.SerializeToElement(node)),
        };
}
