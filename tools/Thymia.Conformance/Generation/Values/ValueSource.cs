using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Thymia.Conformance.OpenApi;
using Thymia.Conformance.Safety;
using Thymia.Conformance.Schemas.Json;
using Thymia.Conformance.Schemas.Reading;

namespace Thymia.Conformance.Generation.Values;

/// <summary>Makes valid values for a schema.</summary>
/// <param name="example">The documented example of the body: the model for objects whose
/// properties the schema leaves open.</param>
internal sealed class ValueSource(JsonNode? example)
{
    // A cycle is followed this far where it is optional.
    private const int MaxDepth = 8;

    private const int MaxItems = 10_000;

    private static readonly JsonTypes[] ByPreference =
    [
        JsonTypes.Object,
        JsonTypes.Array,
        JsonTypes.String,
        JsonTypes.Fraction,
        JsonTypes.Integer,
        JsonTypes.Boolean,
        JsonTypes.Null,
    ];

    private static readonly string?[] NumberFormats = ["int32", "int64", "float", "double", "decimal"];

    private readonly ConcurrentDictionary<SchemaNode, ValuePlace> _whole = new();

    // A cycle that must be followed is followed this often: whoever asks for a value that fits mends what is left open.
    private const int MaxRounds = 2;
    private const int MaxRequiredDepth = 12;

    public JsonNode? Make(SchemaNode node, Recipe recipe) =>
        Make(_whole.GetOrAdd(node, n => new ValuePlace(n, "", example)), recipe with { Room = new DrawnRoom() });

    public static JsonNode? Make(ValuePlace place, Recipe recipe) => Make(place, recipe, Locales.Default);

    private static JsonNode? Make(ValuePlace place, Recipe recipe, string locale)
    {
        if (recipe.Fixed.Count > 0 && recipe.Fixed.TryGetValue(place.Pointer, out var set))
        {
            return set?.DeepClone();
        }

        recipe.Room.Take();
        if ((place.Depth > MaxRequiredDepth || !recipe.Room.IsLeft) && place.Rounds >= MaxRounds)
        {
            return null;
        }

        var node = place.Node;
        if (node.Enum is { Count: > 0 } members)
        {
            return Payloads.ToNode(members[recipe.Draw.Index(place.Pointer, members.Count)]);
        }

        if (place.OneOf is { Length: > 0 } oneOf)
        {
            return Make(Branch(oneOf, place.Pointer, recipe), recipe, locale);
        }

        if (place.AnyOf is { Length: > 0 } anyOf)
        {
            return Make(Branch(anyOf, place.Pointer, recipe), recipe, locale);
        }

        return Preferred(node) switch
        {
            JsonTypes.Object => MakeObject(place, recipe, locale),
            JsonTypes.Array => MakeArray(place, recipe, locale),
            JsonTypes.String => JsonValue.Create(TextValues.Make(place, recipe.Draw, locale)),
            JsonTypes.Integer or JsonTypes.Fraction => JsonValue.Create(
                NumberValues.Make(node, recipe.Draw.Dice(place.Pointer))
            ),
            JsonTypes.Boolean => JsonValue.Create(IsDeletion(place, recipe) || recipe.Draw.Coin(place.Pointer)),
            _ => null,
        };
    }

    private static ValuePlace Branch(ReadOnlySpan<ValuePlace> branches, string pointer, Recipe recipe) =>
        branches[
            recipe.Branches.TryGetValue(pointer, out var wanted) && wanted < branches.Length
                ? wanted
                : recipe.Draw.Index(pointer, branches.Length, "?")
        ];

    /// <summary>The type a consumer would most likely use where several are allowed.</summary>
    private static JsonTypes Preferred(SchemaNode node)
    {
        if (node.Types == JsonTypes.Any)
        {
            return node.Properties.Count > 0 || node.Required.Count > 0 || node.AdditionalProperties is not null
                    ? JsonTypes.Object
                : node.Items is not null ? JsonTypes.Array
                : JsonTypes.String;
        }

        // Frameworks that read numbers from text say so of each number, ASP.NET Core 10 among them.
        return (node.Types & JsonTypes.Number) != 0 && NumberFormats.Contains(node.Format)
            ? JsonTypes.Integer
            : Array.Find(ByPreference, t => (node.Types & t) != 0);
    }

    private static JsonObject MakeObject(ValuePlace place, Recipe recipe, string locale)
    {
        var node = place.Node;
        if (
            node.Properties.Count == 0
            && node.AdditionalProperties is null
            && node.AllowsAdditional
            && node.Required.Count == 0
        )
        {
            return place.Open.Make(recipe.Draw, locale, node.MinProperties ?? 0);
        }

        locale = LocaleOf(place, recipe) ?? locale;
        var room = RoomForOptional(place, recipe);
        var result = new JsonObject();
        foreach (var child in place.Properties)
        {
            if (
                IsMust(child, recipe)
                || (room > 0 && (IsIncluded(child, recipe) || Deletes(child, recipe)) && room-- > 0)
            )
            {
                result.Add(child.Name, Make(child, recipe, locale));
            }
        }

        AddUndeclared(place, recipe, locale, result);
        return result;
    }

