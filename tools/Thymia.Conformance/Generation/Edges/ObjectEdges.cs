using System.Text.Json.Nodes;
using Thymia.Conformance.Schemas.Constraints;

namespace Thymia.Conformance.Generation.Edges;

/// <summary>
/// Objects whose properties the schema leaves open, and unknown properties in those where it names some.
/// </summary>
internal static class ObjectEdges
{
    public static IEnumerable<Edge> Of(SchemaSite site)
    {
        var node = site.Node;
        var open = node.Properties.Count == 0 && node.AdditionalProperties is null;
        if (open && node.MinProperties is null or 0 && node.Required.Count == 0)
        {
            // What must be there is there to say something: empty, it is allowed by the letter alone.
            yield return new Edge(
                "object",
                "empty",
                site.IsRequired ? Tier.SchemaOnly : Tier.Plausible,
                _ => new JsonObject()
            );
        }

        if (!node.AllowsAdditional || node.AdditionalProperties is not null || node.MaxProperties is not null)
        {
            yield break;
        }

        if (!open)
        {
            yield return new Edge("additionalProperties", "unknown-property", Tier.Plausible, c =>
                With(c, "conformanceUnknown", "ignored")
            );
            yield break;
        }

        foreach (var (kind, tier, value) in Extras)
        {
            yield return new Edge("object", kind, tier, c => With(c, "extra", value()));
        }

        foreach (var edge in OddContents.Of(With))
        {
            yield return edge;
        }

        yield return new Edge("object", "odd-keys", Tier.Plausible, OddKeys);
        yield return new Edge("object", "wide", Tier.Plausible, c => Wide(c, 200));
    }

    private static (string Kind, Tier Tier, Func<JsonNode?> Value)[] Extras { get; } =
    [
        ("with-null", Tier.Plausible, () => null),
        ("with-empty-object", Tier.Plausible, () => new JsonObject()),
        ("mixed", Tier.Plausible, () =>
            new JsonArray(1, "two", true, null, 2.5m, new JsonObject { ["three"] = new JsonArray() })
        ),
        ("large-numbers", Tier.Plausible, () => new JsonArray(long.MaxValue, -1e-7m, 12345678901234567890m)),
        ("deep", Tier.Plausible, () => Nested(20)),
        ("deeper", Tier.SchemaOnly, () => Nested(200)),
        ("long-text", Tier.Plausible, () => string.Concat(Enumerable.Repeat("Speak slowly. ", 1500))),
        ("large", Tier.SchemaOnly, () => new string('x', 1_000_000)),
    ];

    private static JsonObject With(EdgeContext c, string name, JsonNode? value)
    {
        var result = c.Old is JsonObject old ? (JsonObject)old.DeepClone() : [];
        result[name] = value;
        return result;
    }

    private static JsonObject OddKeys(EdgeContext c)
    {
        var result = With(c, "", "empty key");
        foreach (
            var key in new[]
            {
                " ",
                "a.b",
                "a/b~c",
                "\u00E9t\u00E9",
                "\U0001F511",
                "__proto__",
                "constructor",
                "MiXeD",
                "UPPER",
                "snake_case",
                "$ref",
                "x y",
                "\"",
            }
        )
        {
            result[key] = "odd";
        }

        return result;
    }

    private static JsonObject Wide(EdgeContext c, int count)
    {
        var result = With(c, "key0", 0);
        for (var i = 1; i < count; i++)
        {
            result[$"key{i}"] = i;
        }

        return result;
    }

    private static JsonObject Nested(int depth)
    {
        var result = new JsonObject { ["leaf"] = true };
        for (var i = 0; i < depth; i++)
        {
            result = new JsonObject { ["inner"] = result };
        }

        return result;
    }
}
