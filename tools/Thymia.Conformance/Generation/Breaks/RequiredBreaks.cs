using System.Text.Json.Nodes;
using Thymia.Conformance.OpenApi;

namespace Thymia.Conformance.Generation.Breaks;

/// <summary>Leaves a required property out, or has it under a name that a lenient binder takes for it.</summary>
internal static class RequiredBreaks
{
    public static IReadOnlyList<BreakKind> Kinds { get; } =
    [
        new("absent", c => Without(NameOf(c))),
        Renamed("name-in-upper-case", n => n.ToUpperInvariant()),
        Renamed("name-in-lower-case", n => n.ToLowerInvariant()),
        Renamed("name-capitalised", n => n.Length == 0 ? n : char.ToUpperInvariant(n[0]) + n[1..]),
        Renamed("name-in-snake-case", n => string.Join('_', NameWords.Of(n))),
        Renamed("name-in-kebab-case", n => string.Join('-', NameWords.Of(n))),
        Renamed("name-in-camel-case", NameWords.InCamelCase),
        Renamed("name-with-blank", n => n + " "),
        new("name-below-prototype", c => Under(c, "__proto__")),
    ];

    /// <summary>The property under another name, where the object takes any property under that one.</summary>
    private static BreakKind Renamed(string kind, Func<string, string> rename) => new(kind, c =>
        {
            var name = NameOf(c);
            var other = rename(name);
            return
                c.IsJson && other != name && TakesAnything(c, other) && c.Old is JsonObject old && old.ContainsKey(name)
                ? Without(name) with
                {
                    Beside = [KeyValuePair.Create(other, old[name]?.DeepClone())],
                }
                : null;
        });

    // What merges objects naively takes what stands there for an object's own.
    private static Break? Under(BreakContext c, string other)
    {
        var name = NameOf(c);
        return c.IsJson && TakesAnything(c, other) && c.Old is JsonObject old && old.ContainsKey(name)
            ? Without(name) with
            {
                Beside = [KeyValuePair.Create(other, (JsonNode?)new JsonObject { [name] = old[name]?.DeepClone() })],
            }
            : null;
    }

    private static Break Without(string name) => new(null, JsonPointer.Append("", name), true);

    private static bool TakesAnything(BreakContext c, string name) =>
        c.Node
            is {
                AllowsAdditional: true,
                AdditionalProperties: null,
                PropertyNames: null,
                UnevaluatedProperties: null,
                PatternProperties.Count: 0,
            }
        && c.Node.Property(name) is null;

    private static string NameOf(BreakContext c) => JsonPointer.Segments(c.Constraint.Location.Pointer)[^1];
}
