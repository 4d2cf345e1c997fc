using System.Collections.Concurrent;
using System.Collections.ObjectModel;
using System.Text.Json;
using System.Text.Json.Nodes;
using Thymia.Conformance.Generation.Values;
using Thymia.Conformance.Schemas.Json;
using Thymia.Conformance.Schemas.Reading;
using Thymia.Conformance.Schemas.Validation;

namespace Thymia.Conformance.Generation.Solving;

/// <summary>
/// Valid values of a schema, whatever it states: drawn as a consumer would write them, judged, and mended where the
/// check objects. A schema that is plain is drawn right in the first place.
/// </summary>
internal sealed class FittingValues(
    PayloadSchema? schema,
    string? pointer,
    SchemaLibrary library,
    JsonNode? example,
    CaseLimits limits
)
{
    private readonly ValueSource _source = new(example);
    private readonly ValueSolver _solver = new(library, library.Reader);
    private readonly Lazy<bool> _isPlain = new(() => schema is null || PlainSchemas.IsPlain(schema.Root));

    /// <summary>Whether what is drawn needs no check.</summary>
    public bool IsPlain => _isPlain.Value;

    /// <summary>Why no value fits; null where one was found.</summary>
    public Solution.Failed? Problem()
    {
        try
        {
            var least = schema is null ? null : Make(schema.Root, new Recipe { Draw = new Draw(default, default) });
            return least is not null && Payloads.Write(least).Length > limits.MaxBytes
                ? new Solution.Failed($"what fits it needs more than {limits.MaxBytes} bytes", pointer!, false)
                : null;
        }
        catch (NothingFitsException e)
        {
            return e.Failure;
        }
    }

    /// <summary>Values that exist, by JSON Pointer, of which each payload takes one; none by default.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<JsonElement>> Given { get; init; } =
        ReadOnlyDictionary<string, IReadOnlyList<JsonElement>>.Empty;

    /// <summary>A value by a recipe.</summary>
    /// <exception cref="NothingFitsException">None was found.</exception>
    public JsonNode? Make(SchemaNode node, Recipe recipe) => MakeOne(node, WithGiven(recipe));

    private Recipe WithGiven(Recipe recipe) =>
        Given.Count == 0
            ? recipe
            : recipe with
            {
                Fixed = Given
                    .Where(g => !recipe.Places.Contains(g.Key))
                    .Select(g =>
                        KeyValuePair.Create(g.Key, Payloads.ToNode(g.Value[recipe.Draw.Index(g.Key, g.Value.Count)]))
                    )
                    .Concat(recipe.Fixed)
                    .DistinctBy(f => f.Key)
                    .ToDictionary(StringComparer.Ordinal),
            };

    private JsonNode? MakeOne(SchemaNode node, Recipe recipe)
    {
        var draft = _source.Make(node, recipe);
        if (IsPlain)
        {
            return draft;
        }

        try
        {
            return Mended(draft, recipe, recipe.Fixed);
        }
        catch (NothingFitsException)
            when (recipe.Places.Count == 0 && recipe.Fixed.Count == 0 && recipe.Draw.Seed != default)
        {
            // A draw that cannot be mended makes room for the one that every run begins with.
            return MakeOne(node, new Recipe { Draw = recipe.Draw with { Seed = default } });
        }
    }

    /// <summary>
    /// The draft where it fits, else one that does, with the recipe's places and the pinned values in it.
    /// </summary>
    /// <exception cref="NothingFitsException">None was found.</exception>
    public JsonNode? Mended(JsonNode? draft, Recipe recipe, IReadOnlyDictionary<string, JsonNode?> pins)
    {
        var places = recipe.Places.Where(p => p.Length > 0).ToList();
        if (schema!.Check(Payloads.ToElement(draft)).Count == 0 && places.TrueForAll(p => Payloads.Has(draft, p)))
        {
            return draft;
        }

        var outcome = _solver.Solve(
            pointer!,
            new ValueSearch(recipe.Draw)
            {
                Draft = Draft.Of(draft),
                Places = places,
                Pins = pins,
                Counts = recipe.Counts,
                MaxBytes = limits.MaxBytes,
                Cancellation = limits.Cancellation,
            }
        );
        return outcome switch
        {
            Solution.Failed failed => throw new NothingFitsException(failed),
            Solution.Found { Value: var value } when places.TrueForAll(p => Payloads.Has(value, p)) => value,
            _ => throw new NothingFitsException(
                new Solution.Failed("no value with the place was found", pointer!, false)
            ),
        };
    }
}
