using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Thymia.Conformance.Schemas;
using Thymia.Conformance.Spec;

namespace Thymia.Conformance.Generation.Values;

/// <summary>Makes valid values for a schema.</summary>
/// <param name="example">The documented example of the body: the model for objects whose properties the schema leaves open.</param>
internal sealed class ValueSource(JsonNode? example)
{
    // A cycle is followed this far where it is optional.
    private const int MaxDepth = 8;

    private static readonly JsonTypes[] ByPreference =
    [
        JsonTypes.Object, JsonTypes.Array, JsonTypes.String, JsonTypes.Fraction, JsonTypes.Integer, JsonTypes.Boolean, JsonTypes.Null,
    ];

    // By node, since looking for it takes a guess at every property's name.
    private readonly ConcurrentDictionary<SchemaNode, KeyValuePair<string, SchemaNode>> _languages = new();

    public JsonNode? Make(SchemaNode node, Recipe recipe) => Make(node, "", recipe);

    /// <param name="pointer">Where the value will stand: its name tells what it is about, its place where its randomness starts.</param>
    public JsonNode? Make(SchemaNode node, string pointer, Recipe recipe) => Make(node, pointer, recipe, Locales.Default);

    private JsonNode? Make(SchemaNode node, string pointer, Recipe recipe, string locale)
    {
        if (recipe.Fixed.TryGetValue(pointer, out var set))
        {
            return set?.DeepClone();
        }

        if (node.Enum is { Count: > 0 } members)
        {
            return Payloads.ToNode(members[recipe.Draw.Index(pointer, members.Count)]);
        }

        if (node.OneOf.Count > 0)
        {
            return MakeBranch(node, "oneOf", node.OneOf.Count, pointer, recipe, locale);
        }

        if (node.AnyOf.Count > 0)
        {
            return MakeBranch(node, "anyOf", node.AnyOf.Count, pointer, recipe, locale);
        }

        return Preferred(node) switch
        {
            JsonTypes.Object => MakeObject(node, pointer, recipe, locale),
            JsonTypes.Array => MakeArray(node, pointer, recipe, locale),
            JsonTypes.String => JsonValue.Create(TextValues.Make(node, pointer, recipe.Draw, locale)),
            JsonTypes.Integer or JsonTypes.Fraction => JsonValue.Create(NumberValues.Make(node, recipe.Draw.Dice(pointer))),
            JsonTypes.Boolean => JsonValue.Create(IsDeletion(pointer, recipe) || recipe.Draw.Coin(pointer)),
            _ => null,
        };
    }

    private JsonNode? MakeBranch(SchemaNode node, string keyword, int count, string pointer, Recipe recipe, string locale)
    {
        var branch = recipe.Branches.TryGetValue(pointer, out var wanted) ? wanted : recipe.Draw.Index(pointer, count, "?");
        return Make(node.Choose(keyword, branch), pointer, recipe, locale);
    }

    /// <summary>The type a consumer would most likely use where several are allowed.</summary>
    private static JsonTypes Preferred(SchemaNode node)
    {
        if (node.Types == JsonTypes.Any)
        {
            return node.Properties.Count > 0 || node.Required.Count > 0 || node.AdditionalProperties is not null
                ? JsonTypes.Object
                : node.Items is not null ? JsonTypes.Array : JsonTypes.String;
        }

        return Array.Find(ByPreference, t => (node.Types & t) != 0);
    }

    private JsonObject MakeObject(SchemaNode node, string pointer, Recipe recipe, string locale)
    {
        if (node.Properties.Count == 0 && node.AdditionalProperties is null && node.Required.Count == 0)
        {
            return OpenObjects.Make(At(example, pointer), pointer, recipe.Draw, locale, node.MinProperties ?? 0);
        }

        locale = LocaleOf(node, pointer, recipe) ?? locale;
        var room = RoomForOptional(node, pointer, recipe);
        var result = new JsonObject();
        for (var i = 0; i < node.Properties.Count; i++)
        {
            var (name, child) = node.Properties[i];
            var at = JsonPointer.Append(pointer, name);
            if (IsMust(node, name, at, recipe)
                || (room > 0 && (recipe.Includes(at) || Deletes(child, at, recipe)) && room-- > 0))
            {
                result.Add(name, Make(child, at, recipe, locale));
            }
        }

        AddUndeclared(node, pointer, recipe, locale, result);
        return result;
    }

    private static bool Deletes(SchemaNode node, string pointer, Recipe recipe) =>
        !recipe.MayKeepData && node.Types == JsonTypes.Boolean && IsDeletion(pointer, recipe);