    // A number that a provider may dial is withheld from other machines, and the whole request with it.
    private static bool IsIncluded(ValuePlace place, Recipe recipe) =>
        recipe.Includes(place.Pointer) && (recipe.MayDial || place.Meaning != Meaning.PhoneNumber);

    private static bool Deletes(ValuePlace place, Recipe recipe) =>
        !recipe.MayKeepData && place.Node.Types == JsonTypes.Boolean && IsDeletion(place, recipe);

    // What a run makes a provider store is made up, and of no use to anyone.
    private static bool IsDeletion(ValuePlace place, Recipe recipe) =>
        place.Meaning == Meaning.Deletion && !recipe.Places.Contains(place.Pointer);

    private static bool IsMust(ValuePlace place, Recipe recipe) => place.IsRequired || recipe.Needs(place.Pointer);

    // What must be there comes first, then what may be, up to the greatest number of properties.
    private static int RoomForOptional(ValuePlace place, Recipe recipe)
    {
        if (place.Depth >= MaxDepth || !recipe.Room.IsLeft)
        {
            return 0;
        }

        if (place.Node.MaxProperties is not { } most)
        {
            return int.MaxValue;
        }

        var must = place.Undeclared.Length;
        foreach (var child in place.Properties)
        {
            must += IsMust(child, recipe) ? 1 : 0;
        }

        return most - must;
    }

    // Required names without a schema of their own, then as many as the least number of properties asks for.
    private static void AddUndeclared(ValuePlace place, Recipe recipe, string locale, JsonObject result)
    {
        foreach (var name in place.Undeclared)
        {
            result[name] = MakeAdditional(place, name, recipe, locale);
        }

        var node = place.Node;
        var least = node.AdditionalProperties is null ? node.MinProperties ?? 0 : Math.Max(node.MinProperties ?? 0, 2);
        if (result.Count >= least)
        {
            return;
        }

        foreach (var child in place.Properties)
        {
            if (result.Count < node.MinProperties && !node.AllowsAdditional && !result.ContainsKey(child.Name))
            {
                result[child.Name] = Make(child, recipe, locale);
            }
        }

        for (var i = 1; result.Count < least && node.AllowsAdditional && result.Count < (node.MaxProperties ?? 99); i++)
        {
            result[$"key{i}"] = MakeAdditional(place, $"key{i}", recipe, locale);
        }
    }

    private static JsonNode? MakeAdditional(ValuePlace place, string name, Recipe recipe, string locale) =>
        place.Node.AdditionalProperties is { } schema
            ? Make(place.Below(name, schema), recipe, locale)
            : JsonValue.Create(recipe.Draw.At(JsonPointer.Append(place.Pointer, name)).Lorem.Word());

    private static JsonArray MakeArray(ValuePlace place, Recipe recipe, string locale)
    {
        var (node, pointer) = (place.Node, place.Pointer);
        var least = node.MinItems ?? 0;
        var most = Math.Min(node.MaxItems ?? int.MaxValue, Math.Max(least, 3));
        var count =
            recipe.Counts.TryGetValue(pointer, out var wanted)
                ? Math.Clamp(wanted, least, node.MaxItems ?? int.MaxValue)
            : place.Depth > MaxDepth || !recipe.Room.IsLeft ? least
            : Math.Max(least, Math.Min(most, 1 + recipe.Draw.Index(pointer, 3, "#")));
        var result = new JsonArray();
        count = Math.Min(count, MaxItems);
        for (var attempt = 0; result.Count < count && attempt < count + 50; attempt++)
        {
            var item = node.Items is not null
                ? Make(place.Item(result.Count), attempt == result.Count ? recipe : Again(recipe, attempt), locale)
                : JsonValue.Create(recipe.Draw.At($"{pointer}/{attempt}").Lorem.Word());
            if (!node.UniqueItems || !result.Any(other => JsonNode.DeepEquals(other, item)))
            {
                result.Add(item);
            }
        }

        return result;
    }

    private static Recipe Again(Recipe recipe, int attempt) =>
        recipe with
        {
            Draw = recipe.Draw with { Seed = recipe.Draw.Seed.Derive(attempt) },
        };

    /// <summary>The locale that the object's own language property stands for.</summary>
    private static string? LocaleOf(ValuePlace place, Recipe recipe) =>
        place.Language is { } language && Make(language, recipe, Locales.Default) is { } tag
            ? Locales.For(tag.ToString())
            : null;
}