    // What a run makes a provider store is made up, and of no use to anyone.
    private static bool IsDeletion(string pointer, Recipe recipe) =>
        Meanings.Of(pointer) == Meaning.Deletion && !recipe.Places.Contains(pointer);

    private static bool IsMust(SchemaNode node, string name, string pointer, Recipe recipe) =>
        node.Required.Contains(name) || recipe.Needs(pointer);

    // What must be there comes first, then what may be, up to the greatest number of properties.
    private static int RoomForOptional(SchemaNode node, string pointer, Recipe recipe) =>
        pointer.AsSpan().Count('/') >= MaxDepth ? 0
        : node.MaxProperties is not { } most ? int.MaxValue
        : most - node.Properties.Select(p => p.Key).Where(n => IsMust(node, n, JsonPointer.Append(pointer, n), recipe))
            .Union(node.Required).Count();

    // Required names without a schema of their own, then as many as the least number of properties asks for.
    private void AddUndeclared(SchemaNode node, string pointer, Recipe recipe, string locale, JsonObject result)
    {
        for (var i = 0; i < node.Required.Count; i++)
        {
            var name = node.Required[i];
            if (!result.ContainsKey(name))
            {
                result[name] = MakeAdditional(node, JsonPointer.Append(pointer, name), recipe, locale);
            }
        }

        var least = node.AdditionalProperties is null ? node.MinProperties ?? 0 : Math.Max(node.MinProperties ?? 0, 2);
        if (result.Count >= least)
        {
            return;
        }

        foreach (var (name, child) in node.Properties.Where(p => !result.ContainsKey(p.Key)))
        {
            if (result.Count < node.MinProperties && !node.AllowsAdditional)
            {
                result[name] = Make(child, JsonPointer.Append(pointer, name), recipe, locale);
            }
        }

        for (var i = 1; result.Count < least && node.AllowsAdditional && result.Count < (node.MaxProperties ?? 99); i++)
        {
            result[$"key{i}"] = MakeAdditional(node, $"{pointer}/key{i}", recipe, locale);
        }
    }

    private JsonNode? MakeAdditional(SchemaNode node, string pointer, Recipe recipe, string locale) =>
        node.AdditionalProperties is { } schema
            ? Make(schema, pointer, recipe, locale)
            : JsonValue.Create(recipe.Draw.At(pointer).Lorem.Word());

    private JsonArray MakeArray(SchemaNode node, string pointer, Recipe recipe, string locale)
    {
        var least = node.MinItems ?? 0;
        var most = Math.Min(node.MaxItems ?? int.MaxValue, Math.Max(least, 3));
        var count = recipe.Counts.TryGetValue(pointer, out var wanted)
            ? Math.Clamp(wanted, least, node.MaxItems ?? int.MaxValue)
            : pointer.AsSpan().Count('/') > MaxDepth ? least : Math.Max(least, Math.Min(most, 1 + recipe.Draw.Index(pointer, 3, "#")));
        var result = new JsonArray();
        for (var attempt = 0; result.Count < count && attempt < count + 50; attempt++)
        {
            var item = node.Items is { } items
                ? Make(items, $"{pointer}/{result.Count}", attempt == result.Count ? recipe : Again(recipe, attempt), locale)
                : JsonValue.Create(recipe.Draw.At($"{pointer}/{attempt}").Lorem.Word());
            if (!node.UniqueItems || !result.Any(other => JsonNode.DeepEquals(other, item)))
            {
                result.Add(item);
            }
        }

        return result;
    }

    private static Recipe Again(Recipe recipe, int attempt) =>
        recipe with { Draw = recipe.Draw with { Seed = recipe.Draw.Seed.Derive(attempt) } };

    /// <summary>The locale that the object's own language property stands for.</summary>
    private string? LocaleOf(SchemaNode node, string pointer, Recipe recipe)
    {
        var (name, language) = _languages.GetOrAdd(node, static n => n.Properties
            .FirstOrDefault(p => Meanings.OfName(p.Key) == Meaning.Language && p.Value.Enum is { Count: > 0 }));
        return name is not null && Make(language, JsonPointer.Append(pointer, name), recipe, Locales.Default) is { } tag
            ? Locales.For(tag.ToString())
            : null;
    }

    private static JsonNode? At(JsonNode? root, string pointer) => JsonPointer.Segments(pointer)
        .Aggregate(root, (at, segment) => at is JsonObject map ? map[segment] : null);
}
